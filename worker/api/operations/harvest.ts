// Operations for harvesters: the feed of changes, the sitemap, and OAI-PMH.

import type { Context } from 'hono'
import * as z from 'zod/mini'
import { RegistryError } from '../../../schema/errors.ts'
import { rewrittenAt } from '../../../schema/verbs/as-of.ts'
import { OAI_VERBS } from '../../domain/oai/request.ts'
import { isFiltering } from '../../domain/search/resource-filter.ts'
import type { AppEnv } from '../../env.ts'
import { atom } from '../../formats/feeds/atom.ts'
import { SITEMAP_LIMITS, sitemap } from '../../formats/feeds/sitemap.ts'
import { baseOf, requireBase } from '../../http/base.ts'
import { answerText } from '../../http/conditional.ts'
import { Filters, filterQuery, selectionOf } from '../../http/filters.ts'
import { refuseCompressed } from '../body.ts'
import type { Operation } from '../operation.ts'
import { Refusal } from '../problem.ts'
import { readQuery } from '../query.ts'
import { answerOai } from './oai.ts'

const NOTHING = z.strictObject({})
const ATOM = 'application/atom+xml; charset=utf-8'
const XML = 'application/xml; charset=utf-8'
/** The type that OAI-PMH 2.0 requires (3.1.2.1). */
const OAI = 'text/xml; charset=utf-8'
const TEXT = 'text/plain; charset=utf-8'
const FORM = 'application/x-www-form-urlencoded'

/** The number of changes in the feed. A weekly reader misses none, even in a busy week. */
const FEED_LENGTH = 50
/** Each entry of a filter's feed is another resource, whose change is looked up by itself. */
const FILTERED_FEED_LENGTH = 30

/** A feed is of now, and its order is that of time. */
const FEED_FILTERS = z.omit(Filters, { sort: true, release: true, at: true })

const feed: Operation = {
  method: 'GET',
  path: '/feed.atom',
  group: 'Harvest',
  summary: 'The latest changes of resources as an Atom feed; with a filter, of those that it selects',
  query: FEED_FILTERS,
  answer: {
    status: 200,
    description: 'The feed.',
    content: { [ATOM]: 'text' },
    alias: ['application/xml', 'text/xml'],
    isCacheable: true,
  },
  refusals: [400],
  async handle(c) {
    const { filter, text } = selectionOf(readQuery(c, FEED_FILTERS))
    const registry = c.get('registry')
    const isWhole = text === undefined && !isFiltering(filter)
    const { items, asOf } = isWhole
      ? await registry.listChanges({ size: FEED_LENGTH })
      : await registry.listLatestChanges({ filter, text, size: FILTERED_FEED_LENGTH })
    const query = isWhole ? '' : filterQuery(new URL(c.req.url).searchParams)
    const feed = atom({ base: baseOf(c), asOf }, items, query)
    return answerText(c, feed, { type: ATOM, changedAt: rewrittenAt(asOf) })
  },
}

const map: Operation = {
  method: 'GET',
  path: '/sitemap.xml',
  group: 'Harvest',
  summary: 'The address of every page, for crawlers',
  query: NOTHING,
  answer: {
    status: 200,
    description: 'The map.',
    content: { [XML]: 'text' },
    alias: ['text/xml'],
    isCacheable: true,
  },
  refusals: [400, 503],
  async handle(c) {
    readQuery(c, NOTHING)
    requireBase(c)
    const { items, asOf } = await c.get('registry').listNames({ order: 'table', size: SITEMAP_LIMITS.urls })
    return answerText(c, sitemap({ base: baseOf(c) }, items), {
      type: XML,
      changedAt: rewrittenAt(asOf),
    })
  },
}

/** What a crawler gains nothing by: forms, what somebody sent in, and every combination of filters. */
const UNCRAWLED = [
  '/review',
  '/submissions/',
  '/submit?',
  '/r/*/report',
  '/?',
  '/history?',
  '/v1/submissions',
  '/v1/*?',
  '/interactions',
  '/oai',
]

