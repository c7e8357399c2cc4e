import { ApplicationCommandResponseSchema } from 'discord-api-spec/zod'
import { beforeEach, describe, expect, it } from 'vitest'
import { DECLARATIONS } from '../../../bot/commands/index.ts'
import { createDiscord } from '../../discord/discord.ts'
import { APPLICATION_ID, SERVER_ID } from '../../discord/protocol/people.ts'
import { answerOf, type request } from '../../support/discord-requests.ts'

let time = Date.now()
const discord = createDiscord({ now: () => time })
const send = (...given: Parameters<typeof request>) => answerOf(discord.fetch, ...given)
beforeEach(() => discord.reset())

const COMMANDS = `/applications/${APPLICATION_ID}/commands`
const IN_SERVER = `/applications/${APPLICATION_ID}/guilds/${SERVER_ID}/commands`

const command = (name: string, more: object = {}) => ({ name, description: 'Looks it up', ...more })
const put = (...commands: object[]) => send(`PUT ${COMMANDS}`, commands)
const listed = async (query = '', path = COMMANDS) =>
  Object.values((await send(`GET ${path}${query}`)).body).map((each) => Object(each))
const ids = async () => Object.fromEntries((await listed()).map(({ name, id }) => [name, id]))

describe('a command that is kept', () => {
  it('has every default filled in', async () => {
    const options = [
      { type: 1, name: 'all', description: 'All' },
      {
        type: 1,
        name: 'some',
        description: 'Some',
        options: [
          { type: 3, name: 'style', description: 'Style', choices: [{ name: 'A', value: 'a' }] },
          { type: 5, name: 'private', description: 'Private' },
        ],
      },
    ]
    expect((await send(`POST ${COMMANDS}`, command('look', { options }))).body).toEqual({
      id: expect.any(String),
      application_id: APPLICATION_ID,
      version: expect.any(String),
      default_member_permissions: null,
      type: 1,
      name: 'look',
      name_localizations: null,
      description: 'Looks it up',
      description_localizations: null,
      dm_permission: true,
      contexts: null,
      integration_types: [0, 1],
      nsfw: false,
      options: [
        {
          type: 1,
          name: 'all',
          description: 'All',
          name_localizations: null,
          description_localizations: null,
          options: [],
        },
        {
          type: 1,
          name: 'some',
          description: 'Some',
          name_localizations: null,
          description_localizations: null,
          options: [
            {
              type: 3,
              name: 'style',
              description: 'Style',
              name_localizations: null,
              description_localizations: null,
              required: false,
              autocomplete: false,
              choices: [{ name: 'A', value: 'a', name_localizations: null }],
            },
            {
              type: 5,
              name: 'private',
              description: 'Private',
              name_localizations: null,
              description_localizations: null,
              required: false,
            },
          ],
        },
      ],
    })
  })

  it('has one translation, or all of them where they are asked for', async () => {
    await put(command('look', { description_localizations: { de: 'Schlägt nach' } }))
    const [plain] = await listed()
    expect(plain).toMatchObject({ description: 'Looks it up', description_localized: 'Looks it up' })
    expect(plain).not.toHaveProperty('description_localizations')
    expect(await listed('?with_localizations=true')).toMatchObject([
      { description_localizations: { de: 'Schlägt nach' }, name_localizations: null },
    ])
    const german = await send(`GET ${COMMANDS}`, undefined, { headers: { 'X-Discord-Locale': 'de' } })
    expect(german.body[0]).toMatchObject({ description_localized: 'Schlägt nach' })
  })

  it('of a server says nothing that only global ones have', async () => {
    await send(`PUT ${IN_SERVER}`, [command('look')])
    const [kept] = await listed('', IN_SERVER)
    expect(kept).toMatchObject({ guild_id: SERVER_ID, nsfw: false })
    for (const key of ['contexts', 'integration_types', 'dm_permission']) expect(kept).not.toHaveProperty(key)
    expect(await listed()).toEqual([])
    const refused = await send(`PUT ${IN_SERVER}`, [command('look', { contexts: [0] })])
    expect(refused.body.errors).toMatchObject({ 0: { contexts: { _errors: [{}] } } })
  })

  it('is as the specification has it, of ours each', async () => {
    await put(...DECLARATIONS)
    const all = await listed('?with_localizations=true')
    expect(all).toHaveLength(DECLARATIONS.length)
    for (const each of all)
      expect(ApplicationCommandResponseSchema.safeParse(each).error?.issues).toBeUndefined()
    expect(discord.problems()).toEqual([])
  })
})

