// Signing in with Discord, cookie by cookie. The stand-in Discord stands in Node; what the Worker asks of Discord goes
// there and nowhere else.

import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { app } from '../../../worker/app.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { CLIENT_SECRET, MAINTAINER, type Person, VISITOR } from '../../discord/protocol/people.ts'
import { HERE, location, open, SETTINGS } from '../../support/sign-in-browser.ts'
import { rows } from '../registry/submissions.ts'

const registry = createRegistry(env.DB)

const control = (path: string, body: object = {}) =>
  env.STAND_IN.fetch(`https://discord.com/stand-in/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
const standInHas = async (path: string) =>
  (await env.STAND_IN.fetch(`https://discord.com/stand-in/${path}`)).json()
const fault = (path: string, fault: object) => control('faults', { path: `/api/v10${path}`, fault })

const timeLimit = AbortSignal.timeout.bind(AbortSignal)

let faults: string[]
beforeEach(async () => {
  // Discord may take its time, unless a test is about that.
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => new AbortController().signal)
  await control('reset')
  await env.DB.prepare('delete from sessions').run()
  await registry.addMaintainer('console', MAINTAINER.id, 'Maintainer')
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) =>
    env.STAND_IN.fetch(new Request(input, init)),
  )
  faults = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => faults.push(line))
})
afterEach(async () => {
  vi.restoreAllMocks()
  expect(await standInHas('problems')).toEqual([])
})

/** What someone does at Discord: gives the path that they are led back to. */
async function atDiscord(authorize: string, person?: Person): Promise<string> {
  expect(authorize).toMatch(/^https:\/\/discord\.com\/oauth2\/authorize\?/)
  const body = new URLSearchParams(person && { person: person.id })
  const answer = await env.STAND_IN.fetch(authorize, { method: 'POST', redirect: 'manual', body })
  expect(location(answer)).toMatch(/^https:\/\/registry\.example\/review\/callback\?/)
  return location(answer).slice(HERE.length)
}

/** Comes back from Discord with a made-up code, for a sign-in that was begun here. */
async function withMadeUpCode(address: string): Promise<Response> {
  const browser = open({}, HERE, address)
  const state = new URL(await browser.begin()).searchParams.get('state')
  return browser.ask(`/review/callback?code=made-up&state=${state}`)
}

async function signedIn() {
  const browser = open()
  const answer = await browser.ask(await atDiscord(await browser.begin(), MAINTAINER))
  expect(answer.status).toBe(303)
  return browser
}

const headingOf = async (answer: Response) => /<h1>(.*?)<\/h1>/.exec(await answer.text())?.[1]
const isSignedIn = async ({ ask }: Pick<ReturnType<typeof open>, 'ask'>) =>
  (await (await ask('/review')).text()).includes('Signed in as')

