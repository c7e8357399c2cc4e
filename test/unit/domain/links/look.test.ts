import { describe, expect, it } from 'vitest'
import type { LinkIdentity } from '../../../../schema/record/sites/link.ts'
import { type Answered, readAnswer } from '../../../../worker/domain/links/look.ts'

const ADDRESS = 'https://data.example.org/covid'
const NOW = new Date('2026-12-01T08:00:00Z')
const page = (title: string, name = '', doi = ''): LinkIdentity => ({ title, name, doi })
const look = (answered: Partial<Answered> = {}, before: LinkIdentity | null = null, address = ADDRESS) =>
  readAnswer(
    address,
    { status: 200, url: address, isPermanent: true, retryAfter: null, isChallenge: false, ...answered },
    before,
    NOW,
  )
const at = (url: string, address = ADDRESS) => look({ url }, null, address).verdict
const became = (before: LinkIdentity, identity: LinkIdentity) => look({ identity }, before).verdict

describe('a status', () => {
  it.each([
    [200, 'alive'],
    [204, 'alive'],
    [206, 'alive'],
    [300, 'alive'],
    [304, 'alive'],
    [416, 'alive'],
    [302, 'unreachable'],
    [401, 'blocked'],
    [403, 'blocked'],
    [405, 'blocked'],
    [429, 'blocked'],
    [451, 'blocked'],
    [400, 'unreachable'],
    [404, 'unreachable'],
    [410, 'unreachable'],
    [500, 'unreachable'],
    [503, 'unreachable'],
    [599, 'unreachable'],
  ])('%d is %s', (status, verdict) => {
    expect(look({ status })).toMatchObject({
      verdict,
      finalUrl: verdict === 'unreachable' ? null : ADDRESS,
    })
  })
})

describe('a page for people alone', () => {
  it.each([
    'Just a moment...',
    'Attention Required! | Cloudflare',
    'Are you a robot?',
    'reCAPTCHA',
  ])('"%s" is blocked, not alive', (title) => {
    expect(look({ identity: page(title) })).toMatchObject({ verdict: 'blocked', identity: null })
  })

  it('is blocked where Cloudflare marks it, whatever its status', () => {
    expect(look({ status: 503, isChallenge: true }).verdict).toBe('blocked')
  })

  it('is blocked where it asks to sign in', () => {
    expect(at('https://data.example.org/login?next=/covid')).toBe('blocked')
    expect(at('https://accounts.example.com/o/oauth2/auth')).toBe('blocked')
    expect(at('https://data.example.org/login', 'https://data.example.org/login')).toBe('alive')
  })
})

describe('a redirect', () => {
  it.each([
    ['https://new.example.com/covid', 'moved'],
    ['https://example.org/covid', 'moved'],
    ['https://www.data.example.org/covid', 'alive'],
    ['http://data.example.org/covid', 'alive'],
    ['https://data.example.org/covid/v2', 'alive'],
  ])('to %s is %s', (url, verdict) => {
    expect(at(url)).toBe(verdict)
  })

  it('of a DOI, a handle or a short address is no move', () => {
    expect(at('https://zenodo.org/records/1', 'https://doi.org/10.5281/zenodo.1')).toBe('alive')
    expect(at('https://archive.example.edu/2', 'http://hdl.handle.net/1/2')).toBe('alive')
    expect(at('https://data.example.org/covid', 'https://bit.ly/3abc')).toBe('alive')
  })

  it('to an address with nothing there is a failure', () => {
    expect(look({ url: 'https://new.example.com/covid', status: 404 }).verdict).toBe('unreachable')
  })
})

describe('a page that is known', () => {
  const lungs = page('COVID sonograms | Lung Lab', 'COVID sonograms')

  it('is changed where neither its title nor its data set is there', () => {
    expect(became(lungs, page('Buy cheap shoes'))).toBe('changed')
    expect(became(lungs, page('', ''))).toBe('changed')
  })

  it('is the same with another slogan, count or version in its title', () => {
    expect(became(lungs, page('COVID sonograms (1,204 videos) | The new Lung Lab'))).toBe('alive')
    expect(became(lungs, page('Lung Lab', 'COVID sonograms, version 2'))).toBe('alive')
  })

  it('is the same by its DOI', () => {
    expect(became(page('Old', 'Old', '10.1/x'), page('New', 'Newest', '10.1/x'))).toBe('alive')
  })

  it('that had no title says nothing', () => {
    expect(became(page(''), page('Anything'))).toBe('alive')
  })

  it.each([
    '404 Not Found',
    'Page not found · GitHub Pages',
    'lung-atlas.org: this domain is for sale',
    'Domain for sale',
  ])('is changed where it says "%s" with status 200, and is not kept', (title) => {
    expect(look({ identity: page(title) })).toMatchObject({ verdict: 'changed', identity: null })
  })
})

describe('Retry-After', () => {
  it.each([
    ['3600', 3600],
    [' 60 ', 60],
    ['Tue, 01 Dec 2026 09:00:00 GMT', 3600],
    ['Tue, 01 Dec 2026 07:00:00 GMT', 0],
    ['-5', 0],
    ['soon', 0],
    ['', 0],
  ])('"%s" is %d seconds', (retryAfter, waitSeconds) => {
    expect(look({ status: 429, retryAfter }).waitSeconds).toBe(waitSeconds)
  })
})
