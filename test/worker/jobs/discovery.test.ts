// The search for data sets, with lists that are played here: each address answers as the test says.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { RegistryError } from '../../../schema/errors.ts'
import { CANDIDATES_PER_WEEK } from '../../../schema/verbs/candidates.ts'
import type { Registry } from '../../../schema/verbs/registry.ts'
import { runDiscovery } from '../../../worker/jobs/discovery.ts'
import type { Answer, Outside } from '../../../worker/outgoing/outside.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { MAINTAINER, type Person } from '../../discord/protocol/people.ts'

const DAY_MS = 86_400_000
let today = Date.parse('2027-01-04T04:17:00Z')
const now = () => new Date(today)
const registry = createRegistry(env.DB, { now })
const actorOf = ({ id, globalName }: Person) =>
  ({ kind: 'discord', discordId: id, name: globalName }) as const
const ADA = actorOf(MAINTAINER)
const BOB = { kind: 'discord', discordId: '117000000000000501', name: 'Bob' } as const

beforeAll(async () => {
  await registry.addMaintainer('console', ADA.discordId, ADA.name)
  await registry.addMaintainer('console', BOB.discordId, BOB.name)
})

const work = (doi: string, title: string, more: object = {}) => ({
  attributes: {
    doi,
    titles: [{ title }],
    creators: [{ name: 'A lab', nameType: 'Organizational' }],
    publisher: 'Zenodo',
    types: { resourceTypeGeneral: 'Dataset' },
    relatedIdentifiers: [],
    created: now().toISOString(),
    updated: now().toISOString(),
    ...more,
  },
})
const versionOf = (doi: string) => ({
  relatedIdentifiers: [{ relationType: 'IsVersionOf', relatedIdentifier: doi, relatedIdentifierType: 'DOI' }],
})

const answered = (body: unknown, status = 200): Answer => ({
  result: 'answered',
  status,
  url: '',
  isPermanent: false,
  headers: new Headers(),
  body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  isWhole: true,
})

interface Lists {
  readonly datacite?: readonly object[]
  readonly concepts?: readonly object[]
  readonly hub?: readonly object[]
  /** Answers in place of the lists, by a part of the address. */
  readonly instead?: readonly (readonly [part: string, answer: Answer])[]
}

async function run({ datacite = [], concepts = [], hub = [], instead = [] }: Lists, of: Registry = registry) {
  const asked: string[] = []
  const faults: string[] = []
  const outside: Outside = async (address) => {
    asked.push(decodeURIComponent(address.replaceAll('+', ' ')))
    const other = instead.find(([part]) => address.includes(part))
    if (other) return other[1]
    if (address.startsWith('https://huggingface.co/')) return answered(hub)
    const data = address.includes('query=doi') ? concepts : datacite
    return answered({ data, meta: { totalPages: 1 } })
  }
  await runDiscovery({ registry: of, outside, now: now(), onFault: (fault) => faults.push(String(fault)) })
  return { asked, faults }
}
const nextWeek = () => {
  today += 7 * DAY_MS
}

const offered = async () =>
  (await registry.listCandidates(ADA, { state: 'offered', size: 100 })).items.map(({ name }) => name)
async function named(name: string) {
  const { items } = await registry.listCandidates(ADA, { state: 'offered', size: 100 })
  const found = items.find((one) => one.name === name)
  if (!found) throw new Error(`${name} is not offered.`)
  return found
}
const deliveries = async () =>
  (await env.DB.prepare(`select count(*) as n from deliveries where kind = 'candidates'`).first<number>(
    'n',
  )) ?? 0
const conflict = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error) => (error instanceof RegistryError && error.code === 'conflict' ? error.message : error),
  )

