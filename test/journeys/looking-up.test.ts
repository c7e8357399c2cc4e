// A link in chat that fills a form by itself.

import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRegistry } from '../../worker/registry/index.ts'
import { MAINTAINER, type Person } from '../discord/protocol/people.ts'
import { type Answer, visit } from '../support/discord.ts'

const registry = createRegistry(env.DB)
/** Looking up is counted by the person. */
let people = 0
const aPerson = (): Person => ({ id: `117000000000000079${people++}`, username: 'ada', globalName: 'Ada' })
const DATACITE = 'https://api.datacite.org/dois/10.5281%2Fzenodo.9900001'

beforeAll(async () => {
  await registry.addMaintainer('console', MAINTAINER.id, MAINTAINER.globalName)
})

const referenceIn = ({ text }: Answer) => /S-[0-9A-Z]{5}/.exec(text)?.[0] ?? ''

describe('a DOI in a message', () => {
  it('becomes a listed record with seven sourced facts in three clicks', async () => {
    // The first click opens the form, filled in.
    const ada = visit(aPerson())
    await ada.choose('Suggest to the registry', 'New: https://doi.org/10.5281/zenodo.9900001 !')
    // The second sends it as it is; the card says what was found besides.
    const draft = await ada.fill({})
    expect(draft.text.split('\n')).toEqual(
      expect.arrayContaining([
        '## Suggest Padua lung ultrasound and CT of COVID-19',
        'has CT, Ultrasound, Metadata · unknown X-ray, MRI, Case review',
        '### Also found at api.datacite.org',
        '**Licence** Creative Commons Attribution 4.0 International',
        expect.stringMatching(/^\*\*Access\*\* /),
        '**Published** 2021',
        '**Download size** 18.7 GB',
        '**DOI** 10.5281/zenodo.9900001',
      ]),
    )
    // The third hands it to a maintainer.
    const reference = referenceIn(await ada.press('Send'))

    const bob = visit(MAINTAINER)
    await bob.say('covid-review show', { submission: reference })
    await bob.press('Approve')
    const { record } = await registry.getResource('padua-lung-ultrasound-and-ct-of-covid-19')
    expect(record).toMatchObject({ licenseSpdx: 'CC-BY-4.0', access: 'open', published: 2021 })
    expect(record.references.map(({ type }) => type)).toEqual(['article-journal', 'dataset'])
    const sourced = record.claims.filter(({ source, stated }) => source === DATACITE && stated)
    expect(sourced.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'name',
        'organization',
        'description',
        'license',
        'access',
        'published',
        'lastUpdated',
      ]),
    )
    expect(sourced.length).toBeGreaterThanOrEqual(7)
  })

  it('overwrites nothing that a person types: the maintainer sees both', async () => {
    const person = aPerson()
    const ada = visit(person)
    await ada.say('covid-data submit', { link: '10.17632/zz9900002.2' })
    const draft = await ada.fill({ name: 'My own name for it', has: [] })
    expect(draft.text).toContain('## Suggest My own name for it')
    expect(draft.text).toContain('unknown CT, X-ray')
    const own = await registry.getSubmission(
      { kind: 'discord', discordId: person.id, name: 'Ada' },
      referenceIn(await ada.press('Send')),
    )
    expect(own.submission.resource).toMatchObject({ name: 'My own name for it', license: 'CC-BY-NC-3.0' })
    expect(own.submission.evidence).toContainEqual(
      expect.objectContaining({ field: 'name', value: 'Radiographs of COVID-19 and normal lungs' }),
    )
    expect(own.submission.evidence).toContainEqual(
      expect.objectContaining({ field: 'availability.xray', value: 'yes' }),
    )
  })

  it('is left out where the person says so, and stays out when they edit', async () => {
    const ada = visit(aPerson())
    await ada.say('covid-data submit', { link: 'https://github.com/lung-lab/covid-xray-masks' })
    expect((await ada.fill({})).text).toContain('### Also found at api.github.com')
    expect((await ada.press('Leave out what was found')).text).not.toContain('Also found')
    await ada.press('Edit')
    expect((await ada.fill({ notes: 'CC BY 4.0 by its README' })).text).not.toContain('Also found')
    // Another address is another question.
    await ada.press('Edit')
    expect((await ada.fill({ url: 'https://data.lung-lab.org/' })).text).toContain(
      'Also found at data.lung-lab.org',
    )
  })

  it('of a paper says that data has another address', async () => {
    const ada = visit(aPerson())
    await ada.say('covid-data submit', { link: 'arXiv:2003.99001' })
    const draft = await ada.fill({ name: 'A paper', organization: 'A journal' })
    expect(draft.text).toContain('This link leads to a paper.')
  })

  it('whose site fails is a form like any other', async () => {
    const ada = visit(aPerson())
    expect((await ada.say('covid-data submit', { link: 'https://hangs-up.misbehaving.org/' })).type).toBe(9)
    const draft = await ada.fill({ name: 'Silent', organization: 'A site' })
    expect(draft.ids.Send).toBeDefined()
    expect(draft.text).not.toContain('found')
  })
})

describe('POST /v1/lookup', () => {
  const asked = (url: string, from = '203.0.113.90') =>
    exports.default.fetch('https://registry.example/v1/lookup', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': from },
      body: JSON.stringify({ url }),
    })

  it('says what is listed at the address already', async () => {
    const answer = await (await asked('https://zenodo.org/record/9900001')).json()
    expect(answer).toMatchObject({
      address: 'https://zenodo.org/record/9900001',
      resource: { doi: '10.5281/zenodo.9900001' },
      listed: [{ slug: 'padua-lung-ultrasound-and-ct-of-covid-19' }],
    })
  })

  it('refuses what is no public address, with the reason', async () => {
    const answer = await asked('http://127.0.0.1/', '203.0.113.91')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('127.0.0.1')
  })

  it('is refused to a burst', async () => {
    const statuses = []
    for (let i = 0; i < 7; i++)
      statuses.push((await asked('https://gone.misbehaving.org/', '203.0.113.92')).status)
    expect(statuses).toContain(429)
  })
})
