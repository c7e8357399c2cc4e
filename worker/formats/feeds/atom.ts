// The changes of resources as an Atom feed (RFC 4287).

import type { ListedChange } from '../../../schema/verbs/resources.ts'
import { REGISTRY } from '../../../schema/vocabulary.ts'
import { uuidUrn } from '../../domain/fingerprint.ts'
import { type Catalogue, pageAddress } from '../catalogue.ts'
import { changeLines } from './change-lines.ts'
import { element, type XmlElement, xmlDocument } from './xml.ts'

/** A part of every id, so it stays the same even if the registry is renamed. */
const GENERATOR = 'covid-imaging-registry'

/**
 * Writes changes, latest first, as a feed. Without a base its addresses are relative (4.2.7.1). `query` is the filter
 * that selects the resources, "?ct=yes": each is a feed of its own.
 */
export function atom(catalogue: Catalogue, changes: readonly ListedChange[], query = ''): string {
  const { title, license } = REGISTRY
  return feed([
    element('id', uuidUrn(`${GENERATOR}: changes${query}`)),
    element('title', `${title}: changes${query === '' ? '' : ` of ${readable(query)}`}`),
    element('subtitle', REGISTRY.description),
    element('updated', updatedAt(catalogue, changes)),
    link('self', `${catalogue.base}/feed.atom${query}`, 'application/atom+xml'),
    // RFC 4946.
    link('license', license.url, 'text/html'),
    element('author', [element('name', title)]),
    element('generator', GENERATOR),
    element('rights', `${license.spdx}: ${license.url}`),
    ...changes.map((change) => entry(catalogue, change)),
  ])
}

/** "?ct=yes&q=chest+x-ray" as "ct=yes, q=chest x-ray" */
const readable = (query: string): string =>
  [...new URLSearchParams(query)].map(([name, value]) => `${name}=${value}`).join(', ')

const feed = (content: readonly XmlElement[]): string =>
  xmlDocument(element('feed', content, { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en' }))

export interface SubmissionEntry {
  /** ISO 8601 in UTC. */
  readonly at: string
  readonly title: string
  readonly text: string
}

/**
 * What became of one submission, latest first, for the reader who holds its address: `address` is that of its page.
 * `reference` alone is in the ids, because the address is a secret.
 */
export function submissionAtom(
  { reference, name }: { readonly reference: string; readonly name: string },
  address: string,
  entries: readonly SubmissionEntry[],
): string {
  return feed([
    element('id', uuidUrn(`${GENERATOR}: submission ${reference}`)),
    element('title', `${reference}: ${name}`),
    element('updated', entries[0]?.at ?? '1970-01-01T00:00:00Z'),
    link('self', `${address}/feed.atom`, 'application/atom+xml'),
    element('author', [element('name', REGISTRY.title)]),
    element('generator', GENERATOR),
    ...entries.map(({ at, title, text }) =>
      element('entry', [
        element('id', uuidUrn(`${GENERATOR}: submission ${reference}, ${at}, ${title}`)),
        element('title', title),
        element('updated', at),
        link('alternate', address, 'text/html'),
        ...(text === '' ? [] : [element('summary', text)]),
      ]),
    ),
  ])
}

function entry(catalogue: Catalogue, change: ListedChange): XmlElement {
  const { action, name, slug } = change
  return element('entry', [
    element('id', entryId(change)),
    element('title', `${action.charAt(0).toUpperCase()}${action.slice(1)}: ${name}`),
    element('updated', rewritten(change)),
    link('alternate', pageAddress(catalogue, slug), 'text/html'),
    element('category', '', { term: action }),
    element('summary', changeLines(change).join('\n')),
  ])
}

/**
 * An id must survive a move of the feed (4.2.6), and the base can change, so the id has no address. The version
 * distinguishes the changes of a resource, the time those of two registries that began with the same survey.
 */
const entryId = ({ slug, version, at }: ListedChange): string =>
  uuidUrn(`${GENERATOR}: version ${version} of ${slug}, ${at}`)

/** A feed needs this element (4.1.1), even where nothing ever changed. */
const updatedAt = ({ asOf }: Catalogue, changes: readonly ListedChange[]): string =>
  latestOf(changes.map(rewritten)) ?? asOf.changedAt ?? '1970-01-01T00:00:00Z'

/** When the change was made, or its records were redacted. */
const rewritten = ({ at, before, after }: ListedChange): string =>
  latestOf([at, after.updatedAt, ...(before ? [before.updatedAt] : [])]) ?? at

const latestOf = (times: readonly string[]): string | undefined => [...times].sort().at(-1)

const link = (rel: string, href: string, type: string): XmlElement => element('link', '', { rel, href, type })
