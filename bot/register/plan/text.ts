// What a person reads of a plan: a block for each command, a line for each difference.

import type { Span, Style } from '../../cli/colours.ts'
import { type Command, ENTRY_POINT, spokenOf } from '../command.ts'
import { type Difference, namesIn } from './difference.ts'
import { movesBetween } from './moves.ts'
import type { Part, Value } from './plain.ts'
import type { CommandChange, Plan } from './plan.ts'

const STYLES = { '+': 'green', '-': 'red', '~': 'yellow' } as const satisfies Record<string, Style>
export type Sign = keyof typeof STYLES

export type Line = readonly Span[]

export const plainLine = (text: string): Line => [{ text, styles: [] }]
export const signed = (sign: Sign, text: string, indent = ''): Line => [
  { text: `${indent}${sign} ${text}`, styles: [STYLES[sign]] },
]

export function planText({ changes, kept }: Plan): Line[] {
  const lines = changes.flatMap((change) => [...block(change), plainLine('')])
  // Kept by name, since who runs this may not know that they are there.
  return [
    ...lines,
    ...kept.map((command) => plainLine(`= ${spokenOf(command)}: not one of ours, and kept${until(command)}`)),
    ...(kept.length > 0 ? [plainLine('')] : []),
  ]
}

/** A command that we have renamed is another one, and its old name none of ours any more. */
const until = ({ type }: Command) => (type === ENTRY_POINT ? '' : ' until --prune takes it away')

function block(change: CommandChange): Line[] {
  const { sign, command } = change
  switch (sign) {
    case '+':
      return [signed(sign, `${command}, new${about(change.part)}`)]
    case '-':
      return [signed(sign, `${command}, removed, and with it who may use it in each server`)]
    case '~':
      return [
        signed(sign, command),
        ...change.differences.map((difference) => signed(difference.sign, said(difference), '  ')),
      ]
  }
}

function said(difference: Difference): string {
  const { place } = difference
  switch (difference.sign) {
    case '+':
      return `${place}${about(difference.part)}`
    case '-':
      return place
    case '~': {
      const { field, before, after } = difference
      if (field === 'order' && isOrder(before) && isOrder(after))
        return `${place}, order: ${movesBetween(before, after).join(', ')}`
      return `${place}, ${field}: ${shown(before, after)} -> ${shown(after, before)}`
    }
  }
}

const isOrder = (value: Value | undefined): value is readonly string[] => Array.isArray(value)

/** `: "Who has ultrasound", with also, unknown`. */
function about(part: Part): string {
  const { description } = part.fields
  const names = namesIn(part)
  return [
    description === undefined ? '' : `: ${JSON.stringify(description)}`,
    names.length === 0 ? '' : `, with ${names.join(', ')}`,
  ].join('')
}

/** Of what is or is not, that it is not is a value. */
function shown(value: Value | undefined, other: Value | undefined): string {
  if (value === undefined) return other === true ? 'false' : 'none'
  return typeof value === 'object' ? `[${value.join(', ')}]` : JSON.stringify(value)
}

/** The same for programs. */
export const planReport = ({ changes, kept }: Plan) => ({
  changes: changes.map((change) => ({
    change: WORDS[change.sign],
    command: change.command,
    ...(change.sign === '~' && { differences: change.differences.map(report) }),
  })),
  kept: kept.map(spokenOf),
})

const WORDS = { '+': 'added', '-': 'removed', '~': 'changed' } as const

const report = (difference: Difference) => ({
  change: WORDS[difference.sign],
  place: difference.place,
  ...(difference.sign === '~' && {
    field: difference.field,
    before: difference.before ?? null,
    after: difference.after ?? null,
  }),
})
