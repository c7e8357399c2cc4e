// What a run found and did: as JSON for programs, and in lines of text for people.

import { titleOf } from './command.ts'
import type { Difference } from './differences.ts'
import type { Flags } from './flags.ts'
import type { CommandChange, Plan } from './plan.ts'

/** As `--json` prints it. */
export interface Report {
  endpoint?: { readonly before: string | null; readonly after: string | null; readonly isSet: boolean }
  commands?: {
    readonly guild: string | null
    readonly isPublished: boolean
    readonly changes: readonly CommandChange[]
    readonly kept: readonly string[]
  }
  error?: string
}

export interface Run {
  readonly flags: Flags
  readonly report: Report
  /** Prints nothing where the report is printed. */
  print(line: string): void
}

const SIGNS = { added: '+', removed: '-', changed: '~' } as const

/** A line for each command that comes, goes or is kept, and for each difference: `~ place, field: before -> after`. */
export const planLines = ({ changes, kept }: Plan): readonly string[] => [
  ...changes.flatMap(
    ({ change, command, differences }) => differences?.map(differenceLine) ?? [`${SIGNS[change]} ${command}`],
  ),
  ...kept.map((command) => `= ${titleOf(command)} (not ours, kept)`),
]

function differenceLine({ change, place, field, ...values }: Difference): string {
  const line = `${SIGNS[change]} ${place}`
  if (field === undefined) return line
  const { before, after } = field === 'order' ? moved(values) : values
  return `${line}, ${field}: ${valueText(before, after)} -> ${valueText(after, before)}`
}

/** The part of two orders that differs: the names before and after it are the same. */
function moved({ before, after }: Pick<Difference, 'before' | 'after'>) {
  if (!Array.isArray(before) || !Array.isArray(after)) return { before, after }
  const first = before.findIndex((name, at) => name !== after[at])
  const end = before.findLastIndex((name, at) => name !== after[at]) + 1
  return { before: before.slice(first, end), after: after.slice(first, end) }
}

/** A flag that is not set is false. */
function valueText(value: unknown, other: unknown): string {
  if (value === null) return other === true ? 'false' : 'none'
  return Array.isArray(value) ? `[${value.join(', ')}]` : JSON.stringify(value)
}

const SUMMARY = { added: 'new', changed: 'changed', removed: 'removed' } as const

/** `1 new, 2 changed` */
export function summaryOf(changes: readonly CommandChange[]): string {
  const grouped = Object.groupBy(changes, ({ change }) => SUMMARY[change])
  return Object.values(SUMMARY)
    .flatMap((word) => (grouped[word] ? `${grouped[word].length} ${word}` : []))
    .join(', ')
}
