// The changes that a submission proposes, field by field.

import { english } from '../../../../bot/languages/index.ts'
import { changedFields } from '../../../../schema/record/changes.ts'
import { fieldName } from '../../../../schema/record/field-keys.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import type { ListedChange } from '../../../../schema/verbs/resources.ts'
import type { Review } from '../../../../schema/verbs/submissions.ts'
import { ChangedFields } from '../../parts/changed-fields.tsx'
import { linked } from '../../parts/linked.tsx'
import { proposedRecordOf } from '../../parts/proposal/edit.tsx'
import { isUndecided } from '../submission-text.ts'
import { RecordToConfirm } from './record.tsx'

interface ProposalVersions {
  readonly before?: Resource | undefined
  readonly after?: Resource | undefined
}

/** The record before and after approval. An addition has only `after`; an unknown resource has neither. */
export function proposalOf({ submission, resource, before = resource }: Review): ProposalVersions {
  if (submission.kind === 'removal') return before ? { before, after: { ...before, status: 'removed' } } : {}
  const after = proposedRecordOf(submission, before)
  if (!after) return {}
  return submission.kind === 'correction' && before ? { before, after } : { after }
}

/** The name of the resource that a submission is about. */
export const titleOf = ({ submission: { resource, slug }, resource: listed }: Review): string =>
  resource?.name ?? listed?.name ?? slug ?? ''

interface ProposalProps {
  readonly review: Review
  readonly proposal: ProposalVersions
  readonly changes: readonly ListedChange[]
}

export function Proposal({ review, proposal: { before, after }, changes }: ProposalProps) {
  const { submission, resource, before: toConfirm = resource } = review
  const { kind, reason, notes, wantedSlug } = otherTexts(review)
  return (
    <section>
      <h2>{HEADINGS[kind]}</h2>
      {kind !== 'addition' && resource && (
        <p>
          <a href={`/r/${resource.slug}`}>{resource.name}</a>, {linked(resource.url)}
        </p>
      )}
      <RecordChangedNotice {...{ review, before, after, changes }} />
      {kind === 'removal' && before && (
        <p>
          Remove <a href={`/r/${before.slug}`}>{before.name}</a> from the list. Its record and history stay.
        </p>
      )}
      {kind === 'addition' && resource && isUndecided(submission.state) && (
        <p>
          It was listed before as <a href={`/r/${resource.slug}`}>{resource.name}</a>. Approval lists it there
          again.
        </p>
      )}
      {kind === 'confirmation' && (
        <p>{english.submission.confirmation(resource?.name ?? submission.slug ?? '')}</p>
      )}
      {kind !== 'removal' && after && <ChangedFields before={before} after={after} />}
      {wantedSlug !== undefined && (
        <p>
          Requested short name: <code>{wantedSlug}</code>
        </p>
      )}
      {reason !== undefined && (
        <>
          <h3>Reason</h3>
          <p class="words">{reason}</p>
        </>
      )}
      {notes !== undefined && (
        <>
          <h3>Notes</h3>
          <p class="words">{notes}</p>
        </>
      )}
      {kind === 'confirmation' && toConfirm && <RecordToConfirm record={toConfirm} />}
    </section>
  )
}

const HEADINGS = {
  addition: 'Proposed record',
  correction: 'Proposed changes',
  removal: 'Proposed removal',
  confirmation: 'Is it still right?',
} as const

const otherTexts = ({ submission: { kind, reason, resource, changes } }: Review) => ({
  kind,
  reason,
  notes: resource?.notes ?? changes?.notes,
  wantedSlug: resource?.slug,
})

/** Warns that the record has changed since the submission, and names the fields that both changed. */
function RecordChangedNotice({
  review,
  before,
  after,
  changes,
}: Omit<ProposalProps, 'proposal'> & ProposalVersions) {
  const { submission, resource } = review
  const { baseVersion, state } = submission
  if (!resource || baseVersion === undefined || baseVersion === resource.version || !isUndecided(state))
    return null
  const since = changes.filter(({ version }) => version > baseVersion)
  const touched = since.flatMap((change) =>
    change.before ? changedFields(change.before, change.after).map(({ field }) => field) : [],
  )
  const proposed = before && after ? changedFields(before, after).map(({ field }) => field) : []
  const conflicting = proposed.filter((field) => touched.includes(field))
  return (
    <div class="notice warning">
      <p>
        The record has changed since this was sent: the sender saw version {baseVersion}, the record is now at
        version {resource.version}. What is below is relative to the current version.
      </p>
      {conflicting.length > 0 && (
        <p>
          <strong>Changed by both: {conflicting.map(fieldName).join(', ')}.</strong>
        </p>
      )}
    </div>
  )
}
