import { differences } from '../../../bot/languages/differences.ts'
import { english } from '../../../bot/languages/index.ts'
import { changedFields } from '../../../schema/record/changes.ts'
import type { ListedChange } from '../../../schema/verbs/resources.ts'
import { apa } from '../../formats/references/apa.ts'

/** From this many on, changes that differ only in the data set are one entry. */
const FOLDED_FROM = 4

/** The changes of a day: each alone, but many with one action and one reason together. */
export const runsOf = (changes: readonly ListedChange[]): readonly (readonly ListedChange[])[] =>
  [...Map.groupBy(changes, ({ action, reason }) => `${action} ${reason}`).values()].flatMap((alike) =>
    alike.length < FOLDED_FROM ? alike.map((change) => [change]) : [alike],
  )

interface RunProps {
  readonly first: ListedChange
  readonly changes: readonly ListedChange[]
  /** Whether the next page goes on with this day, and may have more of them. */
  readonly isCut: boolean
}

/** Many changes with one action and one reason, such as those of a release. */
export const Run = ({ first: { action, reason }, changes, isCut }: RunProps) => (
  <details class="run">
    <summary>
      <strong>
        {changes.length} data sets {action}
      </strong>
      {isCut && ' on this page'}
      {reason !== undefined && <span class="reason">{reason}</span>}
    </summary>
    <ul>
      {changes.map(({ slug, name, before, after, sequence }) => (
        <li id={`change-${sequence}`}>
          <a href={`/r/${slug}`}>{name}</a>{' '}
          {before && <small>{fieldNames({ before, after }) || 'new sources'} · </small>}
          <a class="detail" href={`/history?slug=${slug}`}>
            details<span class="unseen"> of {name}</span>
          </a>
        </li>
      ))}
    </ul>
  </details>
)

const fieldNames = ({ before, after }: Required<Pick<ListedChange, 'before' | 'after'>>): string =>
  differences(english, changedFields(before, after), apa)
    .map(({ name }) => name)
    .join(', ')
