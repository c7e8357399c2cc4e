import type { Resource } from '../../../../schema/record/resource.ts'
import { successorLink } from '../../../../schema/record/works/source-links.ts'
import type { ResourceHistory } from '../../../../schema/verbs/resources.ts'
import { Away } from '../../parts/away.tsx'

export type ListedSuccessor = ResourceHistory['successor']

/** What takes its place, as a link: to its page here, else to its own address or the source that names it. */
export function Successor({
  record,
  listed,
}: {
  readonly record: Pick<Resource, 'successor' | 'claims'>
  readonly listed: ListedSuccessor
}) {
  if (listed !== undefined) return <a href={`/r/${listed.slug}`}>{listed.name}</a>
  const address = successorLink(record)
  return address === undefined ? (
    <span>{record.successor}</span>
  ) : (
    <Away href={address}>{record.successor}</Away>
  )
}