const robots: Operation = {
  method: 'GET',
  path: '/robots.txt',
  group: 'Harvest',
  summary: 'Which addresses a crawler may visit (RFC 9309)',
  query: NOTHING,
  answer: {
    status: 200,
    description: 'The rules.',
    content: { [TEXT]: 'text' },
    isCacheable: true,
  },
  refusals: [400],
  handle(c) {
    readQuery(c, NOTHING)
    const base = baseOf(c)
    const rules = ['User-agent: *', ...UNCRAWLED.map((path) => `Disallow: ${path}`), 'Allow: /']
    const map = base === '' ? [] : ['', `Sitemap: ${base}/sitemap.xml`]
    return answerText(c, `${[...rules, ...map].join('\n')}\n`, { type: TEXT })
  },
}

const MONTH_MS = 30 * 86_400_000
/** Less than a year, as RFC 9116 asks. */
const CONTACT_HOLDS_MONTHS = 10

const security: Operation = {
  method: 'GET',
  path: '/.well-known/security.txt',
  group: 'Harvest',
  summary: 'Whom to tell of a weakness (RFC 9116)',
  query: NOTHING,
  answer: {
    status: 200,
    description: 'The contact.',
    content: { [TEXT]: 'text' },
    isCacheable: true,
  },
  refusals: [400, 404],
  handle(c) {
    readQuery(c, NOTHING)
    const contact = c.env.CONTACT_EMAIL.trim()
    if (contact === '') throw new RegistryError('not_found', 'CONTACT_EMAIL does not name a contact yet.')
    // Of the month, so that the answer stays the same for caches.
    const month = Math.floor(Date.now() / MONTH_MS) + CONTACT_HOLDS_MONTHS
    const base = baseOf(c)
    const lines = [
      `Contact: mailto:${contact}`,
      `Expires: ${new Date(month * MONTH_MS).toISOString()}`,
      'Preferred-Languages: en, de',
      ...(base === '' ? [] : [`Canonical: ${base}/.well-known/security.txt`]),
    ]
    return answerText(c, `${lines.join('\n')}\n`, { type: TEXT })
  },
}

async function answerHarvester(c: Context<AppEnv>, parameters: URLSearchParams): Promise<Response> {
  const base = requireBase(c)
  const contact = c.env.CONTACT_EMAIL.trim()
  if (contact === '')
    throw new RegistryError(
      'unavailable',
      'OAI-PMH needs a contact, and CONTACT_EMAIL does not name one yet.',
    )
  const text = await answerOai(c.get('registry'), base, parameters, new Date(), contact)
  return c.body(text, 200, { 'Content-Type': OAI, 'Cache-Control': 'no-cache' })
}

const harvest = {
  path: '/oai',
  group: 'Harvest',
  answer: {
    status: 200,
    description: 'The answer, errors of the protocol included.',
    content: { [OAI]: 'text' },
    alias: ['application/xml'],
    isCacheable: false,
  },
} as const

/** For the document alone: the protocol has its own errors for its arguments. */
const Arguments = z.object({
  verb: z.enum(OAI_VERBS),
  identifier: z.optional(z.string()),
  metadataPrefix: z.optional(z.string()),
  from: z.optional(z.string()),
  until: z.optional(z.string()),
  set: z.optional(z.string()),
  resumptionToken: z.optional(z.string()),
})

const harvestByGet: Operation = {
  ...harvest,
  method: 'GET',
  summary: 'Harvest records by OAI-PMH 2.0, in oai_dc',
  description: 'All six verbs; deleted records are kept for ever. Try `/oai?verb=Identify`.',
  query: Arguments,
  refusals: [503],
  handle: (c) => answerHarvester(c, new URL(c.req.url).searchParams),
}

const harvestByPost: Operation = {
  ...harvest,
  method: 'POST',
  summary: 'Harvest records by OAI-PMH 2.0, the arguments in a form',
  body: { type: FORM, shape: Arguments },
  refusals: [413, 415, 503],
  async handle(c) {
    if (c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase() !== FORM)
      throw new Refusal('unsupported_media_type', `The body must be a form: "Content-Type: ${FORM}".`)
    // workerd warns about `text()` where the media type is not text/*.
    const bytes = await c.req.arrayBuffer()
    refuseCompressed(c, bytes)
    return answerHarvester(c, new URLSearchParams(new TextDecoder().decode(bytes)))
  },
}

export const harvestOperations: readonly Operation[] = [
  feed,
  map,
  robots,
  security,
  harvestByGet,
  harvestByPost,
]
