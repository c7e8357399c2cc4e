import type { ResourceHistory } from '../../../schema/verbs/resources.ts'
import { Day } from '../parts/day.tsx'

interface HistoryProps {
  readonly slug: string
  readonly history: Pick<ResourceHistory, 'changes' | 'releases'>
  /** The page's own query: its moment. */
  readonly search: string
}

/** The latest changes in short, the way to all of them, and the record in each release. */
export const History = ({ slug, history: { changes, releases }, search }: HistoryProps) => (
  <section>
    <h2 id="history">History</h2>
    <ul class="latest">
      {changes.map(({ action, at, version }) => (
        <li>
          <Day iso={at} />: version {version}, {action}
        </li>
      ))}
    </ul>
    <p>
      <a href={`/history?slug=${slug}`}>All changes, with what changed</a>
    </p>
    {releases.length > 0 && (
      <p>
        In releases:{' '}
        {releases.map(({ version, releasedOn }, i) => {
          const releaseQuery = `?${new URLSearchParams({ release: version })}`
          return (
            <>
              {i > 0 && ', '}
              <a
                href={`/r/${slug}${releaseQuery}`}
                aria-current={releaseQuery === search ? 'page' : undefined}
              >
                {version}
              </a>{' '}
              <span class="as-of">
                (<Day iso={releasedOn} />)
              </span>
            </>
          )
        })}
      </p>
    )}
  </section>
)
