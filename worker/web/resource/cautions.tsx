import type { Resource } from '../../../schema/record/resource.ts'
import type { Told } from './footnotes.tsx'

/** What to mind before using it. */
export const Cautions = ({ record, told }: { readonly record: Resource; readonly told: Told }) =>
  record.cautions.length === 0 ? null : (
    <div class="notice warning">
      {record.cautions.map((caution) => (
        <p>
          <strong>Mind:</strong> {caution}
          {told('cautions', caution)}
        </p>
      ))}
    </div>
  )