describe('a bulk overwrite', () => {
  it('replaces all, and what is there by that name and type stays the same command', async () => {
    await put(command('a'), command('b'))
    const before = await ids()
    await put(command('b', { description: 'Another' }), command('c'), { type: 3, name: 'b' })
    const after = await listed()
    expect(after.map(({ name, type }) => [name, type])).toEqual([
      ['b', 1],
      ['c', 1],
      ['b', 3],
    ])
    expect(after[0].id).toBe(before.b)
    expect(after[2].id).not.toBe(before.b)
  })

  it('gives a new version only to what changes', async () => {
    await put(command('a'), command('b'))
    const [a, b] = await listed()
    await put(command('a'), command('b', { nsfw: true }))
    const [sameA, newB] = await listed()
    expect(sameA.version).toBe(a.version)
    expect(newB.version).not.toBe(b.version)
  })

  it('renames a command by its id', async () => {
    const { body } = await send(`POST ${COMMANDS}`, command('a'))
    await put({ ...command('b'), id: body.id })
    expect(await ids()).toEqual({ b: body.id })
  })

  it('is refused as a whole, with the place of each problem', async () => {
    await put(command('a'))
    const options = [{ type: 3, name: 'query', description: 'x'.repeat(101) }]
    const { status, body } = await put(command('b'), command('c', { options }))
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 50035, message: 'Invalid Form Body' })
    expect(body.errors).toEqual({
      1: { options: { 0: { description: { _errors: [{ code: 'INVALID', message: expect.any(String) }] } } } },
    })
    expect(Object.keys(await ids())).toEqual(['a'])
  })

  it('may not leave out the entry point of an Activity', async () => {
    await send(`POST ${COMMANDS}`, { type: 4, name: 'launch', handler: 2 })
    expect(await put(command('a'))).toMatchObject({ status: 400, body: { code: 50240 } })
    expect((await put(command('a'), { type: 4, name: 'launch', handler: 2 })).status).toBe(200)
  })
})

describe('one command', () => {
  it('is made, or changed if it is there', async () => {
    const made = await send(`POST ${COMMANDS}`, command('a'))
    const changed = await send(`POST ${COMMANDS}`, command('a', { description: 'Another' }))
    expect([made.status, changed.status]).toEqual([201, 200])
    expect(changed.body).toMatchObject({ id: made.body.id, description: 'Another' })
    expect(await listed()).toHaveLength(1)
  })

  it('is read, changed in part, and deleted', async () => {
    const { id } = (await send(`POST ${COMMANDS}`, command('a', { nsfw: true }))).body
    const changed = await send(`PATCH ${COMMANDS}/${id}`, { description: 'Another' })
    expect(changed.body).toMatchObject({ id, name: 'a', description: 'Another', nsfw: true })
    expect((await send(`GET ${COMMANDS}/${id}`)).body).toEqual(changed.body)
    expect((await send(`DELETE ${COMMANDS}/${id}`)).status).toBe(204)
    expect(await send(`GET ${COMMANDS}/${id}`)).toMatchObject({ status: 404, body: { code: 10063 } })
  })

  it('takes no name that another has', async () => {
    await put(command('a'), command('b'))
    const { a } = await ids()
    const { body } = await send(`PATCH ${COMMANDS}/${a}`, { name: 'b' })
    expect(body.errors).toHaveProperty('name')
  })

  it('is refused with the place of the problem', async () => {
    const { body } = await send(`POST ${COMMANDS}`, { name: 'a' })
    expect(body.errors).toMatchObject({ description: { _errors: [{}] } })
    expect((await send(`POST ${COMMANDS}`, 'null')).body.errors).toMatchObject({ _errors: [{}] })
  })
})

describe('commands are refused', () => {
  it('after 200 new ones in a day, until that is over', async () => {
    const some = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => command(`c${from + n}`))
    await put(...some(0, 100))
    await put(...some(100, 100))
    await put(...some(100, 100))
    expect(await put(...some(199, 2))).toMatchObject({ status: 400, body: { code: 30034 } })
    expect(await listed()).toHaveLength(100)
    time += 24 * 60 * 60_000 + 1
    expect((await put(...some(199, 2))).status).toBe(200)
  })

  it('beyond 100', async () => {
    await put(...Array.from({ length: 100 }, (_, n) => command(`c${n}`)))
    expect(await send(`POST ${COMMANDS}`, command('one-more'))).toMatchObject({ body: { code: 30032 } })
  })

  it.each([
    ['of another application', '/applications/1170000000000000999/commands', 20012],
    ['in a server that the bot is not in', `/applications/${APPLICATION_ID}/guilds/1/commands`, 50001],
  ])('%s', async (_, path, code) => {
    expect(await send(`GET ${path}`)).toMatchObject({ status: 403, body: { code } })
  })

  it('without the bot’s token', async () => {
    const headers = { Authorization: 'Bot other' }
    expect((await send(`PUT ${COMMANDS}`, [], { headers })).status).toBe(401)
  })
})
