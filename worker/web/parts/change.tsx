// One change of a resource: what happened, when, why, by which submission, and each field before and after.

import type { Child } from 'hono/jsx'
import type { ListedChange } from '../../../schema/verbs/resources.ts'
import { actionNote } from '../../formats/feeds/action-note.ts'
import { ChangedFields } from './changed-fields.tsx'
import { Day } from './day.tsx'

interface Given {
  readonly change: ListedChange
  /** What the change is headed by, beside what happened: the resource, where the page is not about that alone. */
  readonly about?: Child
  /** Whether what it stands under tells its day. */
  readonly isDayTold?: boolean
}

export const ChangeEntry = ({ change, about, isDayTold = false }: Given) => {
  const { action, version, at, reason, submission, before, after, sequence } = change
  const note = actionNote(action)
  return (
    <article class="change" id={`change-${sequence}`}>
      <h3>
        {about}
        {about !== undefined && ' '}
        <span class="action">{action}</span>
      </h3>
      <p class="when">
        {!isDayTold && (
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
          <summary>What was listed</summary>
          <ChangedFields after={after} />
        </details>
      )}
    </article>
  )
}
