// What there is beside the resources: references, changes, releases, numbers.

import * as z from 'zod/mini'
import { LENGTHS, Slug } from '../../schema/contract.ts'
import type { State } from '../../schema/record-verbs.ts'
import { releaseReference } from '../domain/cited.ts'
import { bibtex } from '../formats/bibtex.ts'
import { cff } from '../formats/cff.ts'
import { csl } from '../formats/csl.ts'
import { EXPORT_FORMATS } from '../formats/exports.ts'
import { ris } from '../formats/ris.ts'
import { baseOf } from './base.ts'
import { answerJson, answerText } from './conditional.ts'
import { PLACES, readCursor, writeCursor } from './cursor.ts'
import { MOMENT, momentOf } from './filters.ts'
import type { Operation } from './operation.ts'
import { PAGE, readQuery } from './query.ts'
import {
  AnyObject,
  ChangePage,
  Comparison,
  contentIn,
  Lineage,
  ReferencePage,
  ReleasePage,
  Stats,
} from './shapes.ts'

const JSON_TYPE = 'application/json'
type CitedRelease = NonNullable<State['release']>

const jsonAnswer = (description: string, shape: z.ZodMiniType): Operation['answer'] => ({
  status: 200,
  description,
  content: { [JSON_TYPE]: shape },
  isCacheable: true,
})

const ReferencesQuery = z.strictObject({ ...MOMENT, ...PAGE })

const references: Operation = {
  method: 'GET',
  path: '/v1/references',
  group: 'Registry',
  summary: 'List references, each with the resources that cite it',
  description: 'CSL-JSON items, in the order of the survey’s list.',
  query: ReferencesQuery,
  answer: jsonAnswer('A page of references.', ReferencePage),
  refusals: [400],
  async handle(c) {
    const { limit, cursor, ...given } = readQuery(c, ReferencesQuery)
    const moment = momentOf(given)
    const name = JSON.stringify(['references', moment])
    const { items, next, state } = await c.get('registry').listReferences({
      moment,
      size: Number(limit),
      after: cursor === undefined ? undefined : readCursor(name, cursor, PLACES.number),
    })
    return answerJson(
      c,
      {
        items: items.map(({ reference, citedBy }) => ({ ...reference, citedBy })),
        nextCursor: next === undefined ? null : writeCursor(name, next),
      },
      { changedAt: state.changedAt },
    )
  },
}

const ChangesQuery = z.strictObject({ slug: z.optional(Slug), ...MOMENT, ...PAGE })

/** The record of what became of resources. Who did it is no part of it. */
const changes: Operation = {
  method: 'GET',
  path: '/v1/changes',
  group: 'Registry',
  summary: 'List changes of resources, latest first',
  description:
    'Each with the record before and after, and the reference of the submission that it came from.',
  query: ChangesQuery,
  answer: jsonAnswer('A page of changes.', ChangePage),
  refusals: [400],
  async handle(c) {
    const { slug, limit, cursor, ...given } = readQuery(c, ChangesQuery)
    const moment = momentOf(given)
    const name = JSON.stringify(['changes', slug, moment])
    const { items, next, state } = await c.get('registry').listChanges({
      slug,
      moment,
      size: Number(limit),
      before: cursor === undefined ? undefined : Number(readCursor(name, cursor, PLACES.number)[0]),
    })
    const nextCursor = next === undefined ? null : writeCursor(name, [next])
    return answerJson(c, { items, nextCursor }, { changedAt: state.changedAt })
  },
}

const releases: Operation = {
  method: 'GET',
  path: '/v1/releases',
  group: 'Registry',
  summary: 'List releases, latest first',
  description: 'A release names the registry as it stood: `release=` with its version gives it back.',
  query: z.strictObject({}),
  answer: jsonAnswer('All releases.', ReleasePage),
  refusals: [400],
  async handle(c) {
    readQuery(c, z.strictObject({}))
    const { items } = await c.get('registry').listReleases()
    return answerJson(c, { items, nextCursor: null })
  },
}

