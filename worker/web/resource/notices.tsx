// Notices on the page of a past version or of a removed resource.

import { english } from '../../../bot/languages/index.ts'
import { statusText, typeLabels } from '../../../bot/languages/values.ts'
import type { Caveats } from '../../../schema/record/caveats.ts'
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

interface CaveatNoticeProps {
  readonly record: Resource
  readonly caveats: Caveats
  readonly successor: ResourceHistory['successor']
}

/** Why the data may be of no use, before all else on the page. */
export const CaveatNotice = ({ record, caveats, successor }: CaveatNoticeProps) => (
  <div class="notice warning">
    {caveats.isEnded && (
      <p>
        <strong>{capitalized(statusText(english, record) ?? '')}.</strong>
        {record.successor !== null && (
          <>
            {' '}
            In its place: <Successor record={record} listed={successor} />
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
        <strong>{english.resource.imagesDenied(english.listed(typeLabels(english, caveats.denied)))}</strong>{' '}
        <a href="#disagreements">Where sources disagree</a>
      </p>
    )}
  </div>
)

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
          In its place: <Successor record={record} listed={successor} />
        </p>
      )}
      <p>
        What was known of it stays below, with its <a href="#history">history</a>; it is no longer kept up to
        date.
      </p>
    </div>
  )
}
