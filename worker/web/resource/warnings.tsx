import { WARNINGS } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { FootnoteMarks } from './facts/footnotes.tsx'

interface WarningsProps {
  readonly record: Resource
  readonly marks: FootnoteMarks
}

/** The warnings that a reader must see before using the data. */
export function Warnings({ record, marks }: WarningsProps) {
  const warnings = WARNINGS.flatMap((field) => record[field].map((warning) => ({ field, warning })))
  if (warnings.length === 0) return null
  return (
    <div class="notice warning">
      {warnings.map(({ field, warning }) => (
        <p>
          <strong>Caution:</strong> {warning}
          {marks(field, warning)}
        </p>
      ))}
    </div>
  )
}
