import { describe, expect, it } from 'vitest'
import { parseFlags } from '../../../../bot/register/flags.ts'
import { settingsFrom } from '../../../../bot/register/settings.ts'

describe('the command line', () => {
  it('asks for nothing but publishing where nothing is said', () => {
    expect(parseFlags([])).toEqual({
      dryRun: false,
      json: false,
      guild: undefined,
      prune: false,
      endpoint: undefined,
      help: false,
    })
  })

  it('may say all of it', () => {
    const all = ['--dry-run', '--json', '--prune', '--guild', '1170000000000000200', '--endpoint', 'none']
    expect(parseFlags(all)).toMatchObject({
      dryRun: true,
      json: true,
      prune: true,
      guild: '1170000000000000200',
      endpoint: null,
    })
  })

  it.each([
    'https://registry.example/interactions',
    'http://localhost:8787/interactions',
  ])('takes %s for an endpoint', (url) => {
    expect(parseFlags(['--endpoint', url]).endpoint).toBe(url)
  })

  it.each([
    [['--dry'], /Unknown option '--dry'\n\nnpm run bot:register/],
    [['publish'], /Unexpected argument 'publish'.*\n\nnpm run bot:register/],
    [['--guild'], /--guild.*\n\nnpm run bot:register/],
    [['--guild', 'my server'], /17 to 20 digits, and not "my server"/],
    [['--endpoint', 'registry.example/interactions'], /an address with https, or "none"/],
    [['--endpoint', ''], /an address with https, or "none"/],
    [['--endpoint', 'http://registry.example/interactions'], /an address with https/],
  ])('is refused as %j', (args, words) => {
    expect(() => parseFlags(args)).toThrow(words)
  })
})

const SET = { DISCORD_APPLICATION_ID: '1170000000000000100', DISCORD_BOT_TOKEN: 'abc.def-g_h' }

describe('the settings', () => {
  it('lead to Discord where nothing else is said, and may have spaces around them', () => {
    expect(settingsFrom({ ...SET, DISCORD_BOT_TOKEN: ' abc.def-g_h\n', DISCORD_API_URL: '' })).toEqual({
      applicationId: '1170000000000000100',
      botToken: 'abc.def-g_h',
      api: 'https://discord.com/api',
      version: '10',
    })
    const other = settingsFrom({ ...SET, DISCORD_API_URL: 'http://127.0.0.1:9/api/v11/' })
    expect(other).toMatchObject({ api: 'http://127.0.0.1:9/api', version: '11' })
  })

  it('that are missing are named, and where one finds them', () => {
    expect(() => settingsFrom({})).toThrow(
      /^DISCORD_APPLICATION_ID is missing.*\nDISCORD_BOT_TOKEN is missing/,
    )
    expect(() => settingsFrom({ ...SET, DISCORD_BOT_TOKEN: ' ' })).toThrow(/^DISCORD_BOT_TOKEN is missing/)
  })

  it.each([
    [{ DISCORD_APPLICATION_ID: 'covid' }, /^DISCORD_APPLICATION_ID is malformed.*17 to 20 digits/],
    [{ DISCORD_API_URL: 'https://discord.com/api' }, /ends in a version/],
    [{ DISCORD_API_URL: 'discord.com/api/v10' }, /ends in a version/],
    [
      { DISCORD_API_URL: 'http://discord.com/api/v10' },
      /ends in a version.*without https only on this machine/,
    ],
  ])('are refused as %j', (wrong, words) => {
    expect(() => settingsFrom({ ...SET, ...wrong })).toThrow(words)
  })

  it('that hold what is no token are refused without repeating it', () => {
    for (const DISCORD_BOT_TOKEN of ['Bot sec\nret', '"sec.ret"'])
      expect(() => settingsFrom({ ...SET, DISCORD_BOT_TOKEN })).toThrow(
        /^(?!.*sec)DISCORD_BOT_TOKEN is malformed.*token alone/s,
      )
  })
})
