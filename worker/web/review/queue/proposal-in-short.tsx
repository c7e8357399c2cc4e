// What a submission proposes, in a row of the queue: the host and the data types of an addition, each changed field of a
// correction before and after, and of a confirmation what the record says in short.

import { label } from '../../../../bot/cards/kit/markdown.ts'
import { differences } from '../../../../bot/languages/differences.ts'
import { english } from '../../../../bot/languages/index.ts'
import { changedFields } from '../../../../schema/record/changes.ts'
import { withChanges } from '../../../../schema/record/proposal.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import { hostOf } from '../../../../schema/record/values/addresses/hosts.ts'
import type { QueueRow } from '../../../../schema/verbs/submissions.ts'
import { DATA_TYPES } from '../../../../schema/vocabulary.ts'
import { apa } from '../../../formats/references/apa.ts'
import { DecisionStrip } from '../../parts/decision.tsx'

export function ProposalInShort({ row: { submission, resource: current } }: { readonly row: QueueRow }) {
  const { kind, resource, changes, evidence, reason } = submission
  if (kind === 'removal')
    return <p class="removing">Remove from the list{reason && <>: {label(reason, 160)}</>}</p>
  if (kind === 'confirmation')
    return (
      <>
        <p class="confirming">Still right?{reason && <> {label(reason, 160)}</>}</p>
        {current && <HostAndTypes record={current} />}
        {current && <DecisionStrip record={current} now={Date.now()} />}
      </>
    )
  if (resource) return <HostAndTypes record={resource} />
  const after = current && changes && withChanges(current, changes, evidence)
  const all = after ? differences(english, changedFields(current, after), apa) : []
  if (all.length === 0) return <p class="unsaid">New sources only</p>
  return (
    <>
      {changes?.url !== undefined && <HostLink url={changes.url} />}
      <dl class="diff">
        {all.slice(0, MOST_FIELDS).map(({ name, isList, removed, added }) => (
          <div>
            <dt>{name}</dt>
            <dd>
              {removed.length > 0 ? (
                <del>{label(removed.join(', '), MOST_LETTERS)}</del>
              ) : (
                <span class="unsaid">{isList ? '' : english.changes.notStated}</span>
              )}
              {isList ? ' ' : ' → '}
              {added.length > 0 ? (
                <ins>{label(added.join(', '), MOST_LETTERS)}</ins>
              ) : (
                <span class="unsaid">{isList ? '' : english.changes.notStated}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {all.length > MOST_FIELDS && <small>{english.submission.others(all.length - MOST_FIELDS)}</small>}
    </>
  )
}

function HostAndTypes({
  record: { url, availability },
}: {
  readonly record: Pick<Resource, 'url' | 'availability'>
}) {
  const types = DATA_TYPES.filter((type) => availability[type.key] === 'yes')
  return (
    <>
      <HostLink url={url} />
      {types.length > 0 && (
        <ul class="chips">
          {types.map((type) => (
            <li class="chip">{type.label}</li>
          ))}
        </ul>
      )}
    </>
  )
}

const MOST_FIELDS = 3
const MOST_LETTERS = 60

/** The host of an address, as a link to the page; the text itself where it is no address. */
const HostLink = ({ url }: { readonly url: string }) => (
  <p class="review-host">
    <a href={url} rel="nofollow noreferrer">
      {hostOf(url) ?? url}
    </a>
  </p>
)
