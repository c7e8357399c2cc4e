import { english } from '../../../../bot/languages/index.ts'
import { flagText } from '../../../../bot/languages/review-flag.ts'
import { titleOf } from '../../../../bot/languages/submission-title.ts'
import { OVERDUE_DAYS } from '../../../../schema/verbs/deliveries.ts'
import type { QueueRow } from '../../../../schema/verbs/submissions.ts'
import { agoText } from '../../parts/ago.ts'
import { isUndecided, KIND_LABELS } from '../submission-text.ts'
import { ProposalInShort } from './proposal-in-short.tsx'
import { selectedRow, selectionText } from './selection.ts'

const DAY_MS = 24 * 60 * 60 * 1000

interface QueueLineProps {
  readonly row: QueueRow
  readonly now: number
  /** Whether the submission is undecided, so it can be selected. */
  readonly isOpen: boolean
  readonly isSelected: boolean
}

/** A row of the queue: the submission, its proposal, its submitter, its age, and why it needs a closer look. */
export function QueueLine({ row, now, isOpen, isSelected }: QueueLineProps) {
  const { submission, sentBy, resource, flags } = row
  const { reference, kind, state, createdAt } = submission
  const title = titleOf({ ...submission, ...(resource && { resourceName: resource.name }) })
  const isOverdue = isUndecided(state) && now - Date.parse(createdAt) > OVERDUE_DAYS * DAY_MS
  return (
    <tr>
      {isOpen && (
        <td class="pick">
          <label>
            <input
              type="checkbox"
              name="selected"
              value={selectionText(selectedRow(row))}
              checked={isSelected}
            />
            <span class="unseen">Select {reference}</span>
          </label>
        </td>
      )}
      <th scope="row">
        <a href={`/review/${reference}`} data-row="">
          {title}
        </a>
        <small>
          <span class={kind}>{KIND_LABELS[kind]}</span> · {reference}
        </small>
      </th>
      <td>
        <ProposalInShort row={row} />
      </td>
      <td class="from">
        {sentBy ?? <span class="unsaid">anonymous</span>}{' '}
        <small class={isOverdue ? 'overdue' : undefined}>
          <time datetime={createdAt}>{agoText(createdAt, now)}</time>
          {isOverdue && ', overdue'}
        </small>
      </td>
      <td>
        {flags.length > 0 && (
          <ul class="flags">
            {flags.map((flag) => (
              <li>{flagText(english, flag)}</li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}
