// Sources, numbered in the order in which a card first names them. The numbers are raised, since those in brackets are
// the survey's, of its references.

import type { Claim } from '../../../schema/record/claims.ts'
import { sourceParts } from '../../../schema/record/works/source-links.ts'
import type { Messages } from '../../languages/index.ts'
import { address, link, plain } from './markdown.ts'

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raised = (number: number) => String(number).replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit)

export interface Footnotes {
  /** " ¹ ³": the numbers of what some claims rest on. A source that there is no more room for gets none. */
  mark(claims: readonly Claim[]): string
  /** The sources marked so far, a line each, of at most `longest` units an address or name. */
  lines(longest: number): string[]
}

/** One fact needs no more of them to be believed. */
const MARKS = 4

/** Of the sources that `claims` name, at most `most` are listed; of the others is said how many there are. */
export function footnotes(messages: Messages, claims: readonly Claim[], most: number): Footnotes {
  const numbers = new Map<string, number>()
  return {
    mark(marked) {
      const found = [...new Set(marked.map(({ source }) => source))].slice(0, MARKS).flatMap((source) => {
        const number = numbers.get(source) ?? (numbers.size < most ? numbers.size + 1 : undefined)
        if (number !== undefined) numbers.set(source, number)
        return number === undefined ? [] : [number]
      })
      return found
        .sort((a, b) => a - b)
        .map((number) => ` ${raised(number)}`)
        .join('')
    },
    lines(longest) {
      const more = new Set(claims.map(({ source }) => source)).size - numbers.size
      return [
        ...[...numbers].map(
          ([source, number]) =>
            `-# ${raised(number)} ${sourceText(source, longest)}${readAt(messages, claims, source)}`,
        ),
        ...(more > 0 ? [`-# ${messages.more(more)}`] : []),
      ]
    },
  }
}

/** Where so little room is left, none is for addresses behind names. */
const SHORT = 100

/** A source with the pages that it names as links, where there is room for their addresses. */
function sourceText(source: string, longest: number): string {
  const text = sourceParts(source)
    .map((part) => {
      if (part.address !== undefined)
        return address(part.text, longest) ?? link(part.text, part.address, longest)
      // The spaces at its ends are between it and the links.
      const [, before = '', inside = '', after = ''] = /^(\s?)(.*?)(\s?)$/s.exec(part.text) ?? []
      return `${before}${plain(inside, longest)}${after}`
    })
    .join('')
  return text.length > (longest < SHORT ? longest : 2 * longest) ? plain(source, longest) : text
}

/** ", October 2020": when a source said so or was read; of several times the first and the last. */
function readAt({ day, resource }: Messages, claims: readonly Claim[], source: string): string {
  const dates = claims.flatMap((claim) => (claim.source === source && claim.asOf ? [claim.asOf] : [])).sort()
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined) return ''
  return first === last ? `, ${day(first)}` : `, ${resource.period(first, last ?? first)}`
}