describe('signing in', () => {
  it('leads to Discord with all that it asks for', async () => {
    const browser = open()
    const authorizeUrl = new URL(await browser.begin())
    expect(Object.fromEntries(authorizeUrl.searchParams)).toEqual({
      response_type: 'code',
      client_id: SETTINGS.DISCORD_APPLICATION_ID,
      scope: 'identify',
      redirect_uri: `${HERE}/review/callback`,
      state: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      prompt: 'consent',
    })
    const again = new URL(await browser.begin()).searchParams
    expect(again.get('state')).not.toBe(authorizeUrl.searchParams.get('state'))
    expect(again.get('code_challenge')).not.toBe(authorizeUrl.searchParams.get('code_challenge'))
  })

  it('leads back to where one came from, with a session', async () => {
    const browser = open()
    const offer = await browser.ask('/review?of=several&state=asked')
    const [, path = ''] = /href="\/review\/sign-in(.*?)"/.exec(await offer.text()) ?? []
    const back = await browser.ask(await atDiscord(await browser.begin(path), MAINTAINER))
    expect([back.status, location(back)]).toEqual([303, '/review?of=several&state=asked'])
    expect(await isSignedIn(browser)).toBe(true)
    expect(await rows('select name from people where discord_id = ?', MAINTAINER.id)).toEqual([
      { name: MAINTAINER.globalName },
    ])
  })

  it('asks Discord once who it is, and gives its token back', async () => {
    await signedIn()
    expect(await standInHas('requests')).toMatchObject([
      { path: '/oauth2/authorize', status: 302 },
      { method: 'POST', path: '/api/v10/oauth2/token', status: 200 },
      { method: 'GET', path: '/api/v10/users/@me', status: 200 },
      { method: 'POST', path: '/api/v10/oauth2/token/revoke', status: 200 },
    ])
  })

  it('is done also where Discord does not take its token back, which is logged', async () => {
    await fault('/oauth2/token/revoke', { type: 'status', status: 500 })
    expect(await isSignedIn(await signedIn())).toBe(true)
    expect(faults).toHaveLength(1)
    expect(faults[0]).not.toContain(CLIENT_SECRET)
  })

  it.each([
    ['//elsewhere.example/review', '/review'],
    ['https://elsewhere.example/review', '/review'],
    ['/\\elsewhere.example/review', '/review'],
    ['/reviewed', '/review'],
    ['/review/../docs', '/review'],
    ['/review/sign-in?to=/review', '/review'],
    ['/review/callback?code=1', '/review'],
    [`/review?q=${'x'.repeat(1000)}`, '/review'],
    ['http://[', '/review'],
    ['/review?state=rejected&q=ü', '/review?state=rejected&q=%C3%BC'],
  ])('leads to none but our own pages for maintainers: %#', async (to, expected) => {
    const browser = open()
    const authorize = await browser.begin(`?${new URLSearchParams({ to })}`)
    expect(location(await browser.ask(await atDiscord(authorize, MAINTAINER)))).toBe(expected)
  })
})

describe('a person who is signed in already', () => {
  const TO = '?to=/review/S-7Q4K2'
  const asked = (callback: string) => callback.replace(/\?.*/, '')

  it.each<[string, (callback: string) => string]>([
    ['a reload', (callback) => callback],
    ['Back to an address without its query', asked],
    ['an answer to another sign-in', (callback) => callback.replace(/state=[^&]+/, 'state=another')],
    ['an answer that says nothing', (callback) => `${asked(callback)}?state=`],
    ['an answer that was cancelled', (callback) => `${asked(callback)}?error=access_denied&state=x`],
  ])('lands on the queue by %s', async (_, again) => {
    const browser = open()
    const callback = await atDiscord(await browser.begin(TO), MAINTAINER)
    expect((await browser.ask(callback)).status).toBe(303)
    for (let i = 0; i < 2; i++) {
      const answer = await browser.ask(again(callback))
      expect([answer.status, location(answer)]).toEqual([303, '/review'])
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
    }
    expect(await isSignedIn(browser)).toBe(true)
    expect(await rows('select * from sessions')).toHaveLength(1)
  })

  it('lands where the sign-in was to lead, where the browser kept its cookie', async () => {
    const browser = open()
    const callback = await atDiscord(await browser.begin(TO), MAINTAINER)
    const begun = browser.jar.get('__Host-begun') ?? ''
    await browser.ask(callback)
    browser.jar.set('__Host-begun', begun)
    const answer = await browser.ask(callback)
    expect([answer.status, location(answer)]).toEqual([303, '/review/S-7Q4K2'])
  })

  it('stays signed in who cancels a second sign-in, or while Discord is down', async () => {
    const browser = await signedIn()
    const cancelled = await browser.ask(await atDiscord(await browser.begin(TO)))
    expect([cancelled.status, location(cancelled)]).toEqual([303, '/review/S-7Q4K2'])
    const callback = await atDiscord(await browser.begin(TO), MAINTAINER)
    await fault('/oauth2/token', { type: 'status', status: 503 })
    expect((await browser.ask(callback)).status).toBe(303)
    expect(faults).toHaveLength(1)
  })

  it('is nobody whose session is over', async () => {
    const browser = open()
    const callback = await atDiscord(await browser.begin(), MAINTAINER)
    await browser.ask(callback)
    await env.DB.prepare('update sessions set expires_at = ?').bind(new Date().toISOString()).run()
    const answer = await browser.ask(callback)
    expect([answer.status, await headingOf(answer)]).toEqual([400, 'Please start again'])
  })
})

