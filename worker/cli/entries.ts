// The entries of a file: records as the registry hands them out, also through other programs, or a release
// (schema/survey). An entry that cannot be read throws its reason where it is asked for fields.

import * as z from 'zod/mini'
import { inEnglish } from '../../schema/errors.ts'
import { fieldOf, isListKind, PROPOSABLE } from '../../schema/record/field-keys.ts'
import type { DesiredRecord } from '../../schema/record/proposed-changes.ts'
import { Resource } from '../../schema/record/resource.ts'
import { completeRecord, type StoredRecord } from '../../schema/record/stored-record.ts'
import { ProposedChanges, ProposedResource } from '../../schema/record/submission.ts'
import { AvailabilityRow } from '../../schema/record/values/availability.ts'
import { refusedIn } from '../../schema/record/values/checked-text.ts'
import { Slug } from '../../schema/record/values/text.ts'
import { referenceAddress } from '../../schema/record/works/reference.ts'
import { sameValue } from '../../schema/same-value.ts'
import { DATA_TYPE_KEYS } from '../../schema/vocabulary.ts'
import { shapeProblems } from '../domain/intake/parse.ts'
import { choiceOf, wholeNumber } from './reading/cells.ts'
import { findDamage } from './reading/damage.ts'
import { isObject, type Json, nested, recordsIn, rowIn } from './reading/json-records.ts'
import { isJson, jsonValues } from './reading/json-values.ts'
import { readTable, type TableRow, tableFields } from './reading/table.ts'
import { Unreadable } from './reading/unreadable.ts'

export interface Entry {
  readonly slug: string
  readonly derivedFrom?: readonly string[] | undefined
  /** What to propose where it is not listed; without it, only what is listed can be corrected. */
  readonly addition?: () => DesiredRecord<ProposedResource>
  readonly correction: (listed: Resource) => DesiredRecord
  /** Why the file has no say about a record that differs from it. */
  readonly outdated: (listed: Resource) => string | undefined
  readonly reason: string
}

/** Reads JSON or a table, by what the text is. Throws `Unreadable` for a text that has no records. */
export function readEntries(name: string, text: string): readonly Entry[] {
  const reason = `Imported from ${name}`
  if (text.trim() === '') throw new Unreadable(`${name} is empty.`)
  if (/^\s*<(!doctype|html|\?xml)/i.test(text))
    throw new Unreadable(`${name} is a page or XML, not a download of the registry.`)
  const entries = isJson(text) ? readJson(text, reason) : readRows(text, reason)
  const seen = new Set<string>()
  return entries.map((entry) => {
    if (!seen.has(entry.slug)) {
      if (isSlug(entry.slug)) seen.add(entry.slug)
      return entry
    }
    return brokenEntry(entry.slug, 'the file has it twice, and the first one counts', reason)
  })
}

const isSlug = (value: unknown): value is string => Slug.safeParse(value).success

const fail = (problem: string) => (): never => {
  throw new Unreadable(problem)
}

/** An entry of which only the reason is known why it cannot be read. */
const brokenEntry = (slug: string, problem: string, reason: string): Entry => ({
  slug,
  addition: fail(problem),
  correction: fail(problem),
  outdated: () => undefined,
  reason,
})

/** The entry, or a broken one where it cannot be read. */
function entryOr(slug: string, reason: string, read: () => Entry): Entry {
  try {
    return read()
  } catch (error) {
    if (error instanceof Unreadable) return brokenEntry(slug, error.message, reason)
    throw error
  }
}

function readJson(text: string, reason: string): readonly Entry[] {
  return jsonValues(text).flatMap((one) =>
    'problem' in one
      ? brokenEntry(`line ${one.line}`, one.problem, reason)
      : recordsIn(one.value).map((record, i, { length }) => {
          const label = length === 1 ? `line ${one.line}` : `record ${i + 1}`
          const slug = isObject(record) && isSlug(record.slug) ? record.slug : label
          return entryOr(slug, reason, () => jsonEntry(record, slug, reason))
        }),
  )
}

