import type { ResourceHistory } from '../../../schema/verbs/resources.ts'
import { ChangeEntry } from '../parts/change.tsx'

interface HistoryProps {
  readonly slug: string
  readonly history: Pick<ResourceHistory, 'changes' | 'hasMoreChanges'>
}

export const History = ({ slug, history: { changes, hasMoreChanges } }: HistoryProps) => (
  <section>
    <h2 id="history">History</h2>
    {changes.map((change) => (
      <ChangeEntry change={change} />
    ))}
    {hasMoreChanges && (
      <p>
        <a href={`/history?slug=${slug}&before=${changes.at(-1)?.sequence}`}>Earlier changes</a>
      </p>
    )}
  </section>
)