describe('the cookies', () => {
  const signed = String.raw`[^;]+\.[\w%]{43,}`

  it('are signed, out of reach of scripts and other sites, and bound to this host', async () => {
    const { cookies } = await signedIn()
    const [begun, dropped, session] = cookies
    const attributes = 'Path=/; HttpOnly; Secure; SameSite=Lax'
    expect(begun).toMatch(new RegExp(`^__Host-begun=${signed}; Max-Age=600; ${attributes}$`))
    expect(dropped).toBe(`__Host-begun=; Max-Age=0; ${attributes}`)
    expect(session).toMatch(new RegExp(`^__Host-session=${signed}; Max-Age=604800; ${attributes}$`))
    expect(cookies).toHaveLength(3)
  })

  it('are without TLS only on this machine', async () => {
    for (const origin of ['http://localhost:8787', 'http://127.0.0.1:8787', 'http://[::1]:8787']) {
      const { begin, cookies } = open({}, origin)
      await begin()
      expect(cookies[0]).toMatch(new RegExp(`^begun=${signed}; Max-Age=600; Path=/; HttpOnly; SameSite=Lax$`))
    }
    const { begin, cookies } = open({}, 'http://registry.example')
    await begin()
    expect(cookies[0]).toMatch(/^__Host-begun=.*; Secure/)
  })

  it('that were tampered with, or are of another secret, are none', async () => {
    const browser = await signedIn()
    const cookie = browser.jar.get('__Host-session') ?? ''
    const [, token = '', signature = ''] = /^(.*)\.(.*)$/.exec(cookie) ?? []
    const other = `session:${'0'.repeat(26)}`
    for (const forged of [`${other}.${signature}`, token, `${token}.`, `${cookie}x`, '', '.', '%']) {
      browser.jar.set('__Host-session', forged)
      expect(await isSignedIn(browser)).toBe(false)
    }
    const { ask, jar } = open({ SESSION_SECRET: 'another secret of 32 characters!' })
    jar.set('__Host-session', cookie)
    expect(await isSignedIn({ ask })).toBe(false)
    browser.jar.set('__Host-session', cookie)
    expect(await isSignedIn(browser)).toBe(true)
  })

  it('cannot stand for one another', async () => {
    const browser = await signedIn()
    const session = browser.jar.get('__Host-session') ?? ''
    const callback = await atDiscord(await browser.begin(), MAINTAINER)
    const begun = browser.jar.get('__Host-begun') ?? ''
    browser.jar.set('__Host-session', begun).set('__Host-begun', session)
    expect(await isSignedIn(browser)).toBe(false)
    expect((await browser.ask(callback)).status).toBe(400)
  })
})

