// What lists filter, sort and count by, of every resource at once. Its text is made by the view `version_lines`
// (schema/migrations/0001_triggers.sql).

import { filterTag, type Measure } from '../../../schema/record/filters.ts'
import { type Link, type LinksByPosition, linkAt } from '../../../schema/record/sites/link.ts'
import type { AvailabilityRow } from '../../../schema/record/values/availability.ts'
import { cellsRow } from '../../../schema/record/values/cells.ts'
import { RESOURCE_STATUSES, type ResourceStatus } from '../../../schema/vocabulary.ts'
import { tagsIn } from './version-columns.ts'

/** What many resources have in common: one object for all of them. */
export interface Alike {
  readonly availability: AvailabilityRow
  readonly status: ResourceStatus
  readonly license: string
  readonly tags: readonly string[]
}

/** The latest version of a resource, listed or removed, without its record. */
export interface ListedEntry {
  readonly position: number
  /** The change that has the record. */
  readonly sequence: number
  readonly updatedAt: string
  readonly nameKey: string
  /** As `sortColumn` writes them. */
  readonly measures: { readonly [Name in Measure]: number }
  /** The names of the fields that are sought and stated. */
  readonly stated: string
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly organization: string
  readonly url: string
  /** As the record has it. */
  readonly license: string | null
  /** Undefined where nothing is recorded of where its data are from. */
  readonly descent?: Descent
  readonly alike: Alike
  /** What the last look at its address says. */
  readonly link: Link
}

/** What the data of a resource are from. */
export interface Descent {
  /** The slugs of listed resources. */
  readonly derivedFrom: readonly string[]
  /** Others by name. */
  readonly origins: readonly string[]
  /** What is claimed of either, and where. */
  readonly claims: readonly (readonly [value: unknown, source: string])[]
}

/** Made once for the entries that an isolate keeps. */
const known = new WeakMap<readonly ListedEntry[], ReadonlyMap<number, ListedEntry>>()

/** By the change that has the record. */
export function entriesBySequence(entries: readonly ListedEntry[]): ReadonlyMap<number, ListedEntry> {
  const found = known.get(entries) ?? new Map(entries.map((entry) => [entry.sequence, entry]))
  known.set(entries, found)
  return found
}

const END_OF_LINE = '\u001e'
const BETWEEN_COLUMNS = '\u001f'
const BETWEEN_COMMON = '\u001d'

/** In table order. `known` has what earlier lines had in common, and gets what is new. */
export function readEntries(lines: string, links: LinksByPosition, known: Map<string, Alike>): ListedEntry[] {
  const entries = lines.split(END_OF_LINE)
  // A line ends with the mark, after which nothing is left.
  entries.pop()
  return entries.map((line) => entryOf(line, links, known)).sort((a, b) => a.position - b.position)
}

function entryOf(line: string, links: LinksByPosition, known: Map<string, Alike>): ListedEntry {
  const [
    position,
    sequence,
    updatedAt = '',
    images,
    patients,
    published,
    nameKey = '',
    stated = '',
    id,
    slug = '',
    name = '',
    organization = '',
    url = '',
    license = '',
    descent = '',
    common = '',
  ] = line.split(BETWEEN_COLUMNS)
  const link = linkAt(links, Number(position))
  const key = common + BETWEEN_COMMON + link.verdict
  const alike = known.get(key) ?? alikeOf(common, link)
  known.set(key, alike)
  return {
    ...{ position: Number(position), sequence: Number(sequence), updatedAt, nameKey, stated, alike, link },
    measures: { images: Number(images), patients: Number(patients), published: Number(published) },
    ...{ id: Number(id), slug, name, organization, url, license: license === '' ? null : license },
    ...(descent !== '' && { descent: JSON.parse(descent) as Descent }),
  }
}

function alikeOf(common: string, { verdict }: Link): Alike {
  const [cells, word, license = '', tags = ''] = common.split(BETWEEN_COMMON)
  const status = RESOURCE_STATUSES.find((one) => one === word)
  if (status === undefined) throw new Error('A line of the list has no status.')
  return {
    availability: cellsRow(Number(cells)),
    status,
    license,
    tags: [...tagsIn(tags), filterTag('link', verdict)],
  }
}
