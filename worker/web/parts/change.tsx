import type { ListedChange } from '../../../schema/verbs/resources.ts'
import { actionNote } from '../../formats/feeds/action-note.ts'
import type { Child } from '../jsx.ts'
import { drawn } from './away.tsx'
import { ChangedFields } from './changed-fields.tsx'
import { Day } from './day.tsx'

interface ChangeEntryProps {
  readonly change: ListedChange
  /** Heads the entry where the page lists changes of several resources. */
  readonly about?: Child
  /** Whether the entry is below a heading with its day, so it leaves the day out. */
  readonly isUnderDay?: boolean
}

/** One change of a resource: action, time, reason, submission, and each field before and after. */
export const ChangeEntry = ({ change, about, isUnderDay = false }: ChangeEntryProps) => {
  const { action, version, at, reason, submission, before, after, sequence } = change
  const note = actionNote(action)
  return drawn(change.isRemoved === true, () => (
    <article class="change" id={`change-${sequence}`}>
      <h3>
        {about}
        {about !== undefined && ' '}
        <span class="action">{action}</span>
      </h3>
      <p class="when">
        {!isUnderDay && (
          <>
            <Day iso={at} /> ·{' '}
          </>
        )}
        version {version}
        {submission !== undefined && ` · submission ${submission}`}
      </p>
      {note !== undefined && <p>{note}</p>}
      {reason !== undefined && <p class="reason">{reason}</p>}
      {before ? (
        <ChangedFields before={before} after={after} />
      ) : (
        <details>
          <summary>The first record</summary>
          <ChangedFields after={after} />
        </details>
      )}
    </article>
  ))
}