describe('nobody is signed in', () => {
  const refused = async (answer: Response, status: number, heading: string) => {
    expect([answer.status, await headingOf(answer)]).toEqual([status, heading])
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('Set-Cookie') ?? '').not.toContain('session')
    expect(await rows('select * from sessions')).toEqual([])
  }
  const withState = (callback: string, state: string) => callback.replace(/state=[^&]+/, state)

  it('who cancels at Discord', async () => {
    const browser = open()
    await refused(await browser.ask(await atDiscord(await browser.begin())), 200, 'Not signed in')
    expect(browser.jar.size).toBe(0)
  })

  it('who is no maintainer, and of whom nothing is kept', async () => {
    const browser = open()
    const answer = await browser.ask(await atDiscord(await browser.begin(), VISITOR))
    expect(await answer.clone().text()).toContain('/covid-review maintainers')
    await refused(answer, 403, 'For maintainers only')
    expect(await rows('select * from people where discord_id = ?', VISITOR.id)).toEqual([])
    expect(await standInHas('requests')).toContainEqual(
      expect.objectContaining({ path: '/api/v10/oauth2/token/revoke', status: 200 }),
    )
  })

  it('by a state that is missing or another, which spoils nothing', async () => {
    const browser = open()
    const callback = await atDiscord(await browser.begin(), MAINTAINER)
    for (const state of ['', 'state=', 'state=another', 'state=a&state=b'])
      await refused(await browser.ask(withState(callback, state)), 400, 'Please start again')
    expect((await browser.ask(callback)).status).toBe(303)
  })

  it('in a browser in which it was not begun', async () => {
    const callback = await atDiscord(await open().begin(), MAINTAINER)
    const other = open()
    await refused(await other.ask(callback), 400, 'Please start again')
    await other.begin()
    await refused(await other.ask(callback), 400, 'Please start again')
  })

  it('without a code', async () => {
    const browser = open()
    const state = new URL(await browser.begin()).searchParams.get('state')
    await refused(await browser.ask(`/review/callback?state=${state}`), 400, 'Please start again')
    await refused(await browser.ask('/review/callback'), 400, 'Please start again')
  })

  it('by a code that was used, or that Discord did not give', async () => {
    const browser = open()
    const callback = await atDiscord(await browser.begin(), MAINTAINER)
    const begun = browser.jar.get('__Host-begun') ?? ''
    expect((await browser.ask(callback)).status).toBe(303)
    await env.DB.prepare('delete from sessions').run()
    // As if the browser had kept what it was told to forget.
    browser.jar.set('__Host-begun', begun)
    await refused(await browser.ask(callback), 400, 'Please start again')
    browser.jar.set('__Host-begun', begun)
    const invented = callback.replace(/code=\w+/, 'code=invented')
    await refused(await browser.ask(invented), 400, 'Please start again')
  })

  it.each<[string, string, object]>([
    ['is down', '/oauth2/token', { type: 'status', status: 503 }],
    ['drops the connection', '/oauth2/token', { type: 'drop' }],
    ['has enough of us', '/oauth2/token', { type: 'rateLimit', retryAfter: 60 }],
    ['does not say who it is', '/users/@me', { type: 'status', status: 500 }],
    ['takes too long', '/users/@me', { type: 'latency', milliseconds: 4000 }],
  ])('while Discord %s, which is logged', async (_, path, befalls) => {
    const browser = open()
    const callback = await atDiscord(await browser.begin('?to=/review/S-7Q4K2'), MAINTAINER)
    await fault(path, befalls)
    // The five seconds that it is given.
    vi.mocked(AbortSignal.timeout).mockImplementation((ms) => timeLimit(ms / 25))
    const answer = await browser.ask(callback)
    expect(await answer.clone().text()).toContain('/review/sign-in?to=%2Freview%2FS-7Q4K2')
    await refused(answer, 503, 'Discord does not answer')
    expect(faults).toHaveLength(1)
    for (const secret of [CLIENT_SECRET, /code=(\w+)/.exec(callback)?.[1] ?? ''])
      expect(faults[0]).not.toContain(secret)
  })
})

describe('a made-up code', () => {
  it.each(['invalid_grant', 'invalid_request'])('that Discord refuses with %s is no fault', async (error) => {
    vi.mocked(globalThis.fetch).mockResolvedValueOnce(
      Response.json({ error, error_description: 'Invalid "code" in request.' }, { status: 400 }),
    )
    const answer = await withMadeUpCode(`2001:db8:5161:${error.length}::1`)
    expect([answer.status, await headingOf(answer)]).toEqual([400, 'Please start again'])
    expect(faults).toEqual([])
  })

  it('reaches Discord five times a minute from one network, and holds up no other', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 12; n++) statuses.push((await withMadeUpCode(`2001:db8:5162:1::${n}`)).status)
    // The count begins anew with each minute of the clock.
    const asked = vi.mocked(globalThis.fetch).mock.calls.length
    expect(asked).toBeGreaterThanOrEqual(5)
    expect(asked).toBeLessThanOrEqual(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(12 - asked)
    const last = await withMadeUpCode('2001:db8:5163:1::1')
    expect(last.status).toBe(400)
    expect(faults).toEqual([])
  })
})

