import { english } from '../../../bot/languages/index.ts'
import type { ResourceHistory } from '../../../schema/verbs/resources.ts'
import { Day } from '../parts/day.tsx'

interface HistoryProps {
  readonly slug: string
  readonly history: Pick<ResourceHistory, 'changes' | 'releases' | 'verdicts'>
  /** The page's own query: its moment. */
  readonly search: string
}

/** The latest changes in short, the way to all of them, the record in each release, and how its address came to be as it is. */
export const History = ({ slug, history: { changes, releases, verdicts }, search }: HistoryProps) => (
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
    {verdicts.length > 0 && (
      <details>
        <summary>Checks of its address</summary>
        <ul class="latest">
          {verdicts.flatMap(({ verdict, at }) =>
            verdict === 'unchecked' ? [] : [<li>{english.resource.link[verdict](english.day(at))}</li>],
          )}
        </ul>
      </details>
    )}
  </section>
)
