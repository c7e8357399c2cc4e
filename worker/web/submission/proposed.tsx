import { fieldName } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { SubmissionRecord } from '../../../schema/record/submission.ts'
import type { Child } from '../jsx.ts'
import { ChangedFields } from '../parts/changed-fields.tsx'
import { linkedSource } from '../parts/linked.tsx'
import { proposedRecordOf } from '../parts/proposal/edit.tsx'

interface ProposedProps {
  readonly submission: SubmissionRecord
  /** The resource that the submission is about, as it was before approval. */
  readonly current: Resource | undefined
}

/** The content of a submission, with its reason, sources and notes. */
export function Proposed({ submission, current }: ProposedProps) {
  const { kind, changes, resource, reason, evidence } = submission
  // The evidence has its own list below.
  const after = proposedRecordOf({ ...submission, evidence: [] }, current)
  const notes = resource?.notes ?? changes?.notes
  return (
    <>
      {kind === 'removal' && <p>Remove {current?.name ?? submission.slug} from the list.</p>}
      {kind === 'confirmation' && <p>{current?.name ?? submission.slug} is still right as it is recorded.</p>}
      {after && <ChangedFields before={kind === 'correction' ? current : undefined} after={after} />}
      <dl class="changed">
        {resource?.slug !== undefined && <TextEntry name="Short name" texts={[resource.slug]} />}
        {reason !== undefined && <TextEntry name="Reason" texts={[reason]} />}
        {evidence.length > 0 && <TextEntry name="Sources" texts={sourcesOf(evidence)} />}
        {notes !== undefined && <TextEntry name={fieldName('notes')} texts={[notes]} />}
      </dl>
    </>
  )
}

const TextEntry = ({ name, texts }: { readonly name: string; readonly texts: readonly Child[] }) => (
  <div>
    <dt>{name}</dt>
    {texts.map((text) => (
      <dd class="lines">{text}</dd>
    ))}
  </div>
)

/** Each source once, with the fields that it supports. */
function sourcesOf(evidence: SubmissionRecord['evidence']): Child[] {
  const bySource = Map.groupBy(evidence, ({ source, asOf }) => JSON.stringify([source, asOf]))
  return [...bySource.values()].map((pieces) => {
    const fields = pieces.map(({ field }) => fieldName(field)).join(', ')
    const [{ source = '', asOf } = {}] = pieces
    return (
      <>
        {linkedSource(source)}
        {asOf !== undefined && `, as of ${asOf}`} ({fields})
      </>
    )
  })
}
