// The fields of which a record states nothing.

import {
  fieldName,
  fieldOf,
  type RecordField,
  saysNothing,
  valueAt,
} from '../../../../schema/record/field-keys.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { linked } from '../../parts/linked.tsx'
import { reportAddress } from '../../submit/addresses.ts'
import { type FactField, FactRow } from './facts.tsx'

/** The names of fields in a sentence, each a link to the form at that field where the form is open. */
export const FieldLinks = ({
  slug,
  fields,
  isOpen,
}: {
  readonly slug: string
  readonly fields: readonly RecordField[]
  readonly isOpen: boolean
}) => (
  <>
    {fields.map((field, i) => (
      <>
        {i > 0 && ', '}
        {isOpen ? <a href={reportAddress(slug, field)}>{fieldName(field)}</a> : fieldName(field)}
      </>
    ))}
  </>
)

interface NotRecordedProps {
  readonly record: Resource
  readonly fields: readonly FactField[]
  /** Whether its form is open to changes. */
  readonly isOpen: boolean
}

/** A row with those of the fields that readers look for and of which the record states nothing. */
export function NotRecorded({ record, fields, isOpen }: NotRecordedProps) {
  const missing = fields.filter(
    (field) =>
      fieldOf(field).isSought &&
      saysNothing(valueAt(record, field)) &&
      // The row of the file formats has the source's words for them too.
      !(field === 'formats' && record.fileFormats.length > 0),
  )
  if (missing.length === 0) return null
  return (
    <FactRow name="Not recorded">
      <FieldLinks slug={record.slug} fields={missing} isOpen={isOpen} />
      {isOpen && <span class="as-of">. Do you know it? Add it.</span>}
    </FactRow>
  )
}

export const FormerAddresses = ({ record: { formerUrls } }: { readonly record: Resource }) =>
  formerUrls.length === 0 ? null : (
    <FactRow name={fieldName('formerUrls')}>
      <ul class="addresses">
        {formerUrls.map((url) => (
          <li>{linked(url)}</li>
        ))}
      </ul>
    </FactRow>
  )
