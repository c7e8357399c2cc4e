// What a submission proposes, and what speaks for it.

import type { Child } from 'hono/jsx'
import { fieldName } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { SubmissionRecord } from '../../../schema/record/submission.ts'
import { ChangedFields } from '../parts/changed-fields.tsx'
import { linked } from '../parts/linked.tsx'
import { proposedRecordOf } from '../parts/proposal/edit.tsx'

interface Given {
  readonly submission: SubmissionRecord
  /** The resource that it is about, before this was approved. */
  readonly current: Resource | undefined
}

export function Proposed({ submission, current }: Given) {
  const { kind, changes, resource, reason, evidence } = submission
  // Its evidence stands below, with what it is evidence for.
  const after = proposedRecordOf({ ...submission, evidence: [] }, current)
  const notes = resource?.notes ?? changes?.notes
  return (
    <>
      {kind === 'removal' && <p>Take {current?.name ?? submission.slug} off the list.</p>}
      {after && <ChangedFields before={kind === 'correction' ? current : undefined} after={after} />}
      <dl class="changed">
        {resource?.slug !== undefined && <Said name="Short name" texts={[resource.slug]} />}
        {reason !== undefined && <Said name="Reason" texts={[reason]} />}
        {evidence.length > 0 && <Said name="Sources" texts={sourcesOf(evidence)} />}
        {notes !== undefined && <Said name={fieldName('notes')} texts={[notes]} />}
      </dl>
    </>
  )
}

const Said = ({ name, texts }: { readonly name: string; readonly texts: readonly Child[] }) => (
  <div>
    <dt>{name}</dt>
    {texts.map((text) => (
      <dd class="lines">{text}</dd>
    ))}
  </div>
)

/** Each source once, with what was read there. */
function sourcesOf(evidence: SubmissionRecord['evidence']): Child[] {
  const alike = Map.groupBy(evidence, ({ source, asOf }) => JSON.stringify([source, asOf]))
  return [...alike.values()].map((pieces) => {
    const fields = pieces.map(({ field }) => fieldName(field)).join(', ')
    const [{ source = '', asOf } = {}] = pieces
    return (
      <>
        {linked(source)}
        {asOf !== undefined && `, as of ${asOf}`} ({fields})
      </>
    )
  })
}
