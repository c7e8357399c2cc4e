import type { Resource } from '../../../schema/record/resource.ts'
import type { FootnoteMarks } from './footnotes.tsx'

/** What to mind before using it. */
export const Cautions = ({ record, marks }: { readonly record: Resource; readonly marks: FootnoteMarks }) =>
  record.cautions.length === 0 ? null : (
    <div class="notice warning">
      {record.cautions.map((caution) => (
        <p>
          <strong>Mind:</strong> {caution}
          {marks('cautions', caution)}
        </p>
      ))}
    </div>
  )
