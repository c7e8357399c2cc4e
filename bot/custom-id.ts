// The custom id of a button, menu or modal (at most 100 characters) holds all of its state, so it works for ever and on
// any instance. Discord keeps posted messages: an action may be added here, but none may change.

import { hasTerms, type Terms } from '../schema/record/filters.ts'
import { DECISIONS } from '../schema/record/submission.ts'
import type { PageStart } from '../schema/verbs/resources.ts'
import type { Chosen } from '../schema/verbs/selection.ts'
import {
  ACCESS,
  ANNOTATIONS,
  CITATION_STYLES,
  type CitationStyle,
  DATA_TYPE_KEYS,
  DATA_TYPES,
  type DataTypeKey,
  USES,
} from '../schema/vocabulary.ts'

/** The rows of a list by data type: those with yes and then those with unknown, or only one of the two. */
export const ROW_CHOICES = ['both', 'yes', 'unknown'] as const
export type RowChoice = (typeof ROW_CHOICES)[number]

/** The text of one field in a custom id. `read` returns undefined for a text that `write` does not make. */
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

/** A value by its place in a list, to which values are only ever added. */
const placeIn = (values: readonly string[], value: string | undefined) =>
  value === undefined ? '-' : values.indexOf(value).toString(36)
const valueAt = <Value extends string>(values: readonly Value[], place = '') =>
  /^[0-9a-z]$/.test(place) ? values[Number.parseInt(place, 36)] : undefined

/** "2.0.1.CC-BY-4.0": access, use and annotation by their places, then the licence. */
const terms: Field<Terms> = {
  write: ({ access, use, annotations, license }) =>
    [placeIn(ACCESS, access), placeIn(USES, use), placeIn(ANNOTATIONS, annotations), license ?? ''].join('.'),
  read(written) {
    const [access, use, annotations, ...license] = written.split('.')
    if (annotations === undefined || license.length === 0) return undefined
    return {
      value: {
        access: valueAt(ACCESS, access),
        use: valueAt(USES, use),
        annotations: valueAt(ANNOTATIONS, annotations),
        license: license.join('.') || undefined,
      },
    }
  },
}

/** A submission with the version that a card showed, as "7Q4K2.3"; the version in base 36. */
export const writeChosen = ({ reference, version }: Chosen): string =>
  `${reference.slice(REFERENCE.length)}.${version.toString(36)}`
const REFERENCE = 'S-'

/** Undefined for a text that `writeChosen` does not make. */
export function readChosen(written: string): Chosen | undefined {
  const [, code, version] = written.match(/^([0-9A-Z]{5})\.([0-9a-z]{1,6})$/) ?? []
  return code && version
    ? { reference: `${REFERENCE}${code}`, version: Number.parseInt(version, 36) }
    : undefined
}

const chosen: Field<readonly Chosen[]> = {
  write: (several) => several.map(writeChosen).join('+'),
  read(written) {
    const parts = written === '' ? [] : written.split('+')
    const value = parts.flatMap((part) => readChosen(part) ?? [])
    return value.length === parts.length ? { value } : undefined
  },
}

const anyText: Field<string> = { write: (value) => value, read: (value) => ({ value }) }

/** Where a page of a list begins, as much of it as an id has room for: after a row or, reading back, before it. */
export interface PageAnchor {
  readonly group: number
  readonly position: number
  readonly back: boolean
}

/** Of table order a place is the position, of `certain` it begins with the group. */
const anchorOf = ({ place, back }: PageStart): PageAnchor => ({
  group: place.length > 1 ? Number(place[0]) : 0,
  position: Number(place.at(-1)),
  back,
})

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

/** The kinds of errors that a report can be about. */
export const REPORTS = ['cell', 'link', 'name', 'licence', 'references', 'remove', 'other', 'right'] as const
export type Report = (typeof REPORTS)[number]

const styles = oneOf(CITATION_STYLES.map((style): CitationStyle => style.key))

