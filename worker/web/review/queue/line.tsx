// One line of the queue: what it is, what it is about, who sent it when, and what speaks for a closer look.

import { likenessText } from '../../../../schema/likeness.ts'
import { fieldName } from '../../../../schema/record/field-keys.ts'
import type { SubmissionRecord } from '../../../../schema/record/submission.ts'
import { OVERDUE_DAYS } from '../../../../schema/verbs/deliveries.ts'
import type { QueueRow } from '../../../../schema/verbs/submissions.ts'
import { type Availability, DATA_TYPES } from '../../../../schema/vocabulary.ts'
import { agoText } from '../../parts/ago.ts'
import { isUndecided, KIND_WORDS } from '../words.ts'

const DAY_MS = 24 * 60 * 60 * 1000

interface Given {
  readonly queued: QueueRow
  readonly now: number
  /** Whether it can be selected. */
  readonly isOpen: boolean
  readonly isSelected: boolean
}

export function QueueLine({ queued, now, isOpen, isSelected }: Given) {
  const { submission, sentBy, resourceName } = queued
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
          {KIND_WORDS[kind]} · {reference}
        </small>
      </th>
      <td>
        <About submission={submission} />
      </td>
      <td>{sentBy ?? <span class="unsaid">nobody named</span>}</td>
      <td>
        <time datetime={createdAt}>{agoText(createdAt, now)}</time>
      </td>
      <td>
        <Flags queued={queued} isOverdue={isUndecided(submission.state) && age > OVERDUE_DAYS * DAY_MS} />
      </td>
    </tr>
  )
}

/** Its data types, and of a correction whatever else it changes. */
function About({ submission: { kind, resource, changes, evidence } }: { submission: SubmissionRecord }) {
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

function Flags({ queued, isOverdue }: { readonly queued: QueueRow; readonly isOverdue: boolean }) {
  const { alike, isBehind, isBlocked, declinedBefore } = queued
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
