import type { Resource } from '../../../schema/record/resource.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { Cell } from '../parts/cell.tsx'
import type { FootnoteMarks } from './footnotes.tsx'

/** The data types of a resource, each with its footnotes. */
export const Cells = ({ record, marks }: { readonly record: Resource; readonly marks: FootnoteMarks }) => (
  <dl class="cells">
    {DATA_TYPES.map(({ key, label }) => (
      <div>
        <dt>{label}</dt>
        <dd>
          <Cell value={record.availability[key]} />
          {marks(`availability.${key}`)}
        </dd>
      </div>
    ))}
  </dl>
)