describe('a weekly search', () => {
  it('offers what is new and not listed, with one message, and looks on from there', async () => {
    const { asked } = await run({
      datacite: [
        work('10.5281/zenodo.8800001', 'COVID-19 CT of a ward'),
        work('10.5281/zenodo.8800002', 'Weather'),
        // Another version of what is listed by its page, in other letters.
        work('10.17632/2FXZ4PX6D8.9', 'COVID-19 CT that is listed'),
      ],
    })
    expect(asked[0]).toContain('created:[2026-12-05 TO *]')
    expect(asked).toHaveLength(4)
    expect(await offered()).toEqual(['COVID-19 CT of a ward'])
    expect(await deliveries()).toBe(1)
    nextWeek()
    const second = await run({ datacite: [work('10.5281/zenodo.8800001', 'COVID-19 CT of a ward')] })
    expect(second.asked[0]).toContain('created:[2027-01-04 TO *]')
    expect(await offered()).toEqual(['COVID-19 CT of a ward'])
    expect(await deliveries()).toBe(1)
  })

  it('looks again from where it was where a list did not answer, and offers what the others say', async () => {
    nextWeek()
    const { faults, asked } = await run({
      datacite: [work('10.5281/zenodo.8800003', 'COVID-19 MRI of hearts')],
      instead: [['huggingface', answered({ error: 'Too many requests' }, 429)]],
    })
    expect(faults).toEqual(['Error: Discovery was not answered by huggingface.co.'])
    // A site that refuses is not asked again.
    expect(asked.filter((address) => address.includes('huggingface'))).toHaveLength(1)
    expect(await offered()).toContain('COVID-19 MRI of hearts')
    nextWeek()
    expect((await run({})).asked[0]).toContain('created:[2027-01-11 TO *]')
  })

  it.each([
    ['no JSON', answered('<html>')],
    ['a part of it', { ...answered({ data: [] }), isWhole: false } as Answer],
    ['another shape', answered({ data: 7, meta: 'none' })],
    ['nothing', { result: 'failed', fault: 'late', url: '' } as Answer],
  ])('finds nothing where DataCite answers %s', async (_, answer) => {
    nextWeek()
    const before = await offered()
    await run({ instead: [['datacite', answer]] })
    expect(await offered()).toEqual(before)
  })

  it('offers ten a week, the best first, and the rest in the weeks after', async () => {
    nextWeek()
    const before = (await offered()).length
    const many = Array.from({ length: 14 }, (_, i) =>
      work(`10.5281/zenodo.89000${10 + i}`, i < 4 ? `COVID-19 lungs ${i}` : `COVID-19 CT ${i}`, {
        subjects: [{ subject: 'CT' }],
      }),
    )
    await run({ datacite: many })
    const first = await offered()
    expect(first).toHaveLength(before + CANDIDATES_PER_WEEK)
    expect(first.filter((name) => name.startsWith('COVID-19 lungs'))).toEqual([])
    // A second run in the same week offers none.
    await run({ datacite: [work('10.5281/zenodo.8900090', 'COVID-19 CT, once more')] })
    expect(await offered()).toHaveLength(before + CANDIDATES_PER_WEEK)
    nextWeek()
    await run({})
    expect((await offered()).filter((name) => name.startsWith('COVID-19 lungs'))).toHaveLength(4)
  })

  it('does not offer another version of what is listed, which the record of all versions names', async () => {
    nextWeek()
    await run({
      datacite: [
        work('10.5281/zenodo.8800031', 'COVID-19 CT, version 2', versionOf('10.5281/zenodo.8800030')),
      ],
      concepts: [
        work('10.5281/zenodo.8800030', 'COVID-19 CT', {
          relatedIdentifiers: [
            {
              relationType: 'HasVersion',
              relatedIdentifier: '10.17632/2fxz4px6d8.4',
              relatedIdentifierType: 'DOI',
            },
          ],
        }),
      ],
    })
    expect(await offered()).not.toContain('COVID-19 CT, version 2')
  })

  it('writes nothing while the registry takes no changes', async () => {
    const reading = createRegistry(env.DB, { now, readOnly: 'We move.' })
    await expect(
      run({ datacite: [work('10.5281/zenodo.8800040', 'COVID-19 CT')] }, reading),
    ).rejects.toMatchObject({
      code: 'read_only',
    })
  })
})

