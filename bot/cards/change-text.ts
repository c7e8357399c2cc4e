import type { Resource } from '../../schema/contract.ts'
import type { ListedChange } from '../../schema/submission-verbs.ts'
import { DATA_TYPES } from '../../schema/vocabulary.ts'
import { plain } from './markdown.ts'

/** "**Organisation** ~~old~~ → **new**": what differs, a line a field, each value of at most `most` units. */
export function changedLines(before: Resource, after: Resource, most: number): string[] {
  const changed = (name: string, old: string, now: string) =>
    old === now ? [] : [`${name} ~~${plain(old, most)}~~ → **${plain(now, most)}**`]
  return [
    ...changed('Name', before.name, after.name),
    ...changed('Address', before.url, after.url),
    ...changed('Organisation', before.organization, after.organization),
    ...DATA_TYPES.flatMap(({ key, label }) =>
      changed(label, before.availability[key], after.availability[key]),
    ),
  ]
}

/** What happened to a resource, in a word. */
export function happening({ before, after }: Pick<ListedChange, 'before' | 'after'>): string {
  if (!before) return 'Listed'
  if (after.status !== before.status) return after.status === 'removed' ? 'Withdrawn' : 'Restored'
  const isElsewhereAlone =
    before.url !== after.url && changedLines({ ...before, url: after.url }, after, 1).length === 0
  return isElsewhereAlone ? 'Moved' : 'Corrected'
}
