// All that a button, a menu or a form needs to do its work stands in its custom id (at most 100 characters), so it
// works for ever and on any instance. What was once posted is out there: a form may be added here, none may change.

import type { PageAnchor } from '../schema/verbs/registry.ts'
import {
  ACCESS,
  type Access,
  CITATION_STYLES,
  type CitationStyle,
  DATA_TYPE_KEYS,
  DATA_TYPES,
  type DataTypeKey,
} from '../schema/vocabulary.ts'

/** Which rows a list by data type shows: those with yes and then those with unknown, or one of the two. */
export const SHOWN = ['both', 'yes', 'unknown'] as const
export type Shown = (typeof SHOWN)[number]

/** How one field of a state stands in an id. `read` gives undefined in a list of one where the text is none of ours. */
interface Field<Value> {
  write(value: Value): string
  read(text: string): { readonly value: Value } | undefined
}

const text: Field<string> = {
  write: (value) => value,
  read: (value) => (value === '' ? undefined : { value }),
}

const count: Field<number> = {
  write: String,
  read: (written) => (/^\d{1,15}$/.test(written) ? { value: Number(written) } : undefined),
}

/** One of a closed list. */
const oneOf = <Value extends string>(values: readonly Value[]): Field<Value> => ({
  write: (value) => value,
  read: (written) => {
    const value = values.find((known) => known === written)
    return value && { value }
  },
})

const dataTypes: Field<readonly DataTypeKey[]> = {
  write: (keys) => keys.join('+'),
  read: (written) => {
    const names = written === '' ? [] : written.split('+')
    const value = DATA_TYPES.filter((type) => names.includes(type.key)).map((type) => type.key)
    return value.length === names.length ? { value } : undefined
  },
}

const anchor: Field<PageAnchor | undefined> = {
  write: (from) => (from ? `${from.group}.${from.position}.${from.back ? 'b' : 'f'}` : ''),
  read: (written) => {
    if (written === '') return { value: undefined }
    const [, group, position, way] = written.match(/^(\d{1,15})\.(\d{1,15})\.([bf])$/) ?? []
    return way
      ? { value: { group: Number(group), position: Number(position), back: way === 'b' } }
      : undefined
  },
}

/** What a report can be about. */
export const REPORTS = ['cell', 'link', 'name', 'licence', 'remove', 'other'] as const
export type Report = (typeof REPORTS)[number]

const styles = oneOf(CITATION_STYLES.map((style): CitationStyle => style.key))

/** Every action with its fields, in the order in which they stand. Only the last may hold a colon. */
const FORMS = {
  /** A page of a list; `page` counts from 1. No `from`: its first. No data types: the whole table. */
  list: { dataTypes, shown: oneOf(SHOWN), from: anchor, page: count },
  /** The same, of what one gets at in one way or may use under one licence; `-` where that is all the same. */
  filtered: {
    dataTypes,
    shown: oneOf(SHOWN),
    access: oneOf(['-', ...ACCESS]),
    license: text,
    from: anchor,
    page: count,
  },
  /** A page of search results. */
  search: { skip: count, query: text },
  /** The card of one resource; of the resource chosen in a menu. */
  show: { slug: text },
  open: {},
  /** How to cite a resource; a page of that in a style, from its entry at `skip` on; the style chosen in a menu. */
  cite: { slug: text },
  cited: { style: styles, skip: count, slug: text },
  style: { slug: text },
  /** The card of a resource, for all to see. */
  share: { slug: text },
  /** What changed, latest first: from a change back, or the nearest after one; 0 and 0: the latest. */
  history: { before: count, after: count, slug: text },

  // For who sends something in. `draft` is a draft's id, `key` a submission's reference.
  /** The form for an addition, empty. */
  submit: {},
  /** A draft: its form again, sending it, throwing it away, what it certainly lacks (a menu). */
  redo: { draft: text },
  send: { draft: text },
  discard: { draft: text },
  lacks: { draft: text },
  /** What is wrong with a resource (a menu), from the version seen; then the form about that. */
  wrong: { slug: text, version: count },
  /** The resource, of those with the most unknown, that someone knows more of (a menu). */
  gaps: {},
  report: { about: oneOf(REPORTS), version: count, slug: text },
  answer: { key: text },
  withdraw: { key: text },

  /** To be told of a data type, of a resource; and no more, of one watch (0: the one chosen in a menu). */
  watchType: { type: oneOf(DATA_TYPE_KEYS) },
  watchResource: { slug: text },
  unwatch: { watch: count },

  // For maintainers: from the version of the submission, and of its resource (0: none yet), that the card showed.
  approve: { key: text, version: count, resource: count },
  reject: { key: text, version: count },
  ask: { key: text, version: count },
  edit: { key: text, version: count },
  undo: { key: text, version: count },
  /** The card of a submission; of the one that waits next after it. */
  review: { key: text },
  next: { key: text },
  /** What sources say of a resource, from the version seen (a menu); then the form that makes one of it true. */
  claims: { version: count, slug: text },
  settle: { claim: count, version: count, slug: text },
  /** Tries a message again that was given up. */
  retry: { delivery: count },
} as const