const stats: Operation = {
  method: 'GET',
  path: '/v1/stats',
  group: 'Registry',
  summary: 'Count resources by data type and availability',
  query: z.strictObject({}),
  answer: jsonAnswer('The counts.', Stats),
  refusals: [400],
  async handle(c) {
    readQuery(c, z.strictObject({}))
    const registry = c.get('registry')
    const [overview, { unsaid }] = await Promise.all([registry.getOverview(), registry.getGaps(0)])
    const { resources, references: cited, totals, standing } = overview
    return answerJson(c, { resources, references: cited, availability: totals, unsaid, ...standing })
  },
}

const named = z.string().check(z.maxLength(LENGTHS.query))
const CompareQuery = z.strictObject({ a: named, b: named })

const comparison: Operation = {
  method: 'GET',
  path: '/v1/compare',
  group: 'Registry',
  summary: 'Compare two resources, and see whether they overlap',
  description:
    'Where `overlap` is true, both have data of the resources and origins in `shared`: who trains on one and tests on ' +
    'the other tests on what was trained on. Where it is false, nobody has said so here.',
  query: CompareQuery,
  answer: jsonAnswer('Both, and what they share.', Comparison),
  refusals: [400, 404],
  async handle(c) {
    const query = readQuery(c, CompareQuery)
    const { a, b, shared } = await c.get('registry').compareResources(query.a, query.b)
    return answerJson(c, { a, b, shared, overlap: shared.length > 0 })
  },
}

const lineage: Operation = {
  method: 'GET',
  path: '/v1/lineage',
  group: 'Registry',
  summary: 'Which data are in which resource, as a graph',
  query: z.strictObject({}),
  answer: jsonAnswer('The graph: it has no circles.', Lineage),
  refusals: [400],
  async handle(c) {
    readQuery(c, z.strictObject({}))
    const { nodes, edges, state } = await c.get('registry').getLineage()
    return answerJson(c, { nodes, edges }, { changedAt: state.changedAt })
  },
}

/** How a release is cited, in the forms that a resource's references have, and as a citation file. */
const CITATIONS = {
  cff: { type: 'application/yaml', name: 'CITATION.cff', render: cff },
  bib: {
    type: EXPORT_FORMATS.bib.type,
    name: 'BibTeX',
    render: (release) => `${bibtex(releaseReference(release))}\n`,
  },
  ris: { type: EXPORT_FORMATS.ris.type, name: 'RIS', render: (release) => ris(releaseReference(release)) },
  csl: {
    type: EXPORT_FORMATS.csl.type,
    name: 'CSL-JSON',
    render: (release) => `[${csl(releaseReference(release))}]\n`,
  },
} as const satisfies {
  readonly [suffix: string]: {
    readonly type: string
    readonly name: string
    readonly render: (release: CitedRelease, catalogue: { readonly base: string }) => string
  }
}

const ReleaseQuery = z.strictObject({ release: MOMENT.release })

const citations = Object.entries(CITATIONS).map(
  ([suffix, { type, name, render }]): Operation => ({
    method: 'GET',
    path: `/v1/citation.${suffix}`,
    group: 'Registry',
    summary: `How to cite the registry: its latest release, or the one named, as ${name}`,
    query: ReleaseQuery,
    answer: {
      status: 200,
      description: 'The citation.',
      content: { [type]: contentIn(type, AnyObject) },
      isCacheable: true,
    },
    refusals: [400],
    async handle(c) {
      const { release } = await c.get('registry').getState(momentOf(readQuery(c, ReleaseQuery)))
      if (!release) throw new Error('The database has no release: the survey migration has not run.')
      return answerText(c, render(release, { base: baseOf(c) }), { type })
    },
  }),
)

export const registryOperations: readonly Operation[] = [
  references,
  changes,
  releases,
  stats,
  comparison,
  lineage,
  ...citations,
]
