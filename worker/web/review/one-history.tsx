import type { Happening, ListedChange } from '../../../schema/submission-verbs.ts'
import { ChangeEntry } from '../parts/change.tsx'
import { Moment } from '../parts/moment.tsx'

/** How the submission came to be as it is. */
export const SubmissionHistory = ({ history }: { readonly history: readonly Happening[] }) => (
  <section>
    <h2>History of the submission</h2>
    <ol class="history">
      {history.map(({ action, by, at, reason, version }) => (
        <li value={version}>
          <strong>{action}</strong> by {by ?? 'someone unnamed'}, <Moment iso={at} />
          {reason !== undefined && <p class="words">{reason}</p>}
        </li>
      ))}
    </ol>
  </section>
)

interface Given {
  readonly changes: readonly ListedChange[]
  readonly slug: string | undefined
}

/** What became of the resource that it is about. */
export const ResourceChanges = ({ changes, slug }: Given) =>
  changes.length === 0 ? null : (
    <section>
      <h2>Latest changes of the resource</h2>
      {changes.map((change) => (
        <ChangeEntry change={change} />
      ))}
      <p>
        <a href={`/history?slug=${slug}`}>All of its history</a>
      </p>
    </section>
  )
