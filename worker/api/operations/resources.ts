// The list of resources, and each resource in every format.

import type { Context } from 'hono'
import * as z from 'zod/mini'
import { RegistryError } from '../../../schema/errors.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { WithLink } from '../../../schema/record/sites/link.ts'
import { Slug } from '../../../schema/record/values/text.ts'
import { type AsOf, rewrittenAt } from '../../../schema/verbs/as-of.ts'
import type { ResourceFilter } from '../../../schema/verbs/resources.ts'
import type { AppEnv } from '../../env.ts'
import { pageAddress, recordAddress } from '../../formats/catalogue.ts'
import { FORMS, SUFFIXES, type Suffix } from '../../formats/index.ts'
import { baseOf } from '../../http/base.ts'
import { answerJson, answerText } from '../../http/conditional.ts'
import { startAt, writeCursor } from '../../http/cursor.ts'
import { Filters, MOMENT, momentOf, placeShapeOf, selectionOf } from '../../http/filters.ts'
import { formLinks, type Link, linkHeader } from '../../http/links.ts'
import { contentIn, HTML, type Operation, partOf } from '../operation.ts'
import { PAGE, readQuery } from '../query.ts'

const JSON_TYPE = 'application/json'

const ListQuery = z.extend(Filters, PAGE)

const list: Operation = {
  method: 'GET',
  path: '/v1/resources',
  group: 'Resources',
  summary: 'List resources',
  description:
    'Data types by their keys, each with the values that it may have. In table order no resource is repeated or ' +
    'skipped over the pages whatever changes meanwhile; in the other orders none that stayed unchanged. With `q` at ' +
    'most 200 are found, and `understood` says how it was read.',
  query: ListQuery,
  answer: {
    status: 200,
    description: 'A page of resources.',
    content: { [JSON_TYPE]: 'ResourcePage' },
    headers: ['Link'],
    isCacheable: true,
  },
  refusals: [400],
  async handle(c) {
    const { limit, cursor, ...filters } = readQuery(c, ListQuery)
    const selection = selectionOf(filters)
    const name = JSON.stringify(['resources', selection])
    const { items, next, asOf, understood, complete } = await c.get('registry').listResources({
      ...selection,
      from: startAt(cursor, name, placeShapeOf(selection.order)),
      size: Number(limit),
    })
    const nextCursor = next === undefined ? null : writeCursor(name, next.place)
    return answerJson(
      c,
      { items, nextCursor, ...(selection.text !== undefined && { understood: { ...understood, complete } }) },
      { changedAt: changedAtOf(items, asOf, selection.filter), headers: nextPage(c, nextCursor) },
    )
  },
}

/** What an address said may have changed since: of that alone no date is known where a list is filtered by it. */
const changedAtOf = (
  items: readonly WithLink<Resource>[],
  asOf: AsOf,
  filter: ResourceFilter,
): string | undefined =>
  filter.values?.link
    ? undefined
    : [rewrittenAt(asOf) ?? '', ...items.map(({ link }) => link?.checkedAt ?? '')].toSorted().at(-1) ||
      undefined

/** The Link header to the next page (RFC 8288). */
function nextPage(c: Context<AppEnv>, cursor: string | null): { Link?: string } {
  if (cursor === null) return {}
  const query = new URL(c.req.url).searchParams
  query.set('cursor', cursor)
  return linkHeader([{ to: `${baseOf(c)}${c.req.path}?${query}`, rel: 'next' }])
}

const MomentQuery = z.strictObject(MOMENT)

async function answerRecord(c: Context<AppEnv>, suffix: Suffix | typeof HTML): Promise<Response> {
  const moment = momentOf(readQuery(c, MomentQuery))
  const slug = Slug.safeParse(partOf(c, 'slug'))
  if (!slug.success) throw new RegistryError('not_found', 'That is no slug of a resource.')
  const { record, asOf } = await c.get('registry').getResource(slug.data, { asOf: moment })
  if (suffix === HTML) return redirectToPage(c, record)
  const { type, format } = FORMS[suffix]
  return answerText(c, format(record, { base: baseOf(c), asOf }), {
    type,
    changedAt: latestOf(record),
    headers: linkHeader(linksOf(c, record, suffix, asOf)),
  })
}

const latestOf = ({ updatedAt, link }: WithLink<Resource>): string =>
  link?.checkedAt && link.checkedAt > updatedAt ? link.checkedAt : updatedAt

const redirectToPage = (c: Context<AppEnv>, { slug }: Resource): Response =>
  c.body(null, 303, {
    Location: pageAddress({ base: baseOf(c) }, slug) + new URL(c.req.url).search,
    Vary: 'Accept',
  })

/** Links to the data, the other formats and the changes, for programs that know only this address (signposting.org). */
function linksOf(
  c: Context<AppEnv>,
  { slug, url, status }: Resource,
  current: Suffix,
  { sequence }: AsOf,
): Link[] {
  const base = baseOf(c)
  const { search } = new URL(c.req.url)
  return [
    { to: recordAddress({ base }, slug) + search, rel: 'canonical' },
    ...(status === 'removed' ? [] : [{ to: url, rel: 'describes' }]),
    { to: pageAddress({ base }, slug) + search, rel: 'alternate', type: 'text/html' },
    ...formLinks({ base, search }, slug).filter(({ suffix }) => suffix !== current),
    { to: `${base}/v1/resources`, rel: 'collection', type: JSON_TYPE },
    ...(sequence > 0
      ? [{ to: `${base}/v1/changes?slug=${slug}`, rel: 'version-history', type: JSON_TYPE }]
      : []),
  ]
}

const parts = { slug: 'The slug of the resource.' }

const negotiated: Operation = {
  method: 'GET',
  path: '/v1/resources/{slug}',
  group: 'Resources',
  summary: 'Get a resource, in the form that Accept asks for',
  description:
    'Also one that was removed: its status says so. `Link` leads to the other forms, and `Accept: text/html` to the page.',
  parts,
  query: MomentQuery,
  answer: {
    status: 200,
    description: 'The resource.',
    content: Object.fromEntries(
      SUFFIXES.map((suffix) => [FORMS[suffix].type, contentIn(FORMS[suffix].type, 'Resource')]),
    ),
    hasPage: true,
    headers: ['Link'],
    isCacheable: true,
  },
  refusals: [400, 404],
  handle: (c, accepted) =>
    answerRecord(
      c,
      accepted === HTML ? HTML : (SUFFIXES.find((suffix) => FORMS[suffix].type === accepted) ?? 'json'),
    ),
}

const suffixed = SUFFIXES.map(
  (suffix): Operation => ({
    method: 'GET',
    path: `/v1/resources/{slug}.${suffix}`,
    group: 'Resources',
    summary: `Get a resource: ${FORMS[suffix].description}`,
    parts,
    query: MomentQuery,
    answer: {
      status: 200,
      description: 'The resource.',
      content: { [FORMS[suffix].type]: contentIn(FORMS[suffix].type, 'Resource') },
      headers: ['Link'],
      isCacheable: true,
    },
    refusals: [400, 404],
    handle: (c) => answerRecord(c, suffix),
  }),
)

export const resourceOperations: readonly Operation[] = [list, negotiated, ...suffixed]