/** Every action with its fields, in the order of the id. Only the last may hold a colon. */
const ACTIONS = {
  /** A page of a list; `page` counts from 1. Without `from` the first page, without data types the whole table. */
  list: { dataTypes, shown: oneOf(ROW_CHOICES), from: anchor, page: count },
  /** The same under an access or a licence; `-` for any. */
  filtered: {
    dataTypes,
    shown: oneOf(ROW_CHOICES),
    access: oneOf(['-', ...ACCESS]),
    license: text,
    from: anchor,
    page: count,
  },
  /** The same on terms. */
  narrowed: { dataTypes, shown: oneOf(ROW_CHOICES), terms, from: anchor, page: count },
  /** Watch what has these data types on these terms. */
  watchTerms: { dataTypes, terms },
  /** A page of search results on terms; without a query, which was too long, it is read from the card. */
  sought: { skip: count, terms, query: anyText },
  /** A page of search results. */
  search: { skip: count, query: text },
  /** The same of a query that is too long for an id: it is read from the card. */
  searched: { skip: count },
  /** The card of a resource: the one named, or the one chosen in a menu. */
  show: { slug: text },
  open: {},
  /** The citations of a resource; a page of them in a style, from the entry at `skip` on; a style chosen in a menu. */
  cite: { slug: text },
  cited: { style: styles, skip: count, slug: text },
  style: { slug: text },
  /** The card of a resource, as a public message. */
  share: { slug: text },
  /** The changes of a resource, latest first: those before a change, or next after one; 0 and 0 for the latest. */
  history: { before: count, after: count, slug: text },

  // For submitters. `draft` is a draft's id, `key` a submission's reference.
  /** The empty modal of an addition. */
  submit: {},
  /** Edit, send or discard a draft; a menu of the data types that it certainly lacks. */
  redo: { draft: text },
  /** The card of a link chosen in a menu; the modal of an addition at one. Their position among those on the card. */
  link: {},
  suggest: { link: count },
  /** Leaves out what the address says of itself. */
  unfound: { draft: text },
  send: { draft: text },
  discard: { draft: text },
  lacks: { draft: text },
  /** The modal of a draft's references. */
  references: { draft: text },
  /** The card of the kinds of errors in a resource; then the modal for one kind, with the version shown. */
  wrong: { slug: text, version: count },
  /** The menu of the resources with the most unknown facts. */
  gaps: {},
  report: { about: oneOf(REPORTS), version: count, slug: text },
  answer: { key: text },
  withdraw: { key: text },
  /** The form of a rejected submission, with what was sent, to send it once more; the modal of a rejected report. */
  again: { key: text },
  reword: { about: oneOf(REPORTS), version: count, key: text },

  /** Erases the person who clicks. */
  forgetMe: {},

  /** Watch a data type or a resource; end a watch (0: the one chosen in a menu). */
  watchType: { type: oneOf(DATA_TYPE_KEYS) },
  watchResource: { slug: text },
  unwatch: { watch: count },

  // For maintainers: with the versions that the card showed, of the submission and of its resource (0: none yet).
  approve: { key: text, version: count, resource: count },
  reject: { key: text, version: count },
  ask: { key: text, version: count },
  edit: { key: text, version: count },
  undo: { key: text, version: count },
  /** What a typed command asks for, once its card was seen; its reason is read from the card. */
  decide: { decision: oneOf(DECISIONS), key: text, version: count, resource: count },
  /** Undoes a change of a resource that the card showed in this version, likewise. */
  revert: { change: count, version: count },
  /** Takes texts down: `version` of a resource (0: all), and how many the card said would go; then the modal for why. */
  redact: { what: oneOf(['resource', 'submission']), version: count, versions: count, key: text },
  /** A page of the candidates; one is taken up, or declined by a modal that asks why. */
  candidates: { skip: count },
  takeUp: { candidate: count },
  decline: { candidate: count },
  /** The queue. A menu of it to choose several; then approving those, beside those approved before; undoing them. */
  queue: {},
  choose: {},
  approveMany: { chosen, done: chosen },
  undoMany: { chosen },
  /** The card of a submission; of the next one in the queue. */
  review: { key: text },
  next: { key: text },
  /** The card of a resource's claims; then the modal that settles on one, with the version shown. */
  claims: { version: count, slug: text },
  settle: { claim: count, version: count, slug: text },
  /** Confirms what another maintainer proposed. */
  confirm: { proposal: count },
  /** Retries a delivery that was given up. */
  retry: { delivery: count },
} as const

type Actions = typeof ACTIONS
type Action = keyof Actions
type FieldsOf<A extends Action> = {
  readonly [Name in keyof Actions[A]]: Actions[A][Name] extends Field<infer Value> ? Value : never
}

export type StateOf<A extends Action> = { readonly action: A } & FieldsOf<A>
export type ComponentState = { [A in Action]: StateOf<A> }[Action]

/** A list that has pages: the whole table, or the resources with one or two data types. */
export interface ListState extends Pick<StateOf<'list'>, 'dataTypes' | 'shown'> {
  readonly terms: Terms
}

/** The state of a button that leads to a page of the list; without a start to the first. */
export function listPage(state: ListState, page: number, start?: PageStart): ComponentState {
  const from = start && anchorOf(start)
  return hasTerms(state.terms)
    ? { action: 'narrowed', ...state, from, page }
    : { action: 'list', dataTypes: state.dataTypes, shown: state.shown, from, page }
}

/** Discord's limit. */
const LONGEST = 100

/** Whether a state fits into a custom id: a long query does not. */
export const fitsCustomId = (state: ComponentState): boolean => encode(state).length <= LONGEST

export function encodeCustomId(state: ComponentState): string {
  const id = encode(state)
  if (id.length > LONGEST) throw new Error(`A custom id of ${id.length} characters: ${id}`)
  return id
}

/** The fields of an action, without the types of their values: those of the state that they are written from. */
const fieldsOf = (action: Action) =>
  Object.entries(ACTIONS[action] as Readonly<Record<string, Field<unknown>>>)

function encode(state: ComponentState): string {
  const values: Readonly<Record<string, unknown>> = state
  return [state.action, ...fieldsOf(state.action).map(([name, field]) => field.write(values[name]))].join(':')
}

const isAction = (name: string): name is Action => Object.hasOwn(ACTIONS, name)

/** Undefined where the id is not one of ours. */
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

/** Only for an object with an action and the value of each of its fields, as the field reads it. */
const asState = (read: object) => read as ComponentState