/** A whole record of ours, or some fields of one. */
function jsonEntry(given: unknown, slug: string, reason: string): Entry {
  if (!isObject(given)) throw new Unreadable(`this is no record, but ${JSON.stringify(given).slice(0, 60)}`)
  const row = rowIn(given)
  if (row) return rowEntry(row, reason)
  const damage = findDamage(given)
  const item = repaired(nested(given))
  parsed(Slug, item.slug, 'slug')
  try {
    return 'version' in item && 'updatedAt' in item && 'availability' in item
      ? wholeEntry(item, slug, reason)
      : partialEntry(item, slug, reason)
  } catch (error) {
    throw error instanceof Unreadable && damage !== undefined ? new Unreadable(damage) : error
  }
}

/** PowerShell makes other instants of ours, and a text of a list that has one. */
function repaired(given: Json): Json {
  const item: Record<string, unknown> = { ...given }
  for (const key of PROPOSABLE) {
    const value = item[key]
    if (!isListKind(fieldOf(key).kind) || Array.isArray(value) || value === undefined) continue
    item[key] = typeof value === 'string' ? [value] : value === null || sameValue(value, {}) ? [] : value
  }
  if (typeof item.updatedAt === 'string') item.updatedAt = instantOf(item.updatedAt)
  return item
}

function instantOf(text: string): string {
  const serial = /^\/Date\((-?\d+)\)\/$/.exec(text)
  const date = new Date(serial ? Number(serial[1]) : text)
  return Number.isNaN(date.getTime()) ? text : date.toISOString()
}

/** A record of the registry's own, with its claims as evidence. */
function wholeEntry(item: Json, slug: string, reason: string): Entry {
  parsed(z.object({ availability: z.partial(AvailabilityRow) }), item)
  const record = parsed(Resource, completeRecord(item as unknown as StoredRecord))
  const { status, derivedFrom, claims } = record
  const evidence = claims.map(({ field, value, source, asOf }) => ({
    field,
    value,
    source,
    ...(asOf !== null && { asOf }),
  }))
  const isListed = status !== 'removed'
  const fields = proposableOf(record, isListed)
  return {
    slug,
    derivedFrom,
    ...(isListed && { addition: () => ({ fields: { slug, ...fields }, evidence }) }),
    correction: () => ({ fields, evidence }),
    outdated: ({ updatedAt }) =>
      updatedAt > record.updatedAt
        ? `it was changed on ${dayOf(updatedAt)}, and the file has it as of ${dayOf(record.updatedAt)}`
        : undefined,
    reason,
  }
}

/** Some fields, as `jq` picks them: only those are compared. */
function partialEntry(item: Json, slug: string, reason: string): Entry {
  const picked = Object.fromEntries(PROPOSABLE.filter((key) => key in item).map((key) => [key, item[key]]))
  if (Object.keys(picked).length === 0) throw new Unreadable('it has no field that can be corrected')
  const fields = parsed(ProposedChanges, picked)
  const isWhole = ['name', 'url', 'organization', 'availability'].every((key) => key in picked)
  return {
    slug,
    derivedFrom: fields.derivedFrom,
    ...(isWhole && {
      addition: () => ({ fields: parsed(ProposedResource, { slug, ...picked }), evidence: [] }),
    }),
    correction: () => ({ fields, evidence: [] }),
    outdated: otherVersion(item.version === undefined ? undefined : String(item.version)),
    reason,
  }
}

/** The fields of a record that can be proposed. The cast holds because the values are those of the record's fields. */
const proposableOf = (record: Resource, isListed: boolean) =>
  Object.fromEntries(
    PROPOSABLE.filter((key) => isListed || key !== 'status').map((key) => [key, record[key]]),
  ) as unknown as ProposedResource

const dayOf = (instant: string) => instant.slice(0, 10)

/** Why a file with another version has no say; a file without a version has. */
function otherVersion(cell: string | undefined): Entry['outdated'] {
  if (cell === undefined || cell.trim() === '') return () => undefined
  const version = wholeNumber(cell)
  return (listed) =>
    listed.version === version
      ? undefined
      : `it is at version ${listed.version}, and the file has version ${version}`
}

const readRows = (text: string, reason: string): readonly Entry[] =>
  readTable(text).map((read) =>
    'problem' in read
      ? brokenEntry(`line ${read.line}`, read.problem, reason)
      : entryOr(labelOf(read.row, read.line), reason, () => rowEntry(read.row, reason)),
  )

