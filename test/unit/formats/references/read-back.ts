// Citation.js reads what we write: a parser that isn't ours.

import { Cite, plugins } from '@citation-js/core'
import type { CslName, Reference } from '../../../../schema/record/works/reference.ts'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'

interface ReadName {
  family?: string | undefined
  given?: string | undefined
  literal?: string
  'non-dropping-particle'?: string
}

interface ReadDate {
  'date-parts': number[][]
}

/** A CSL item as Citation.js understood it. */
export interface ReadItem {
  id: string
  type: string
  title?: string
  author?: ReadName[]
  issued?: ReadDate
  accessed?: ReadDate
  'container-title'?: string
  publisher?: string
  page?: string
  volume?: string
  issue?: string
  version?: string
  note?: string
  source?: string
  DOI?: string
  URL?: string
}

/** What Citation.js reads before it looks for CSL variables: the tags of RIS, or what is in a BibTeX entry. */
export interface ReadRecord {
  [tag: string]: unknown
  properties: Record<string, unknown>
}

/** As a BibTeX reader understands it. */
export function readBibtex(text: string): ReadItem {
  return only(new Cite(text, { forceType: '@bibtex/text', generateGraph: false }).data)
}

/** As a biblatex reader understands it. */
export function readBiblatex(text: string): ReadItem {
  return only(new Cite(text, { forceType: '@biblatex/text', generateGraph: false }).data)
}

/** As a RIS reader understands it. */
export function readRis(text: string): ReadItem {
  return only(new Cite(text, { forceType: '@ris/file', generateGraph: false }).data)
}

/** A whole list of references; CSL-JSON it knows by itself. */
export function readList(
  text: string,
  forceType?: '@bibtex/text' | '@biblatex/text' | '@ris/file',
): ReadItem[] {
  return new Cite(text, { ...(forceType && { forceType }), generateGraph: false }).data
}

/** The tags or fields of each item of a list as they are written. */
export function readRecords(text: string): ReadRecord[] {
  return plugins.input.chainLink(text)
}

/** The fields of a BibTeX entry as they are written. */
export function bibtexFields(text: string): Record<string, unknown> {
  return only(plugins.input.chainLink(text)).properties
}

/** The tags of a RIS record as they are written. */
export function risTags(text: string): Record<string, unknown> {
  return only(plugins.input.chainLink(text))
}

/** Names as readers tell them apart: what comes before the comma, and what after. */
export function pairs(names: (ReadName | CslName)[] | undefined): [family: string, given: string][] {
  return (names ?? []).map((name: ReadName) => [
    [name['non-dropping-particle'], name.family ?? name.literal].filter(Boolean).join(' '),
    name.given ?? '',
  ])
}

/** A reference of which only what matters is said. */
export function reference(fields: Partial<Reference>): Reference {
  return { id: 'some-id', type: 'dataset', title: 'Some data', ...fields }
}

function only<Item>(items: Item[]): Item {
  const [item, ...more] = items
  if (item === undefined || more.length > 0)
    throw new Error(`read ${items.length} items where one was written`)
  return item
}
