// The rows of one release after another, numbered as the database would number them.

import { Failure } from '../../../bot/cli/failure.ts'
import { addressesOf, everyAddressOf } from '../../../schema/record/addresses-of.ts'
import { Resource } from '../../../schema/record/resource.ts'
import { completeRecord, type StoredRecord } from '../../../schema/record/stored-record.ts'
import { type Reference, referenceAddress } from '../../../schema/record/works/reference.ts'
import { versionColumns } from '../../domain/search/version-columns.ts'
import type { ReleaseFile } from './release-file.ts'

export type Value = string | number | null | object
export type Row = Readonly<Record<string, Value>>

/** In an order that every key and trigger allows. The rows of `resources` are made by a trigger on `changes`. */
export const TABLES = ['references', 'changes', 'versions', 'resource_references', 'addresses'] as const
export type Rows = Record<(typeof TABLES)[number], Row[]>

/** Adds releases, in order. @throws Failure where a record does not follow from the release before. */
export function createNumbering() {
  let sequence = 0
  const resources = new Map<string, { readonly id: number; readonly record: StoredRecord }>()
  const references = new Map<string, number>()
  const addresses = new Map<string, number>()

  function addReference(reference: Reference, rows: Rows): number {
    const known = references.get(reference.id)
    if (known !== undefined) return known
    const id = references.size + 1
    references.set(reference.id, id)
    const survey_number = reference['citation-number'] ?? null
    rows.references.push({
      id,
      survey_number,
      csl: reference,
      canonical: referenceAddress(reference) ?? null,
    })
    return id
  }

  function addAddress(canonical: string, id: number, rows: Rows): boolean {
    const holder = addresses.get(canonical)
    if (holder !== undefined) return holder === id
    addresses.set(canonical, id)
    rows.addresses.push({ canonical, owner_kind: 'resource', owner_id: String(id) })
    return true
  }

  function addChange(record: StoredRecord, reason: string, rows: Rows): void {
    const complete = Resource.parse(completeRecord(record))
    const { slug, url, doi, version, updatedAt } = complete
    const before = resources.get(slug)
    if (version !== (before?.record.version ?? 0) + 1)
      throw new Failure(`${slug} is at version ${version}, ${before ? 'after' : 'without'} one before it.`)
    const id = before?.id ?? resources.size + 1
    resources.set(slug, { id, record })
    sequence += 1
    rows.changes.push({
      sequence,
      subject: 'resource',
      subject_id: String(id),
      version,
      action: before ? 'corrected' : 'added',
      record,
      reason,
      at: updatedAt,
    })
    rows.versions.push({ sequence, resource_id: id, ...snakeCase(versionColumns(complete)) })
    record.references.forEach((reference, i) => {
      const reference_id = addReference(reference, rows)
      if (!before?.record.references[i])
        rows.resource_references.push({ resource_id: id, ordinal: i + 1, reference_id })
    })
    for (const name of [url, doi ?? url])
      if (!addressesOf({ url: name }).every((address) => addAddress(address, id, rows)))
        throw new Failure(`${slug} is at ${name}, where another resource is.`)
    // A former address may be another's by now.
    for (const address of everyAddressOf(complete)) addAddress(address, id, rows)
  }

  return {
    /** The sequence of the latest change. */
    sequence: () => sequence,
    add({ reason, references: printed = [], items }: ReleaseFile): Rows {
      const rows: Rows = { references: [], changes: [], versions: [], resource_references: [], addresses: [] }
      for (const reference of printed) addReference(reference, rows)
      const changed = items.filter(({ slug, version }) => resources.get(slug)?.record.version !== version)
      changed.sort((a, b) => a.updatedAt.localeCompare(b.updatedAt) || a.position - b.position)
      for (const record of changed) addChange(record, reason, rows)
      return rows
    },
  }
}

const snakeCase = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )
