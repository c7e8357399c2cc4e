import type { ListedChange } from '../../../../schema/verbs/resources.ts'
import type { Review, SubmissionEvent } from '../../../../schema/verbs/submissions.ts'
import { ChangeEntry } from '../../parts/change.tsx'
import { Moment } from '../../parts/moment.tsx'

/** The events of a submission. */
export const SubmissionHistory = ({ history }: { readonly history: readonly SubmissionEvent[] }) => (
  <section>
    <h2>History of the submission</h2>
    <ol class="history">
      {history.map(({ action, by, at, reason, version }) => (
        <li value={version}>
          <strong>{action}</strong> by {by ?? (action === 'submitted' ? 'an anonymous sender' : 'the sender')}
          , <Moment iso={at} />
          {reason !== undefined && <p class="words">{reason}</p>}
        </li>
      ))}
    </ol>
  </section>
)

interface ResourceChangesProps {
  readonly changes: readonly ListedChange[]
  readonly review: Review
}

/** The changes of the resource: those after the submitter's version are open, earlier ones are collapsed. */
export function ResourceChanges({ changes, review: { submission, resource } }: ResourceChangesProps) {
  if (!resource || changes.length === 0) return null
  const since = submission.baseVersion ?? 0
  const recent = changes.filter(({ version }, i) => i === 0 || version > since)
  const earlier = changes.slice(recent.length)
  return (
    <section>
      <h2>Latest changes of the resource</h2>
      {recent.map((change) => (
        <ChangeEntry change={change} />
      ))}
      {earlier.length > 0 && (
        <details>
          <summary>Earlier changes</summary>
          {earlier.map((change) => (
            <ChangeEntry change={change} />
          ))}
        </details>
      )}
      <p>
        <a class="full-history" href={`/history?slug=${resource.slug}`}>
          Full history
        </a>
      </p>
    </section>
  )
}
