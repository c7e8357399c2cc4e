// Each call to Discord of a sign-in in turn goes wrong: the person is signed in, or reads that Discord does not answer.

import { env } from 'cloudflare:workers'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createRegistry } from '../../../worker/registry/index.ts'
import { MAINTAINER } from '../../discord/protocol/people.ts'
import { eachMishap, faultySites } from '../../support/faults/faulty-calls.ts'
import { secretsIn } from '../../support/faults/secrets-in.ts'
import { location, open, SETTINGS } from '../../support/sign-in-browser.ts'
import { rows } from '../registry/submissions.ts'

const CODE = 'planted-code-of-one-consent'
const TOKEN = 'planted-access-token'
const { id, username, globalName } = MAINTAINER
const ANSWERS = {
  [`POST ${SETTINGS.DISCORD_API_URL}/oauth2/token`]: {
    ...{ access_token: TOKEN, token_type: 'Bearer', expires_in: 604_800, scope: 'identify' },
  },
  [`GET ${SETTINGS.DISCORD_API_URL}/users/@me`]: { id, username, global_name: globalName },
  [`POST ${SETTINGS.DISCORD_API_URL}/oauth2/token/revoke`]: {},
}
const CALLS = Object.keys(ANSWERS)

const logged: string[] = []
beforeAll(async () => {
  await createRegistry(env.DB).addMaintainer('console', id, globalName)
})
beforeEach(async () => {
  await env.DB.prepare('delete from sessions').run()
  logged.length = 0
  vi.spyOn(console, 'error').mockImplementation((...line) => void logged.push(line.join(' ')))
})
afterEach(() => void vi.restoreAllMocks())

const discord = () => faultySites(async ({ method, url }) => Response.json(ANSWERS[`${method} ${url}`]))

/** Comes back from Discord's consent. */
async function comeBack() {
  const browser = open()
  const state = new URL(await browser.begin('?to=/review/actions')).searchParams.get('state')
  return browser.ask(`/review/callback?code=${CODE}&state=${state}`)
}

it('takes three calls', async () => {
  const { calls } = discord()
  expect((await comeBack()).status).toBe(303)
  expect(calls).toEqual(CALLS)
})

it.each(eachMishap(CALLS.length))('is whole, or is not and says so, where call $at $mishap', async ({
  at,
  mishap,
}) => {
  const sites = discord()
  sites.befall(at, mishap)
  const answer = await comeBack()
  const page = await answer.text()
  expect(sites.waited()).toBeLessThanOrEqual(10_000)
  if (at === CALLS.length) {
    expect([answer.status, location(answer)]).toEqual([303, '/review/actions'])
    expect(await rows('select * from sessions')).toHaveLength(1)
  } else {
    expect(answer.status).toBe(503)
    expect(page).toContain('Discord does not answer')
    expect(page).toContain('/review/sign-in?to=%2Freview%2Factions')
    expect(await rows('select * from sessions')).toEqual([])
    expect(logged).toHaveLength(1)
  }
  const { DISCORD_CLIENT_SECRET, SESSION_SECRET } = SETTINGS
  expect(secretsIn(logged, [DISCORD_CLIENT_SECRET, SESSION_SECRET, CODE, TOKEN])).toEqual([])
  sites.recover()
  expect((await comeBack()).status).toBe(303)
})
