// What is at fault, where a refusal names fields.

import type { NamedField } from './record/field-keys.ts'

/** What submissions, decisions and requests have beside the fields of a record. */
export type InputField =
  | ('reason' | 'text' | 'note' | 'version' | 'resource' | 'changes')
  | ('source' | 'value' | 'contact' | 'mailAddress' | 'release' | 'at')

/** A field of a record, or another input. */
export type FieldName = NamedField | 'counts.text' | InputField

/** Where the field is: `resource.url`, `evidence.2.source`, `reason`. */
export type FieldPath =
  | FieldName
  | `${'resource' | 'changes' | 'submitter' | `evidence.${number}`}.${FieldName}`

/** The field without the object that it is in, and without its own parts: `versions` of `resource.versions.0.date`. */
export const fieldAt = (path: FieldPath): FieldName =>
  path
    .replace(/^(?:resource|changes|submitter|evidence\.\d+)\./, '')
    .replace(/^(?!availability\.|counts\.text$)([^.]+)\..*$/, '$1') as FieldName
