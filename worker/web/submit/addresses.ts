import type { ProposableKey, RecordField } from '../../../schema/record/field-keys.ts'

/** The form that reports an error in a resource. With a field, the form opens with the cursor in that field. */
export const reportAddress = (slug: string, field?: ProposableKey | RecordField): string =>
  `/r/${slug}/report${field === undefined ? '' : `?field=${field}`}`