describe('a session is over', () => {
  it('once it has expired', async () => {
    const browser = await signedIn()
    await env.DB.prepare('update sessions set expires_at = ?').bind(new Date().toISOString()).run()
    expect(await isSignedIn(browser)).toBe(false)
  })

  it('for who signs out, here and not elsewhere', async () => {
    const [here, there] = [await signedIn(), await signedIn()]
    const kept = new Map(here.jar)
    const answer = await here.ask('/review/sign-out', {})
    expect([answer.status, location(answer)]).toEqual([303, '/review'])
    expect([...here.jar.keys()]).toEqual(['bookmark'])
    for (const [name, value] of kept) here.jar.set(name, value)
    expect(await isSignedIn(here)).toBe(false)
    expect(await isSignedIn(there)).toBe(true)
    expect((await open().ask('/review/sign-out', {})).status).toBe(303)
  })

  it('for who signs out everywhere, everywhere', async () => {
    const [here, there] = [await signedIn(), await signedIn()]
    expect((await here.ask('/review/sign-out', { everywhere: 'yes' })).status).toBe(303)
    expect(await isSignedIn(there)).toBe(false)
    // Whom it would have been for, nobody knows then.
    const answer = await there.ask('/review/sign-out', { everywhere: 'yes' })
    expect(answer.status).toBe(401)
    expect(await answer.text()).toContain('nothing was done')
  })

  it('for who is no maintainer any more', async () => {
    const browser = await signedIn()
    await registry.removeMaintainer('console', MAINTAINER.id)
    expect(await isSignedIn(browser)).toBe(false)
    const back = await browser.ask(await atDiscord(await browser.begin(), MAINTAINER))
    expect(back.status).toBe(403)
  })

  it('by no form of another site', async () => {
    const browser = await signedIn()
    const Cookie = `__Host-session=${browser.jar.get('__Host-session')}`
    for (const headers of [{ Origin: 'https://elsewhere.example' }, { 'Sec-Fetch-Site': 'cross-site' }, {}])
      expect(
        (
          await app.request(
            `${HERE}/review/sign-out`,
            { method: 'POST', headers: { ...headers, Cookie }, body: new URLSearchParams() },
            SETTINGS,
          )
        ).status,
      ).toBe(403)
    expect(await isSignedIn(browser)).toBe(true)
  })
})

describe('the pages for maintainers', () => {
  it('are kept by nobody', async () => {
    const browser = await signedIn()
    for (const path of ['/review', '/review/sign-in', '/review/callback'])
      for (const { ask } of [browser, open()])
        expect((await ask(path)).headers.get('Cache-Control')).toBe('no-store')
  })

  it('name the settings that are missing, and nothing of the others', async () => {
    const names = ['DISCORD_APPLICATION_ID', 'DISCORD_CLIENT_SECRET', 'SESSION_SECRET', 'PUBLIC_URL'] as const
    for (const missing of names) {
      const { ask } = open({ [missing]: '' })
      for (const path of ['/review', '/review/sign-in', '/review/callback?code=1&state=2']) {
        const answer = await ask(path)
        expect(answer.status).toBe(503)
        const text = await answer.text()
        expect(names.filter((name) => text.includes(name))).toEqual([missing])
        expect(text).not.toContain(CLIENT_SECRET)
      }
    }
    expect(faults).toEqual([])
  })

  it('take a short secret for none, and complain of it without telling it', async () => {
    const { ask } = open({ SESSION_SECRET: 'a short secret' })
    expect(await (await ask('/review/sign-in')).text()).toContain('SESSION_SECRET')
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('SESSION_SECRET has 14 characters, and it should have 32 or more.')
    expect(faults[0]).not.toContain('a short secret')
  })
})
