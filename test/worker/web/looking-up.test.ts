import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createRegistry } from '../../../worker/registry/index.ts'
import { STRANGER } from '../registry/submissions.ts'
import { idIn, pageOf, post, stamp } from './forms.ts'

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
