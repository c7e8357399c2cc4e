import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createRegistry } from '../../../worker/registry/index.ts'
import { STRANGER } from '../registry/submissions.ts'
import { get, idIn, pageOf, post, stamp, valuesOn } from './forms.ts'

const registry = createRegistry(env.DB)
const DOI = '10.5281/zenodo.9900001'
const DATACITE = 'https://api.datacite.org/dois/10.5281%2Fzenodo.9900001'

const filledIn = async (fields: Readonly<Record<string, string>>) =>
  pageOf(await post('/submit', { fillIn: 'yes', stamp: await stamp(), ...fields }))

/** The values of all inputs that were filled in, as a browser sends them. */
const hidden = (page: Awaited<ReturnType<typeof filledIn>>) => ({ found: page.value('found') ?? '' })

describe('“Fill in from this address”', () => {
  it('fills in what DataCite says, and says so', async () => {
    const page = await filledIn({ url: DOI })
    expect(page.text).toContain('Filled in from api.datacite.org')
    expect(page.value('name')).toBe('Padua lung ultrasound and CT of COVID-19')
    expect(page.value('license')).toBe('Creative Commons Attribution 4.0 International')
    expect(page.value('published')).toBe('2021')
    expect(page.value('downloadBytes')).toBe('18.7 GB')
    expect(page.value('references')).toContain('Lung ultrasound and CT in COVID-19: data from Padua')
    expect(page.value('found')).toContain(DATACITE)
  })

  it('overwrites nothing that was typed; both are sent, each with its source', async () => {
    const typed = { url: DOI, name: 'My name for it', ct: 'no', 'evidence.0.source': 'A colleague' }
    const page = await filledIn(typed)
    expect(page.value('name')).toBe('My name for it')
    const answer = await post('/submit', {
      ...typed,
      organization: page.value('organization') ?? '',
      license: page.value('license') ?? '',
      ultrasound: 'yes',
      access: '',
      notes: 'Seen',
      stamp: await stamp(),
      ...hidden(page),
    })
    expect(answer.status).toBe(303)
    const { evidence, resource } = (await registry.getSubmission(STRANGER, idIn(answer))).submission
    expect(resource).toMatchObject({ name: 'My name for it', availability: { ct: 'no', ultrasound: 'yes' } })
    const today = new Date().toISOString().slice(0, 10)
    expect(evidence).toContainEqual({ field: 'license', source: DATACITE, asOf: today })
    expect(evidence).toContainEqual({
      field: 'name',
      value: 'Padua lung ultrasound and CT of COVID-19',
      source: DATACITE,
      asOf: today,
    })
    expect(evidence).toContainEqual({ field: 'availability.ct', value: 'yes', source: DATACITE, asOf: today })
    // What the person took out again has no source.
    expect(evidence.map(({ field }) => field)).not.toContain('access')
  })

  it('on a report fills in what the record does not state, and says what the site states otherwise', async () => {
    const path = '/r/coronacases/report'
    const shown: Readonly<Record<string, string>> = {
      ...valuesOn(await pageOf(await get(path))),
      ...{ url: 'https://github.com/lung-lab/covid-xray-masks', kind: 'correction' },
    }
    const page = await pageOf(await post(path, { ...shown, fillIn: 'yes', stamp: await stamp() }))
    expect(page.text).toContain('Filled in from api.github.com')
    expect(page.text).toContain('Name: covid-xray-masks')
    expect(page.value('name')).toBe(shown.name)
    expect(page.value('published')).toBe('2020')
    const typed = { ...valuesOn(page), published: '', reason: 'It moved.', stamp: await stamp() }
    const answer = await post(path, typed)
    const { changes, evidence } = (await registry.getSubmission(STRANGER, idIn(answer))).submission
    expect(changes).toMatchObject({ license: 'CC-BY-4.0' })
    expect(changes).not.toHaveProperty('name')
    const today = new Date().toISOString().slice(0, 10)
    expect(evidence).toContainEqual({
      field: 'license',
      source: 'https://api.github.com/repos/lung-lab/covid-xray-masks',
      asOf: today,
    })
    // What stays as the record has it, and what the person took out again, have no source.
    expect(evidence.map(({ field }) => field)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:name|published)$/)]),
    )
  })

  it('on a report does not call its own record listed already', async () => {
    const path = '/r/eurorad/report'
    const page = await pageOf(
      await post(path, { ...valuesOn(await pageOf(await get(path))), fillIn: 'yes', stamp: await stamp() }),
    )
    expect(page.text).not.toContain('It is listed already')
    expect(page.text).toMatch(/Nothing more was found|Filled in from/)
  })

  it.each([
    ['a paper', 'arXiv:2003.99001', 'This address leads to a paper.'],
    ['what is listed', 'https://www.eurorad.org/', 'It is listed already: eurorad.org.'],
    ['a site that hangs up', 'https://hangs-up.misbehaving.org/', 'Nothing more was found at this address.'],
    ['a private address', 'http://127.0.0.1/', 'Not filled in. Your entries are still here.'],
    ['nothing', '', 'Not filled in. Your entries are still here.'],
  ])('of %s says so, and keeps what was typed', async (_, url, sentence) => {
    const page = await filledIn({ url, name: 'Kept' })
    expect(page.text).toContain(sentence)
    expect(page.value('name')).toBe('Kept')
  })

  it.each([
    '{',
    '[]',
    '{"fields":{"name":7},"evidence":[]}',
    'x'.repeat(70_000),
  ])('that was tampered with is a form without sources: %.20s', async (found) => {
    const name = crypto.randomUUID()
    const answer = await post('/submit', {
      name,
      url: `https://${name}.org/data`,
      organization: 'A hospital',
      found,
      stamp: await stamp(),
    })
    expect([303, 413]).toContain(answer.status)
  })
})
