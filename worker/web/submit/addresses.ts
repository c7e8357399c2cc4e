import type { ProposableKey, RecordField } from '../../../schema/record/field-keys.ts'

/** The form that reports an error in a resource. With a field, the form is for that field alone, and begins there. */
export const reportAddress = (slug: string, field?: ProposableKey | RecordField): string =>
  `/r/${slug}/report${field === undefined ? '' : `?field=${field}`}`