describe('a candidate', () => {
  it('is for maintainers alone', async () => {
    const eve = { kind: 'discord', discordId: '117000000000000502', name: 'Eve' } as const
    const { id } = await named('COVID-19 CT of a ward')
    for (const ask of [
      () => registry.listCandidates(eve, { state: 'offered', size: 1 }),
      () => registry.getCandidate(eve, id),
      () => registry.takeUpCandidate(eve, id),
      () => registry.declineCandidate(eve, id, 'No.'),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'forbidden' })
    await expect(registry.getCandidate(ADA, 999_999)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('taken up is one submission, however often and by whom it is taken', async () => {
    const { id } = await named('COVID-19 CT of a ward')
    const outcomes = await Promise.all([registry.takeUpCandidate(ADA, id), registry.takeUpCandidate(ADA, id)])
    const references = new Set(outcomes.map(({ submission }) => submission))
    expect(references.size).toBe(1)
    const [reference = ''] = references
    expect(await conflict(registry.takeUpCandidate(BOB, id))).toBe(
      `${ADA.name} has taken it up already, as ${reference}.`,
    )
    expect(await conflict(registry.declineCandidate(BOB, id, 'Too late.'))).toContain(reference)
    const review = await registry.reviewSubmission(ADA, reference)
    expect(review.submission).toMatchObject({
      kind: 'addition',
      state: 'pending',
      resource: { name: 'COVID-19 CT of a ward', url: 'https://doi.org/10.5281/zenodo.8800001' },
    })
    // Whoever took it up may decide: the registry itself sent it.
    expect(review.isOwn).toBe(false)
    const { items } = await registry.listActions(ADA, { size: 5 })
    expect(items.filter(({ action }) => action === 'take_up')).toEqual([
      expect.objectContaining({
        subject: { kind: 'candidate', key: String(id), name: 'COVID-19 CT of a ward' },
      }),
    ])
  })

  it('that two maintainers decide on at once is decided by one of them', async () => {
    const { id } = await named('COVID-19 MRI of hearts')
    const outcomes = await Promise.all([
      conflict(registry.takeUpCandidate(ADA, id)),
      conflict(registry.declineCandidate(BOB, id, 'Not imaging.')),
      conflict(registry.takeUpCandidate(BOB, id)),
    ])
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    const sent = await env.DB.prepare(
      `select count(*) as n from submissions where content like '%COVID-19 MRI of hearts%'`,
    ).first<number>('n')
    const { state } = await registry.getCandidate(ADA, id)
    expect(sent).toBe(state === 'taken' ? 1 : 0)
  })

  it('declined is never offered again, under no version of it', async () => {
    nextWeek()
    const concept = versionOf('10.5281/zenodo.8800050')
    await run({ datacite: [work('10.5281/zenodo.8800051', 'COVID-19 ultrasound, first', concept)] })
    const { id } = await named('COVID-19 ultrasound, first')
    const declined = await registry.declineCandidate(ADA, id, 'Made of other sets.')
    expect(declined).toMatchObject({ state: 'declined', reason: 'Made of other sets.', decidedBy: ADA.name })
    expect(await registry.declineCandidate(ADA, id, 'Twice.')).toMatchObject({
      reason: 'Made of other sets.',
    })
    expect(await conflict(registry.takeUpCandidate(BOB, id))).toContain('“not for us”')
    nextWeek()
    await run({
      datacite: [
        work('10.5281/zenodo.8800051', 'COVID-19 ultrasound, first', concept),
        work('10.5281/zenodo.8800052', 'COVID-19 ultrasound, second', concept),
        work('10.5281/zenodo.8800050', 'COVID-19 ultrasound, all versions'),
      ],
    })
    expect((await offered()).filter((name) => name.includes('ultrasound'))).toEqual([])
  })

  it('that was sent in meanwhile says so, and is not taken up', async () => {
    const [name = ''] = (await offered()).filter((one) => one.startsWith('COVID-19 CT 1'))
    const { id, url } = await named(name)
    const { submission } = await registry.submit(
      { kind: 'discord', discordId: '117000000000000503', name: 'Cleo' },
      {
        kind: 'addition',
        resource: { name: 'Mine', url, organization: 'A lab', availability: {} },
      },
      { door: 'discord' },
    )
    expect(await named(name)).toMatchObject({ waitingAs: submission.reference })
    expect(await conflict(registry.takeUpCandidate(ADA, id))).toContain('address')
    const decision = { decision: 'approve', version: 1 } as const
    const { slug } = await registry.decideSubmission(BOB, submission.reference, decision)
    expect(await named(name)).toMatchObject({ listedAs: slug })
    expect(await conflict(registry.takeUpCandidate(ADA, id))).toContain(slug)
    expect(await registry.declineCandidate(ADA, id, 'Listed.')).toMatchObject({ state: 'declined' })
  })
})
