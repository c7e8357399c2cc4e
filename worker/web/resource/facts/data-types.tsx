import { CELL_FIELDS, fieldName, valueAt } from '../../../../schema/record/field-keys.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import type { Availability } from '../../../../schema/vocabulary.ts'
import { FactRow } from './facts.tsx'
import type { FootnoteMarks } from './footnotes.tsx'
import { FieldLinks } from './not-recorded.tsx'

interface DataTypesProps {
  readonly record: Resource
  readonly marks: FootnoteMarks
  /** Whether its form is open to changes. */
  readonly isOpen: boolean
}

/** The data types that a resource has, those that it says it has not, and those of which nothing is recorded. */
export function DataTypes({ record, marks, isOpen }: DataTypesProps) {
  const withValue = (value: Availability) => CELL_FIELDS.filter((field) => valueAt(record, field) === value)
  const [having, lacking, unknown] = [withValue('yes'), withValue('no'), withValue('unknown')]
  return (
    <dl class="facts data-types">
      {having.length > 0 && (
        <FactRow name="Has">
          <ul class="types">
            {having.map((field) => (
              <li>
                <span class="chip">{fieldName(field)}</span>
                {marks(field)}
              </li>
            ))}
          </ul>
        </FactRow>
      )}
      {lacking.length > 0 && (
        <FactRow name="Does not have">
          {lacking.map((field, i) => (
            <>
              {i > 0 && ', '}
              {fieldName(field)}
              {marks(field)}
            </>
          ))}
        </FactRow>
      )}
      {unknown.length > 0 && (
        <FactRow name="Not recorded">
          <FieldLinks slug={record.slug} fields={unknown} isOpen={isOpen} />
          {unknown.map((field) => marks(field))}
        </FactRow>
      )}
    </dl>
  )
}
