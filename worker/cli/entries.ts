// What a file says, entry by entry: records as the registry hands them out, or a release (schema/survey).

import * as z from 'zod/mini'
import { PROPOSABLE } from '../../schema/record/field-keys.ts'
import type { DesiredRecord } from '../../schema/record/proposed-changes.ts'
import { Resource } from '../../schema/record/resource.ts'
import { completeRecord, type StoredRecord } from '../../schema/record/stored-record.ts'
import { ProposedChanges, ProposedResource } from '../../schema/record/submission.ts'
import { AvailabilityRow } from '../../schema/record/values/availability.ts'
import { refusedIn } from '../../schema/record/values/checked-text.ts'
import { Slug } from '../../schema/record/values/text.ts'
import { DATA_TYPE_KEYS } from '../../schema/vocabulary.ts'
import { csvFields, csvRows } from '../formats/tables/read-csv.ts'

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

/** A file that cannot be read, as a sentence. */
export class Unreadable extends Error {}

/** `name` says by its ending what the text is. */
export function readEntries(name: string, text: string): readonly Entry[] {
  const reason = `Imported from ${name}`
  const ending = /\.([a-z]+)$/.exec(name)?.[1]
  switch (ending) {
    case 'json':
      return readJson(parseJson(text, name), reason)
    case 'ndjson':
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line, i) => ownEntry(parseJson(line, `line ${i + 1}`), reason))
    case 'csv':
      return readCsv(text, reason)
    default:
      throw new Unreadable(`What is in ${name} can’t be told: its name ends in none of .json, .ndjson, .csv.`)
  }
}

function readJson(document: unknown, reason: string): readonly Entry[] {
  const { items } = parsed(z.object({ items: z.array(z.unknown()) }), document, 'the file')
  return items.map((item) => ownEntry(item, reason))
}

/** A record of the registry's own: with its claims as evidence. Its references cannot be proposed. */
function ownEntry(item: unknown, reason: string): Entry {
  const { slug = 'a record' } = z.object({ slug: z.optional(z.string()) }).parse(item)
  parsed(z.object({ availability: z.partial(AvailabilityRow) }), item, slug)
  const record = parsed(Resource, completeRecord(item as StoredRecord), slug)
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

/** What a proposal can say of a record. The cast holds because the values are those of the record's fields. */
const proposableOf = (record: Resource, isListed: boolean) =>
  Object.fromEntries(
    PROPOSABLE.filter((key) => isListed || key !== 'status').map((key) => [key, record[key]]),
  ) as unknown as ProposedResource

const dayOf = (instant: string) => instant.slice(0, 10)

const otherVersion = (version: number) => (listed: Resource) =>
  listed.version === version
    ? undefined
    : `it is at version ${listed.version}, and the file has version ${version}`

/** Columns that are not there say nothing, and nor do those of another name. */
function readCsv(text: string, reason: string): readonly Entry[] {
  const rows = csvRows(text)
  if (!rows) throw new Unreadable('A quote in the CSV is not closed, or stands where none may.')
  return rows.map((row, i): Entry => {
    const slug = parsed(Slug, row.get('slug'), `row ${i + 2}`)
    const version = row.get('version')
    const isListed = row.get('status') !== 'removed'
    const { status, ...rest } = csvFields(row)
    const given = isListed ? { status, ...rest } : rest
    const fields = parsed(ProposedChanges, given, slug)
    const isWhole =
      isListed && ['name', 'url', 'organization', ...DATA_TYPE_KEYS].every((name) => row.has(name))
    return {
      slug,
      derivedFrom: fields.derivedFrom,
      ...(isWhole && {
        addition: () => ({ fields: parsed(ProposedResource, { slug, ...given }, slug), evidence: [] }),
      }),
      correction: () => ({ fields, evidence: [] }),
      outdated: version ? otherVersion(Number(version)) : () => undefined,
      reason,
    }
  })
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Unreadable(`This is no JSON: ${what}.`)
  }
}

/**
 * The value, if it has the shape; else a sentence that says where it does not. Text that may not be published is left for
 * the registry to refuse, so that it costs the file one entry.
 */
function parsed<Shape extends z.ZodMiniType>(shape: Shape, value: unknown, what: string): z.infer<Shape> {
  const { data, error } = shape.safeParse(value)
  if (!error) return data as z.infer<Shape>
  const [issue] = error.issues.filter((one) => refusedIn(one) === undefined)
  if (!issue) return value as z.infer<Shape>
  throw new Unreadable(`In ${what}, ${issue.path.join('.') || 'all of it'}: ${issue.message}.`)
}
