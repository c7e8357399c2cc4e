import type { Dossier } from '../../../schema/verbs/resources.ts'
import { ChangeEntry } from '../parts/change.tsx'

export const ResourceHistory = ({
  dossier: { slug, changes, hasMoreChanges },
}: {
  readonly dossier: Dossier
}) => (
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
