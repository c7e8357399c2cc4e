// Notices on the page of a past version or of a removed resource.

import type { Resource } from '../../../schema/record/resource.ts'
import type { AsOf, Moment } from '../../../schema/verbs/as-of.ts'
import type { ResourceHistory } from '../../../schema/verbs/resources.ts'
import { Day } from '../parts/day.tsx'
import { Successor } from './facts.tsx'

interface PastVersionNoticeProps {
  readonly slug: string
  readonly moment: Moment
  readonly asOf: AsOf
}

export const PastVersionNotice = ({ slug, moment, asOf }: PastVersionNoticeProps) => (
  <div class="notice">
    <p>
      This is how it stood{' '}
      {'at' in moment ? (
        <>
          on <Day iso={moment.at} />
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
      . <a href={`/r/${slug}`}>How it stands now</a>
    </p>
  </div>
)

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
          In its place: <Successor successor={record.successor} listed={successor} />
        </p>
      )}
      <p>
        What was known of it stays below, with its <a href="#history">history</a>; nobody looks after it any
        more.
      </p>
    </div>
  )
}
