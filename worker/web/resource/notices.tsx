// Notices on top of the page: of a past version, of a removed resource, and of one that may be of no use.

import { english } from '../../../bot/languages/index.ts'
import { statusText, typeLabels } from '../../../bot/languages/values.ts'
import { caveatsOf, isDoubtful } from '../../../schema/record/caveats.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { AsOf, Moment } from '../../../schema/verbs/as-of.ts'
import type { ResourceHistory } from '../../../schema/verbs/resources.ts'
import { Day } from '../parts/day.tsx'
import { linked } from '../parts/linked.tsx'
import { type ListedSuccessor, Successor } from './facts/successor.tsx'

interface PastVersionNoticeProps {
  readonly slug: string
  readonly moment: Moment
  readonly asOf: AsOf
}

export const PastVersionNotice = ({ slug, moment, asOf }: PastVersionNoticeProps) => (
  <div class="notice">
    <p>
      This is the record{' '}
      {'at' in moment ? (
        <>
          of <Day iso={moment.at} />
        </>
      ) : (
        <>
          in release {asOf.release?.version}
          {asOf.release && (
            <>
              , <Day iso={asOf.release.releasedOn} />
            </>
          )}
        </>
      )}
      . <a href={`/r/${slug}`}>See the present record</a>
    </p>
  </div>
)

interface CaveatNoticeProps {
  readonly record: Resource
  readonly successor: ListedSuccessor
}

/** Why the data may be of no use, or where they are now; nothing where neither is so. */
export function CaveatNotice({ record, successor }: CaveatNoticeProps) {
  const caveats = caveatsOf(record)
  const hasMoved = record.status === 'moved'
  if (!isDoubtful(caveats) && !hasMoved) return null
  return (
    <div class={isDoubtful(caveats) ? 'notice warning' : 'notice'}>
      {(caveats.isEnded || hasMoved) && (
        <p>
          <strong>{capitalized(statusText(english, record) ?? '')}.</strong>
          {record.successor !== null && (
            <>
              {' '}
              Successor: <Successor record={record} listed={successor} />
            </>
          )}
          {hasMoved && record.formerUrls.length > 0 && (
            <>
              {' '}
              The address on this page is the new one. Before:{' '}
              {record.formerUrls.flatMap((url, i) => [i > 0 ? ', ' : '', linked(url)])}
            </>
          )}
        </p>
      )}
      {caveats.isWithoutImages && (
        <p>
          <strong>{english.resource.withoutImages}</strong>
        </p>
      )}
      {caveats.denied.length > 0 && (
        <p>
          <strong>
            {english.resource.imagesDenied(english.listed(typeLabels(english, caveats.denied)))}
          </strong>{' '}
          <a href="#disagreements">Where sources disagree</a>
        </p>
      )}
    </div>
  )
}

const capitalized = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

interface TombstoneProps {
  readonly record: Resource
  readonly history: Pick<ResourceHistory, 'changes' | 'successor'>
}

/** The date and reason of a removal, and the successor. */
export function Tombstone({ record, history: { changes, successor } }: TombstoneProps) {
  const removal = changes.find(({ action, after }) => action === 'removed' && after.status === 'removed')
  return (
    <div class="notice warning">
      <p>
        <strong>
          No longer listed since <Day iso={removal?.at ?? record.updatedAt} />.
        </strong>{' '}
        {removal?.reason}
      </p>
      {record.successor !== null && (
        <p>
          Successor: <Successor record={record} listed={successor} />
        </p>
      )}
      <p>
        The record stays here with its <a href="#history">history</a>, but is no longer kept up to date.
      </p>
    </div>
  )
}
