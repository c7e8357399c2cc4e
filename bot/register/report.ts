// A plan as lines of text for people, and as JSON for programs.

import { titleOf } from './command.ts'
import type { Difference, Value } from './differences.ts'
import type { Flags } from './flags.ts'
import type { CommandChange, Plan } from './plan.ts'

export interface Report {
  endpoint?: { readonly before: string | null; readonly after: string | null; readonly isSet: boolean }
  commands?: ReturnType<typeof planReport> & { readonly guild: string | null; readonly isPublished: boolean }
  error?: string
}

/** One run: its flags, its report for programs, and its lines for people. */
export interface Run {
  readonly flags: Flags
  readonly report: Report
  print(line: string): void
}

/** A line for each command that comes, goes or is kept, and for each difference: `~ place, field: before -> after`. */
export const planLines = ({ changes, kept }: Plan): readonly string[] => [
  ...changes.flatMap((change) =>
    change.sign === '~' ? change.differences.map(differenceLine) : [`${change.sign} ${change.command}`],
  ),
  ...kept.map((command) => `= ${titleOf(command)} (not ours, kept)`),
]

function differenceLine(difference: Difference): string {
  if (difference.sign !== '~') return `${difference.sign} ${difference.place}`
  const { place, field } = difference
  const [before, after] =
    field === 'order' ? moved(difference.before, difference.after) : [difference.before, difference.after]
  return `~ ${place}, ${field}: ${valueText(before, after)} -> ${valueText(after, before)}`
}

/** The part of two orders that differs: the names before and after it are the same. */
function moved(before: Value | undefined, after: Value | undefined) {
  if (!Array.isArray(before) || !Array.isArray(after)) return [before, after]
  const first = before.findIndex((name, at) => name !== after[at])
  const last = before.findLastIndex((name, at) => name !== after[at])
  return [before.slice(first, last + 1), after.slice(first, last + 1)]
}

/** A flag that is not set is false. */
function valueText(value: Value | undefined, other: Value | undefined): string {
  if (value === undefined) return other === true ? 'false' : 'none'
  return typeof value === 'object' ? `[${value.join(', ')}]` : JSON.stringify(value)
}

export const planReport = ({ changes, kept }: Plan) => ({
  changes: changes.map((change) => ({
    change: CHANGES[change.sign],
    command: change.command,
    ...(change.sign === '~' && { differences: change.differences.map(differenceReport) }),
  })),
  kept: kept.map(titleOf),
})

const CHANGES = { '+': 'added', '-': 'removed', '~': 'changed' } as const

const differenceReport = (difference: Difference) => ({
  change: CHANGES[difference.sign],
  place: difference.place,
  ...(difference.sign === '~' && {
    field: difference.field,
    before: difference.before ?? null,
    after: difference.after ?? null,
  }),
})

/** `1 new, 2 changed` */
export const summaryOf = (changes: readonly CommandChange[]): string =>
  Object.entries({ '+': 'new', '~': 'changed', '-': 'removed' })
    .map(([sign, word]) => [changes.filter((change) => change.sign === sign).length, word] as const)
    .filter(([count]) => count > 0)
    .map((counted) => counted.join(' '))
    .join(', ')
