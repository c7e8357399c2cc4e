import { likenessText } from '../../../../schema/likeness.ts'
import { fieldName } from '../../../../schema/record/field-keys.ts'
import type { SubmissionRecord } from '../../../../schema/record/submission.ts'
import { OVERDUE_DAYS } from '../../../../schema/verbs/deliveries.ts'
import type { QueueRow } from '../../../../schema/verbs/submissions.ts'
import { type Availability, DATA_TYPES } from '../../../../schema/vocabulary.ts'
import { agoText } from '../../parts/ago.ts'
import { isUndecided, KIND_LABELS } from '../submission-text.ts'

const DAY_MS = 24 * 60 * 60 * 1000

interface QueueLineProps {
  readonly row: QueueRow
  readonly now: number
  /** Whether the submission is undecided, so it can be selected. */
  readonly isOpen: boolean
  readonly isSelected: boolean
}

/** A row of the queue: the submission, its contents, its submitter, its age, and signs that it needs a closer look. */
export function QueueLine({ row, now, isOpen, isSelected }: QueueLineProps) {
  const { submission, sentBy, resourceName } = row
  const { reference, version, kind, createdAt } = submission
  const title = submission.resource?.name ?? submission.changes?.name ?? resourceName ?? submission.slug
  const age = now - Date.parse(createdAt)
  return (
    <tr>
      {isOpen && (
        <td class="pick">
          <label>
            <input type="checkbox" name="selected" value={`${reference}@${version}`} checked={isSelected} />
            <span class="unseen">Select {reference}</span>
          </label>
        </td>
      )}
      <th scope="row">
        <a href={`/review/${reference}`}>{title}</a>
        <small>
          {KIND_LABELS[kind]} · {reference}
        </small>
      </th>
      <td>
        <Contents submission={submission} />
      </td>
      <td>{sentBy ?? <span class="unsaid">nobody named</span>}</td>
      <td>
        <time datetime={createdAt}>{agoText(createdAt, now)}</time>
      </td>
      <td>
        <Flags row={row} isOverdue={isUndecided(submission.state) && age > OVERDUE_DAYS * DAY_MS} />
      </td>
    </tr>
  )
}

/** The data types of a submission, and the other fields that a correction changes. */
function Contents({ submission: { kind, resource, changes, evidence } }: { submission: SubmissionRecord }) {
  const { availability } = resource ?? changes ?? {}
  const { availability: _, ...others } = changes ?? {}
  const cells = DATA_TYPES.flatMap(({ key, label }) => {
    const value = availability?.[key]
    return value === undefined || (resource && value === 'unknown') ? [] : [cellText(label, value)]
  })
  const names = (Object.keys(others) as (keyof typeof others)[]).map(fieldName)
  const all = [...cells, ...names]
  if (kind === 'removal') return <span class="unsaid">all of it</span>
  if (all.length === 0) return evidence.length > 0 ? <span class="unsaid">sources alone</span> : null
  return (
    <ul class="chips">
      {all.map((text) => (
        <li class="chip">{text}</li>
      ))}
    </ul>
  )
}

/** "Ultrasound", "no CT", "MRT unknown" */
function cellText(label: string, value: Availability): string {
  switch (value) {
    case 'yes':
      return label
    case 'no':
      return `no ${label}`
    case 'unknown':
      return `${label} unknown`
  }
}

function Flags({ row, isOverdue }: { readonly row: QueueRow; readonly isOverdue: boolean }) {
  const { alike, isBehind, isBlocked, declinedBefore } = row
  const flags = [
    isOverdue && 'overdue',
    isBehind && 'the record has changed since',
    alike && `looks like ${alike.name}: ${likenessText(alike.signs)}`,
    declinedBefore > 0 &&
      (declinedBefore === 1 ? 'declined before' : `declined ${declinedBefore} times before`),
    isBlocked && 'its sender is blocked',
  ].filter((flag) => typeof flag === 'string')
  return flags.length === 0 ? null : (
    <ul class="flags">
      {flags.map((flag) => (
        <li>{flag}</li>
      ))}
    </ul>
  )
}
