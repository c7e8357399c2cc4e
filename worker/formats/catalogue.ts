// The interfaces of all formats, and the addresses that they write.

import type { Resource } from '../../schema/record/resource.ts'
import type { AsOf } from '../../schema/verbs/as-of.ts'

/** The registry that a document describes. */
export interface Catalogue {
  /** Its address, "https://registry.example"; empty where PUBLIC_URL is unset, so addresses are relative. */
  readonly base: string
  readonly asOf: AsOf
}

/** The permanent address of a resource; with a suffix, of the resource in one format. */
export const recordAddress = ({ base }: Pick<Catalogue, 'base'>, slug: string, suffix = ''): string =>
  `${base}/v1/resources/${slug}${suffix}`

/** The address of the page about a resource, for people. */
export const pageAddress = ({ base }: Pick<Catalogue, 'base'>, slug: string): string => `${base}/r/${slug}`

/** The address of a download, as `export.csv`. */
export const exportAddress = ({ base }: Pick<Catalogue, 'base'>, file: string): string => `${base}/v1/${file}`

/** One resource as text. */
export type RecordFormat = (resource: Resource, catalogue: Catalogue) => string

/** Writes the whole registry, a resource at a time: `head()`, a `row` for each in order, `tail()`. */
export interface Writer {
  head(): string
  row(resource: Resource): string
  tail(): string
}

/** Opens a writer for one download. It may keep state between rows, such as the keys that are taken. */
export type ExportFormat = (catalogue: Catalogue) => Writer
