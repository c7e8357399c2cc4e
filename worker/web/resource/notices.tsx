// How the page stands to the registry of now: of a moment before, or of what is listed no more.

import type { Resource } from '../../../schema/record/resource.ts'
import type { AsOf, Moment } from '../../../schema/verbs/as-of.ts'
import type { ResourceHistory } from '../../../schema/verbs/resources.ts'
import { Day } from '../parts/day.tsx'
import { Successor } from './facts.tsx'

interface Of {
  readonly slug: string
  readonly moment: Moment
  readonly asOf: AsOf
}

export const PastVersionNotice = ({ slug, moment, asOf }: Of) => (
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

/** When and why a resource was removed, what takes its place, and that its record stays. */
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
