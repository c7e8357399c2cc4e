// How changes are told: what happened, and what fields and their values are called.

import type { Field, FieldChange } from '../../../schema/record/changes.ts'
import type { ChangeAction } from '../../../schema/vocabulary.ts'
import { fieldName } from '../../../schema/words.ts'
import { accessWords, sizeWords } from '../fact-words.ts'
import { apa } from '../references/apa.ts'

/** What an action means for whoever looks for the resource, where its fields don't say so. */
export function happening(action: ChangeAction): string | undefined {
  switch (action) {
    case 'removed':
      return 'No longer listed; its record and history stay.'
    case 'restored':
      return 'Listed again.'
    case 'reverted':
      return 'An earlier change was taken back.'
    case 'settled':
      return 'Sources disagreed; a maintainer decided.'
    case 'added':
    case 'corrected':
      return undefined
    // These are of submissions, which are not told in public.
    case 'submitted':
    case 'edited':
    case 'asked':
    case 'answered':
    case 'approved':
    case 'rejected':
    case 'withdrawn':
    case 'undone':
      return undefined
  }
}

/** A field's values in words: of a list each entry, of anything else one; none where nothing is said. */
export function valuesOf(change: FieldChange, side: 'before' | 'after'): string[] {
  switch (change.field) {
    case 'references':
      return change[side].map(apa)
    case 'formats':
    case 'formerUrls':
    case 'cautions':
    case 'derivedFrom':
    case 'origins':
      return change[side]
    case 'access':
      return [accessWords({ access: change[side] }) ?? 'unknown']
    case 'counts':
      return said(sizeWords(change[side]))
    default:
      return said(change[side])
  }
}

const said = (value: string | null | undefined): string[] =>
  value === null || value === undefined ? [] : [value]

/** What a field is called; of a list, what one of its entries is. */
export const labelOf = (field: Field): string => ENTRIES[field] ?? fieldName(field)

const ENTRIES: { readonly [F in Field]?: string } = {
  formats: 'Format',
  formerUrls: 'Former address',
  cautions: 'Caution',
  derivedFrom: 'Source',
  origins: 'Origin',
  references: 'Reference',
}

/** Of a list that has the entries that it had. */
export const rearranged = (field: Field): string =>
  field === 'references'
    ? 'the same works, in another order or described otherwise'
    : 'the same, in another order'
