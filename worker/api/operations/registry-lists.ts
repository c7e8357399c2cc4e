// Lists of references, changes and releases, and the counts.

import * as z from 'zod/mini'
import { SOUGHT } from '../../../schema/record/field-keys.ts'
import { Slug } from '../../../schema/record/values/text.ts'
import { changedSinceRelease, releaseOf, rewrittenAt } from '../../../schema/verbs/as-of.ts'
import type { Registry } from '../../../schema/verbs/registry.ts'
import { answerJson } from '../../http/conditional.ts'
import { PLACES, readCursor, writeCursor } from '../../http/cursor.ts'
import { MOMENT, momentOf } from '../../http/filters.ts'
import { numberedPage } from '../numbered-page.ts'
import { cachedAnswer, type Operation } from '../operation.ts'
import { PAGE, readQuery } from '../query.ts'

const ReferencesQuery = z.strictObject({ ...MOMENT, ...PAGE })

const references: Operation = {
  method: 'GET',
  path: '/v1/references',
  group: 'Registry',
  summary: 'List references, each with the resources that cite it',
  description: 'CSL-JSON items, in the order of the survey’s list.',
  query: ReferencesQuery,
  answer: cachedAnswer('A page of references.', 'ReferencePage'),
  refusals: [400],
  async handle(c) {
    const { limit, cursor, ...given } = readQuery(c, ReferencesQuery)
    const moment = momentOf(given)
    const name = JSON.stringify(['references', moment])
    const { items, next, asOf } = await c.get('registry').listReferences({
      asOf: moment,
      size: Number(limit),
      after: cursor === undefined ? undefined : readCursor(name, cursor, PLACES.number),
    })
    return answerJson(
      c,
      {
        items: items.map(({ reference, citedBy }) => ({ ...reference, citedBy })),
        nextCursor: next === undefined ? null : writeCursor(name, next),
      },
      { changedAt: rewrittenAt(asOf) },
    )
  },
}

const ChangesQuery = z.strictObject({ slug: z.optional(Slug), ...MOMENT, ...PAGE })

/** Throws `not_found` for an unknown slug, and finds the changes of a resource by a former slug too. */
async function listChangesOf(
  registry: Registry,
  slug: string | undefined,
  query: Parameters<Registry['listChanges']>[0],
) {
  const page = await registry.listChanges({ ...query, slug })
  if (page.items.length > 0 || slug === undefined) return page
  const resource = await registry.getResource(slug, { asOf: query.asOf })
  return resource.slug === slug ? page : registry.listChanges({ ...query, slug: resource.slug })
}

/** The public change log of resources. It does not name people. */
const changes: Operation = {
  method: 'GET',
  path: '/v1/changes',
  group: 'Registry',
  summary: 'List changes of resources, latest first',
  description:
    'Each with the record before and after, and the reference of the submission that it came from.',
  query: ChangesQuery,
  answer: cachedAnswer('A page of changes.', 'ChangePage'),
  refusals: [400, 404],
  async handle(c) {
    const { slug, limit, cursor, ...given } = readQuery(c, ChangesQuery)
    const moment = momentOf(given)
    const list = ['changes', slug, moment]
    const { items, nextCursor, asOf } = await numberedPage(list, { limit, cursor }, (size, before) =>
      listChangesOf(c.get('registry'), slug, { asOf: moment, size, before }),
    )
    const listed = items.map(({ isRemoved: _, ...change }) => change)
    return answerJson(c, { items: listed, nextCursor }, { changedAt: rewrittenAt(asOf) })
  },
}

const releases: Operation = {
  method: 'GET',
  path: '/v1/releases',
  group: 'Registry',
  summary: 'List releases, latest first',
  description: 'A release names the registry as it stood: `release=` with its version gives it back.',
  query: z.strictObject({}),
  answer: cachedAnswer('All releases.', 'ReleasePage'),
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
  answer: cachedAnswer('The counts.', 'Stats'),
  refusals: [400],
  async handle(c) {
    readQuery(c, z.strictObject({}))
    const registry = c.get('registry')
    const { resources, references: cited, totals, unsaid, asOf } = await registry.getOverview()
    const { version, title, releasedOn } = releaseOf(asOf)
    const completeness = Object.fromEntries(
      SOUGHT.map((field) => [field, { known: resources - unsaid[field], unknown: unsaid[field] }]),
    )
    return answerJson(c, {
      resources,
      references: cited,
      availability: totals,
      completeness,
      release: { version, title, releasedOn },
      changedAt: changedSinceRelease(asOf),
    })
  },
}

export const registryOperations: readonly Operation[] = [references, changes, releases, stats]