const labelOf = (row: TableRow, line: number): string => {
  const slug = Slug.safeParse(row.get('slug')?.trim())
  return slug.success ? slug.data : `line ${line}`
}

/** Columns that are missing say nothing, and neither do those of another name. */
function rowEntry(row: TableRow, reason: string): Entry {
  const slug = parsed(Slug, row.get('slug')?.trim(), 'slug')
  const damage = findDamage(Object.fromEntries(row))
  if (damage !== undefined) throw new Unreadable(damage)
  const isListed = choiceOf(row.get('status') ?? '') !== 'removed'
  const { status, ...rest } = tableFields(row)
  const given = isListed ? { status, ...rest } : rest
  const fields = parsed(ProposedChanges, given)
  const isWhole =
    isListed && ['name', 'url', 'organization', ...DATA_TYPE_KEYS].every((name) => row.has(name))
  return {
    slug,
    derivedFrom: fields.derivedFrom,
    ...(isWhole && {
      addition: () => ({ fields: parsed(ProposedResource, { slug, ...given }), evidence: [] }),
    }),
    correction: (listed) => ({
      fields: withListedReferences(
        withoutInventedDay(withListedParts(fields, listed, row), listed, row),
        listed,
      ),
      evidence: [],
    }),
    outdated: otherVersion(row.get('version')),
    reason,
  }
}

/** Of sizes and uses the parts without a column are as they are listed. */
function withListedParts(fields: ProposedChanges, listed: Resource, row: TableRow): ProposedChanges {
  const { counts, use } = fields
  const missing = Object.entries(listed.counts ?? {}).filter(([key]) => !row.has(COLUMN_OF_PART[key] ?? key))
  return {
    ...fields,
    ...(counts && { counts: { ...counts, ...Object.fromEntries(missing) } }),
    ...(use && !row.has('useNote') && { use: { ...use, note: listed.use.note } }),
  }
}

const COLUMN_OF_PART: Readonly<Record<string, string>> = { text: 'counts', asOf: 'countsAsOf' }

/** A spreadsheet makes the first day of 2020-10 and of 2020: where the record has less of the same date, that stays. */
function withoutInventedDay(fields: ProposedChanges, listed: Resource, row: TableRow): ProposedChanges {
  const isInvented = (column: string, date: string | null | undefined, before: string | null | undefined) =>
    typeof date === 'string' &&
    typeof before === 'string' &&
    row.get(column)?.trim() !== date &&
    date.startsWith(before) &&
    /^(-01)*$/.test(date.slice(before.length))
  const { counts, lastUpdated } = fields
  const before = listed.counts?.asOf
  return {
    ...fields,
    ...(isInvented('countsAsOf', counts?.asOf, before) && before && { counts: { ...counts, asOf: before } }),
    ...(isInvented('lastUpdated', lastUpdated, listed.lastUpdated) && { lastUpdated: listed.lastUpdated }),
  }
}

/** A row has of a reference its address alone: the record's own at that address stays, and so does one without any. */
function withListedReferences(fields: ProposedChanges, { references }: Resource): ProposedChanges {
  if (fields.references === undefined) return fields
  const [linked, unlinked] = [
    references.filter(referenceAddress),
    references.filter((one) => !referenceAddress(one)),
  ]
  const wanted = fields.references.map(
    (one) => linked.find((listed) => referenceAddress(listed) === referenceAddress(one)) ?? one,
  )
  const isSame = sameValue(wanted, linked)
  return { ...fields, references: isSame ? [...references] : [...wanted, ...unlinked] }
}

/**
 * The value, if it has the shape. Text that may not be published is left for the registry to refuse. Throws `Unreadable`
 * with every field at fault.
 */
function parsed<Shape extends z.ZodMiniType>(
  shape: Shape,
  value: unknown,
  what = 'the record',
): z.infer<Shape> {
  const { data, error } = shape.safeParse(value)
  if (!error) return data as z.infer<Shape>
  const issues = error.issues.filter((one) => refusedIn(one) === undefined)
  if (issues.length === 0) return value as z.infer<Shape>
  throw new Unreadable(
    shapeProblems(issues, value, what)
      .map(inEnglish)
      .map(({ field, problem }) => `${field}: ${problem}`)
      .join(' '),
  )
}
