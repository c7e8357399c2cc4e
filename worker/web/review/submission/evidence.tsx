// Evidence for and against a submission: sources, look-alikes, earlier rejections, questions and the submitter.

import { english } from '../../../../bot/languages/index.ts'
import { valueText } from '../../../../bot/languages/values.ts'
import { likenessText } from '../../../../schema/likeness.ts'
import type { Evidence } from '../../../../schema/record/claims.ts'
import { fieldName } from '../../../../schema/record/field-keys.ts'
import type { SubmissionRecord, ThreadEntry } from '../../../../schema/record/submission.ts'
import type { Alike, Review } from '../../../../schema/verbs/submissions.ts'
import { Day } from '../../parts/day.tsx'
import { linked, linkedSource } from '../../parts/linked.tsx'
import { Moment } from '../../parts/moment.tsx'

export const EvidenceSection = ({ review }: { readonly review: Review }) => (
  <>
    <SourcesSection submission={review.submission} />
    {review.alike.length > 0 && (
      <section>
        <h2>Similar names and addresses</h2>
        <LookAlikes title="Listed" alike={review.alike.filter(({ slug }) => slug !== undefined)} />
        <LookAlikes title="Waiting too" alike={review.alike.filter(({ slug }) => slug === undefined)} />
      </section>
    )}
    {review.declined.length > 0 && (
      <section>
        <h2>Rejected before</h2>
        <DeclinedBefore declined={review.declined} />
      </section>
    )}
    {review.submission.thread.length > 0 && (
      <section>
        <h2>Questions and answers</h2>
        <Thread thread={review.submission.thread} />
      </section>
    )}
    <section>
      <h2>Sender</h2>
      <SubmitterSummary submitter={review.submitter} />
    </section>
  </>
)

/** A record that is to be confirmed has a list of its own sources. */
const SourcesSection = ({ submission: { kind, evidence } }: Pick<Review, 'submission'>) =>
  kind === 'confirmation' && evidence.length === 0 ? null : (
    <section>
      <h2>{kind === 'confirmation' ? 'Sources of the sender' : 'Sources'}</h2>
      <Sources evidence={evidence} />
    </section>
  )

const Sources = ({ evidence }: { readonly evidence: readonly Evidence[] }) =>
  evidence.length === 0 ? (
    <p class="unsaid">None given.</p>
  ) : (
    <dl class="changed">
      {evidence.map(({ field, value, source, asOf }) => (
        <div>
          <dt>{fieldName(field)}</dt>
          <dd>
            {value !== undefined && <>“{valueText(english, field, value)}” according to </>}
            {linkedSource(source)}
            {asOf !== undefined && (
              <>
                , <Day iso={asOf} />
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )

const LookAlikes = ({ title, alike }: { readonly title: string; readonly alike: readonly Alike[] }) =>
  alike.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul>
        {alike.map(({ name, signs, slug, reference }) => (
          <li>
            <a href={slug === undefined ? `/review/${reference}` : `/r/${slug}`}>{name}</a>
            {reference !== undefined && <small> {reference}</small>}: {likenessText(signs)}
          </li>
        ))}
      </ul>
    </>
  )

const DeclinedBefore = ({ declined }: { readonly declined: readonly SubmissionRecord[] }) => (
  <ul>
    {declined.map(({ reference, decision }) => (
      <li>
        <a href={`/review/${reference}`}>{reference}</a>
        {decision && (
          <>
            , <Moment iso={decision.at} />
            {decision.reason !== undefined && `: ${decision.reason}`}
          </>
        )}
      </li>
    ))}
  </ul>
)

const Thread = ({ thread }: { readonly thread: readonly ThreadEntry[] }) => (
  <ol class="thread">
    {thread.map(({ by, text, at }) => (
      <li>
        <h3>
          {by === 'maintainer' ? 'Question' : 'Answer'} <small>{<Moment iso={at} />}</small>
        </h3>
        <p class="words">{text}</p>
      </li>
    ))}
  </ol>
)

function SubmitterSummary({ submitter }: Pick<Review, 'submitter'>) {
  const { name, machine, contact, discordId, approved, rejected, isBlocked, isUnreachable } = submitter
  const facts = [
    approved + rejected === 0
      ? 'no earlier submission decided'
      : `${approved} approved and ${rejected} rejected before`,
    ...(isBlocked ? ['blocked'] : []),
    ...(isUnreachable ? ['direct messages on Discord are closed'] : []),
  ]
  return (
    <p>
      <strong>{machine === undefined ? (name ?? 'Anonymous') : 'The registry itself'}</strong>
      {contact !== undefined && <>, {linked(contact)}</>}
      {discordId !== undefined && (
        <>
          , on Discord <code>{discordId}</code>
        </>
      )}
      <br />
      {facts.join(' · ')}
    </p>
  )
}
