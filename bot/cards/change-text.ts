// What differs between a record and what it becomes, or what is proposed of it.

import type { Resource } from '../../schema/contract.ts'
import type { ProposedChanges } from '../../schema/submission.ts'
import type { ListedChange } from '../../schema/submission-verbs.ts'
import { DATA_TYPES, type ResourceStatus } from '../../schema/vocabulary.ts'
import { ACCESS_WORDS, fieldName } from '../../schema/words.ts'
import { countsText } from './fact-words.ts'
import { plain } from './markdown.ts'

/** A record, or what is proposed of one. */
type Content = Omit<ProposedChanges, 'status'> & { readonly status?: ResourceStatus | undefined }

/** A field that differs: how it is called, and what it was and is. */
export interface Difference {
  readonly name: string
  readonly text: string
}

const ONES = ['name', 'url', 'organization'] as const
const FACTS = ['license', 'access', 'counts', 'doi', 'status', 'successor'] as const
const LISTS = ['formats', 'formerUrls', 'cautions', 'derivedFrom', 'origins'] as const

/**
 * What `after` says otherwise than `before`, each value of at most `most` units. What `after` leaves out stays as it
 * is; where there is no `before` only what comes is told.
 */
export function differences(before: Content | undefined, after: Content, most: number): Difference[] {
  const ones = (fields: readonly ((typeof ONES)[number] | (typeof FACTS)[number])[]) =>
    fields.flatMap((field) => one(fieldName(field), shown(before, field), shown(after, field), most))
  return [
    ...ones(ONES),
    ...DATA_TYPES.flatMap(({ key, label }) =>
      one(label, before?.availability?.[key], after.availability?.[key], most),
    ),
    ...ones(FACTS),
    ...LISTS.flatMap((field) => list(fieldName(field), before?.[field], after[field], most)),
  ]
}

/** What a record or proposal says beside the table, as far as it says anything. */
export function presentFacts(record: Content, most: number): Difference[] {
  const ones = FACTS.map((field) => ({ field, said: shown(record, field) }))
  const lists = LISTS.map((field) => ({ field, said: record[field]?.join(', ') }))
  return [...ones, ...lists].flatMap(({ field, said }) =>
    said ? [{ name: fieldName(field), text: plain(said, most) }] : [],
  )
}

/** A field as one reads it; null where nothing is said, undefined where it is not there at all. */
function shown(
  record: Content | undefined,
  field: (typeof ONES)[number] | (typeof FACTS)[number],
): string | null | undefined {
  const value = record?.[field]
  if (value === 'unknown' && (field === 'access' || field === 'status')) return null
  if (field === 'access') return record?.access && ACCESS_WORDS[record.access]
  return typeof value === 'object' && value !== null ? wholeCounts(value) : value
}

/** Numbers and words: a change of either is one. */
function wholeCounts(counts: NonNullable<Resource['counts']>): string {
  const numbers = countsText(counts)
  return counts.text === undefined || numbers.startsWith(counts.text) ? numbers : `${numbers}: ${counts.text}`
}

/** "~~old~~ → **new**" */
function one(
  name: string,
  old: string | null | undefined,
  now: string | null | undefined,
  most: number,
): Difference[] {
  if (now === undefined || old === now) return []
  const was = old ? `~~${plain(old, most)}~~ → ` : ''
  return [{ name, text: `${was}${now === null ? 'nothing said' : `**${plain(now, most)}**`}` }]
}

/** "**PNG** added, ~~JPEG~~ removed" */
function list(
  name: string,
  old: readonly string[] | undefined,
  now: readonly string[] | undefined,
  most: number,
): Difference[] {
  if (now === undefined) return []
  if (old === undefined) return one(name, undefined, now.join(', ') || null, most)
  const [came, went] = [
    now.filter((entry) => !old.includes(entry)),
    old.filter((entry) => !now.includes(entry)),
  ]
  const texts = [
    ...(came.length > 0 ? [`**${plain(came.join(', '), most)}** added`] : []),
    ...(went.length > 0 ? [`~~${plain(went.join(', '), most)}~~ removed`] : []),
  ]
  return texts.length > 0 ? [{ name, text: texts.join(', ') }] : []
}

/** "Organisation ~~old~~ → **new**": a line a field, and of at most `fields` of them. */
export function changedLines(before: Resource, after: Resource, most: number, fields = 30): string[] {
  const all = differences(before, after, most)
  const shown = all.slice(0, fields).map(({ name, text }) => `${name} ${text}`)
  return [...shown, ...(all.length > fields ? [`and ${all.length - fields} more`] : [])]
}

/** What happened to a resource, in a word. */
export function happening({ before, after }: Pick<ListedChange, 'before' | 'after'>): string {
  if (!before) return 'Listed'
  if (after.status !== before.status) {
    if (after.status === 'removed') return 'Withdrawn'
    if (before.status === 'removed') return 'Restored'
    if (after.status === 'moved') return 'Moved'
  }
  // What it leaves behind is told as a former address: part of the same move.
  const { url, formerUrls } = after
  const isElsewhereAlone =
    before.url !== url && differences({ ...before, url, formerUrls }, after, 1).length === 0
  return isElsewhereAlone ? 'Moved' : 'Corrected'
}
