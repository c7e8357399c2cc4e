// Each call to another site in turn goes wrong, behind each door that looks an address up: what the others say is there, in
// time, and the sites that did not answer are named.

import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkWebAddress } from '../../../schema/record/values/addresses/web-address.ts'
import { lookUp } from '../../../worker/outgoing/look-up.ts'
import { openOutside } from '../../../worker/outgoing/outside.ts'
import { outsideUserAgent } from '../../../worker/outgoing/user-agent.ts'
import { slashCommand } from '../../discord/protocol/interactions.ts'
import { type Person, VISITOR } from '../../discord/protocol/people.ts'
import { interact } from '../../support/discord.ts'
import { eachMishap, faultySites } from '../../support/faults/faulty-calls.ts'
import { documented } from '../api/documented.ts'
import { taken } from '../api/operation-cases.ts'
import { call } from '../api/requests.ts'
import { rows } from '../registry/submissions.ts'
import { pageOf, post, stamp } from '../web/forms.ts'

const { fetch: fetchOutside } = globalThis
const outside = () => faultySites((request) => fetchOutside(request))
const logged: unknown[] = []
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation((...line) => void logged.push(line)))
afterEach(() => {
  vi.restoreAllMocks()
  expect(logged.splice(0)).toEqual([])
})

const DOI = '10.5281/zenodo.9900001'

describe.each([
  { what: 'a DOI', address: DOI, calls: 3 },
  { what: 'a repository', address: 'https://github.com/lung-lab/covid-xray-masks', calls: 1 },
  {
    what: 'a data set at Hugging Face',
    address: 'https://huggingface.co/datasets/lung-lab/Covid-CT-Volumes',
    calls: 2,
  },
  { what: 'a page with a DOI', address: 'https://croissant.lung-lab.org/', calls: 2 },
  { what: 'the page of a paper', address: 'https://paper.lung-lab.org/', calls: 2 },
])('looking up $what', ({ address, calls }) => {
  const found = async () => {
    const checked = checkWebAddress(address)
    if ('problem' in checked) throw new Error(`${address} is no address.`)
    const asked = openOutside({ standIn: env.OUTSIDE_URL, userAgent: outsideUserAgent(undefined), most: 9 })
    return lookUp(checked.url, asked, { timeLimitMs: 8000, now: new Date() })
  }

  it.each(eachMishap(calls))('has what the others say where call $at $mishap', async ({ at, mishap }) => {
    const sites = outside()
    const { inquiries: whole } = await found()
    expect(sites.calls).toHaveLength(calls)
    sites.befall(at, mishap)
    const { inquiries, evidence } = await found()
    expect(sites.waited()).toBeLessThanOrEqual(8000)
    const { source } = whole[at - 1] ?? { source: '' }
    // A page may be any page; an API answers in JSON.
    if (!isPage(source) || mishap !== 'is answered by a proxy') {
      expect(inquiries.find((one) => one.source === source)?.outcome).toMatch(/late|failed|refused/)
      expect(evidence.map((one) => one.source)).not.toContain(source)
    }
    // What the first site leads to is not known without it.
    const others = at === 1 ? [] : whole.filter((one) => one.source !== source)
    expect(inquiries).toEqual(expect.arrayContaining(others))
  })
})

const isPage = (source: string) => source.includes('lung-lab.org')

let people = 0
const aPerson = (): Person => ({ ...VISITOR, id: `117000000000${String(++people).padStart(7, '0')}` })

const countTakenUp = async () => (await rows("select 1 from submissions where door = 'job'")).length

describe('a door', () => {
  const CALLS = 3

  it.each(eachMishap(CALLS))('of the API says what was found where call $at $mishap', async ({
    at,
    mishap,
  }) => {
    const sites = outside()
    sites.befall(at, mishap)
    const answer = await call('POST /lookup', { json: { url: DOI } })
    expect([answer.status, sites.calls.length]).toEqual([200, at === 1 ? 2 : 3])
    const { inquiries } = await answer.json<{ inquiries: { outcome: string }[] }>()
    expect(inquiries.filter(({ outcome }) => outcome === 'answered').length).toBe(
      at === 1 ? 0 : at === 2 ? 2 : 1,
    )
  })

  it.each(eachMishap(CALLS))('of the pages keeps what was typed where call $at $mishap', async ({
    at,
    mishap,
  }) => {
    const sites = outside()
    sites.befall(at, mishap)
    const page = await pageOf(
      await post('/submit', { fillIn: 'yes', stamp: await stamp(), url: DOI, notes: 'Typed' }),
    )
    expect(page.text).toContain(at === 1 ? 'Nothing more was found at this address.' : 'Filled in from')
    expect(page.value('notes')).toBe('Typed')
  })

  it.each(eachMishap(CALLS))('of Discord opens its form where call $at $mishap', async ({ at, mishap }) => {
    const sites = outside()
    sites.befall(at, mishap)
    const response = await interact(slashCommand('covid-data submit', { link: DOI }, { person: aPerson() }))
    expect(response.type).toBe(9)
    expect(sites.waited()).toBeLessThanOrEqual(1500)
  })

  const takeUp = documented.find(({ name }) => name === 'POST /v1/candidates/{id}/decisions')

  it.each(eachMishap(1))('takes a candidate up once where its site $mishap', async ({ at, mishap }) => {
    if (!takeUp) throw new Error('No such operation.')
    const { part, ...request } = await taken(takeUp)
    const before = await countTakenUp()
    const sites = outside()
    sites.befall(at, mishap)
    const path = `POST /candidates/${part}/decisions`
    expect((await call(path, request)).status).toBe(200)
    expect(sites.calls).toHaveLength(1)
    expect((await call(path, request)).status).toBe(200)
    expect(await countTakenUp()).toBe(before + 1)
  })
})