type Forms = typeof FORMS
type Action = keyof Forms
type FieldsOf<A extends Action> = {
  readonly [Name in keyof Forms[A]]: Forms[A][Name] extends Field<infer Value> ? Value : never
}

export type StateOf<A extends Action> = { readonly action: A } & FieldsOf<A>
export type ComponentState = { [A in Action]: StateOf<A> }[Action]

/** A list that has pages: the whole table, or the resources with one or two data types. */
export interface ListState extends Pick<StateOf<'list'>, 'dataTypes' | 'shown'> {
  readonly access?: Access | undefined
  /** An SPDX identifier, `other` or `unknown`. */
  readonly license?: string | undefined
}

/** A page of a list as a button has it. What was posted before there were filters has none. */
export function listPage(state: ListState, page: number, from: PageAnchor | undefined): ComponentState {
  const { dataTypes, shown, access = '-', license = '-' } = state
  if (access === '-' && license === '-') return { action: 'list', dataTypes, shown, from, page }
  return { action: 'filtered', dataTypes, shown, access, license, from, page }
}

const LONGEST = 100

/** Whether a state goes into a component id at all: a long query does not. */
export const fitsCustomId = (state: ComponentState): boolean => encode(state).length <= LONGEST

export function encodeCustomId(state: ComponentState): string {
  const id = encode(state)
  if (id.length > LONGEST) throw new Error(`A component id of ${id.length} characters: ${id}`)
  return id
}

/** The fields of an action, with their values' types left aside: they are those of the state it is written from. */
const fieldsOf = (action: Action) => Object.entries(FORMS[action] as Readonly<Record<string, Field<unknown>>>)

function encode(state: ComponentState): string {
  const values: Readonly<Record<string, unknown>> = state
  return [state.action, ...fieldsOf(state.action).map(([name, field]) => field.write(values[name]))].join(':')
}

const isAction = (name: string): name is Action => Object.hasOwn(FORMS, name)

/** The state in a component id, or undefined where it is none of ours. */
export function decodeCustomId(id: string): ComponentState | undefined {
  const [action = '', ...parts] = id.split(':')
  if (!isAction(action)) return undefined
  const fields = fieldsOf(action)
  const last = fields.length - 1
  if (parts.length < fields.length || (fields.length === 0 && parts.length > 0)) return undefined
  const written = [...parts.slice(0, last), ...(last < 0 ? [] : [parts.slice(last).join(':')])]
  const read = fields.map(([name, field], i) => ({ name, value: field.read(written[i] ?? '') }))
  if (read.some(({ value }) => value === undefined)) return undefined
  return asState({ action, ...Object.fromEntries(read.map(({ name, value }) => [name, value?.value])) })
}

/** For an object with an action and every one of its fields, each as its field reads it. */
const asState = (read: object) => read as ComponentState
