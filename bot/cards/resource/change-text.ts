// What differs between a record and what it becomes, or what is proposed of it.

import type { Resource } from '../../../schema/record/resource.ts'
import type { ProposedChanges } from '../../../schema/record/submission.ts'
import type { ListedChange } from '../../../schema/verbs/resources.ts'
import { DATA_TYPE_KEYS, type DataTypeKey, type ResourceStatus } from '../../../schema/vocabulary.ts'
import { inShort } from '../../../schema/words.ts'
import { fieldName } from '../../languages/field-name.ts'
import type { Messages } from '../../languages/index.ts'
import { sizeText } from '../../languages/values.ts'
import { plain } from '../kit/markdown.ts'

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
export function differences(
  messages: Messages,
  before: Content | undefined,
  after: Content,
  most: number,
): Difference[] {
  const ones = (fields: readonly ((typeof ONES)[number] | (typeof FACTS)[number])[]) =>
    fields.flatMap((field) =>
      one(
        messages,
        fieldName(messages, field),
        shown(messages, before, field),
        shown(messages, after, field),
        most,
      ),
    )
  return [
    ...ones(ONES),
    ...DATA_TYPE_KEYS.flatMap((key) =>
      one(
        messages,
        messages.dataTypes[key].label,
        cell(messages, before, key),
        cell(messages, after, key),
        most,
      ),
    ),
    ...ones(FACTS),
    ...LISTS.flatMap((field) =>
      list(messages, fieldName(messages, field), before?.[field], after[field], most),
    ),
  ]
}

/** What a record or proposal says beside the table, as far as it says anything. */
export function presentFacts(messages: Messages, record: Content, most: number): Difference[] {
  const ones = FACTS.map((field) => ({ field, said: shown(messages, record, field) }))
  const lists = LISTS.map((field) => ({ field, said: record[field]?.join(', ') }))
  return [...ones, ...lists].flatMap(({ field, said }) =>
    said ? [{ name: fieldName(messages, field), text: plain(said, most) }] : [],
  )
}

/** A field as one reads it; null where nothing is said, undefined where it is not there at all. */
function shown(
  messages: Messages,
  record: Content | undefined,
  field: (typeof ONES)[number] | (typeof FACTS)[number],
): string | null | undefined {
  const value = record?.[field]
  if (value === 'unknown' && (field === 'access' || field === 'status')) return null
  if (field === 'access') return record?.access && messages.access[record.access]
  if (field === 'status') return record?.status && inShort(messages.statuses[record.status])
  return typeof value === 'object' && value !== null ? sizeText(messages, value) : value
}

/** Whether it has one of the kinds of data, as far as it says so. */
function cell({ availability }: Messages, record: Content | undefined, key: DataTypeKey): string | undefined {
  const value = record?.availability?.[key]
  return value && availability[value]
}

/** "~~old~~ → **new**" */
function one(
  { changes }: Messages,
  name: string,
  old: string | null | undefined,
  now: string | null | undefined,
  most: number,
): Difference[] {
  if (now === undefined || old === now) return []
  const was = old ? `~~${plain(old, most)}~~ → ` : ''
  return [{ name, text: `${was}${now === null ? changes.nothingSaid : `**${plain(now, most)}**`}` }]
}

/** "**PNG** added, ~~JPEG~~ removed" */
function list(
  messages: Messages,
  name: string,
  old: readonly string[] | undefined,
  now: readonly string[] | undefined,
  most: number,
): Difference[] {
  if (now === undefined) return []
  if (old === undefined) return one(messages, name, undefined, now.join(', ') || null, most)
  const [came, went] = [
    now.filter((entry) => !old.includes(entry)),
    old.filter((entry) => !now.includes(entry)),
  ]
  const texts = [
    ...(came.length > 0 ? [messages.changes.came(`**${plain(came.join(', '), most)}**`)] : []),
    ...(went.length > 0 ? [messages.changes.went(`~~${plain(went.join(', '), most)}~~`)] : []),
  ]
  return texts.length > 0 ? [{ name, text: texts.join(', ') }] : []
}

/** "Organisation ~~old~~ → **new**": a line a field, and of at most `fields` of them. */
export function changedLines(
  messages: Messages,
  before: Resource,
  after: Resource,
  most: number,
  fields = 30,
): string[] {
  const all = differences(messages, before, after, most)
  const shown = all.slice(0, fields).map(({ name, text }) => `${name} ${text}`)
  return [...shown, ...(all.length > fields ? [messages.more(all.length - fields)] : [])]
}

/** What happened to a resource, in a word. */
export function changeText(
  messages: Messages,
  { before, after }: Pick<ListedChange, 'before' | 'after'>,
): string {
  const { changes } = messages
  if (!before) return changes.listed
  if (after.status !== before.status) {
    if (after.status === 'removed') return changes.withdrawn
    if (before.status === 'removed') return changes.restored
    if (after.status === 'moved') return changes.moved
  }
  // What it leaves behind is told as a former address: part of the same move.
  const { url, formerUrls } = after
  const isElsewhereAlone =
    before.url !== url && differences(messages, { ...before, url, formerUrls }, after, 1).length === 0
  return isElsewhereAlone ? changes.moved : changes.corrected
}
