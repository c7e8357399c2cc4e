// All that a button needs to do its work stands in its custom id (at most 100 characters), so it works for ever and on
// any instance. What was once posted is out there: a form may be added here, none may change.

import * as z from 'zod/mini'
import type { PageAnchor } from '../schema/registry.ts'
import { CITATION_STYLES, type CitationStyle, DATA_TYPES, type DataTypeKey } from '../schema/vocabulary.ts'

/** Which rows a list by data type shows: those with yes and then those with unknown, or one of the two. */
export const SHOWN = ['both', 'yes', 'unknown'] as const
export type Shown = (typeof SHOWN)[number]

/** A list that has pages: the whole table, or the resources with one or two data types. */
export type ListState = { readonly dataTypes: readonly DataTypeKey[]; readonly shown: Shown }

export type ComponentState =
  /** Another page of a list; `page` counts from 1. Without `from`, its first. */
  | {
      readonly action: 'list'
      readonly list: ListState
      readonly from?: PageAnchor | undefined
      readonly page: number
    }
  /** Another page of search results. */
  | { readonly action: 'search'; readonly skip: number; readonly query: string }
  /** The card of one resource. */
  | { readonly action: 'show'; readonly slug: string }
  /** The card of the resource chosen in a menu. */
  | { readonly action: 'open' }
  /** How to cite a resource. */
  | { readonly action: 'cite'; readonly slug: string }
  /** Another page of that, from its entry at `skip` on. */
  | { readonly action: 'cited'; readonly style: CitationStyle; readonly skip: number; readonly slug: string }
  /** The same in the style chosen in a menu. */
  | { readonly action: 'style'; readonly slug: string }
  /** The card of a resource, for all to see. */
  | { readonly action: 'share'; readonly slug: string }

const LONGEST = 100

/** Whether a state goes into a component id at all: a long query does not. */
export const fitsCustomId = (state: ComponentState): boolean => encode(state).length <= LONGEST

export function encodeCustomId(state: ComponentState): string {
  const id = encode(state)
  if (id.length > LONGEST) throw new Error(`A component id of ${id.length} characters: ${id}`)
  return id
}

function encode(state: ComponentState): string {
  switch (state.action) {
    case 'list': {
      const { dataTypes, shown } = state.list
      const from = state.from && `${state.from.group}.${state.from.position}.${state.from.back ? 'b' : 'f'}`
      return `list:${dataTypes.join('+')}:${shown}:${from ?? ''}:${state.page}`
    }
    case 'search':
      return `search:${state.skip}:${state.query}`
    case 'cited':
      return `cited:${state.style}:${state.skip}:${state.slug}`
    case 'open':
      return 'open'
    case 'show':
    case 'cite':
    case 'style':
    case 'share':
      return `${state.action}:${state.slug}`
  }
}

const Count = z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number))
const Slug = z.string().check(z.minLength(1))
const Anchor = z.pipe(
  z.string().check(z.regex(/^(\d{1,15}\.\d{1,15}\.[bf])?$/)),
  z.transform((id): PageAnchor | undefined => {
    const [group, position, way] = id.split('.')
    return id === '' ? undefined : { group: Number(group), position: Number(position), back: way === 'b' }
  }),
)
const Types = z.pipe(
  z.string(),
  z.transform((id, context): readonly DataTypeKey[] => {
    const found = DATA_TYPES.filter((type) => id.split('+').includes(type.key)).map((type) => type.key)
    if (id !== '' && found.length !== id.split('+').length)
      context.issues.push({ code: 'custom', input: id, message: 'an unknown data type' })
    return found
  }),
)
const Style = z.enum(CITATION_STYLES.map((style) => style.key))

const FORMS = {
  list: z.tuple([Types, z.enum(SHOWN), Anchor, Count]),
  search: z.tuple([Count, z.string()]),
  show: z.tuple([Slug]),
  open: z.tuple([]),
  cite: z.tuple([Slug]),
  cited: z.tuple([Style, Count, Slug]),
  style: z.tuple([Slug]),
  share: z.tuple([Slug]),
} satisfies Record<ComponentState['action'], unknown>

/** The state in a component id, or undefined where it is none of ours. Only a search's query may hold a colon. */
export function decodeCustomId(id: string): ComponentState | undefined {
  const [action = '', ...fields] = id.split(':')
  switch (action) {
    case 'list': {
      const read = FORMS.list.safeParse(fields)
      if (!read.success) return undefined
      const [dataTypes, shown, from, page] = read.data
      return { action, list: { dataTypes, shown }, page, ...(from && { from }) }
    }
    case 'search': {
      const read = FORMS.search.safeParse([fields[0], fields.slice(1).join(':')])
      return read.success ? { action, skip: read.data[0], query: read.data[1] } : undefined
    }
    case 'open':
      return FORMS.open.safeParse(fields).success ? { action } : undefined
    case 'cited': {
      const read = FORMS.cited.safeParse(fields)
      return read.success
        ? { action, style: read.data[0], skip: read.data[1], slug: read.data[2] }
        : undefined
    }
    case 'show':
    case 'cite':
    case 'style':
    case 'share': {
      const read = FORMS[action].safeParse(fields)
      return read.success ? { action, slug: read.data[0] } : undefined
    }
    default:
      return undefined
  }
}
