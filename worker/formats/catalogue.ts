// What every rendering of the registry needs to know of it beside the resources.

import type { Resource } from '../../schema/record/resource.ts'
import type { AsOf } from '../../schema/verbs/as-of.ts'

/** The registry as a document about it tells of it. */
export interface Catalogue {
  /** Where it answers, "https://registry.example"; empty where that is not set, and addresses are relative. */
  readonly base: string
  readonly asOf: AsOf
}

/** A resource's own address, for ever; with a suffix the address of one of its forms. */
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

/** Opens a writer, which may remember what it has written: keys that must not be given twice, a comma due. */
export type ExportFormat = (catalogue: Catalogue) => Writer
