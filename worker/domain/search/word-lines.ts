// Which resources have a word, by lines of `word_blocks`. A trigger writes them (schema/migrations/0001_triggers.sql).

import type { TextWords } from './ranking.ts'

export interface WordLines {
  readonly key: string
  /** A line begins with its mark, then come a position and, each after a space, the rest of a word. */
  readonly lines: string
}

const LETTERS_OF_KEY = 3

/** The key of a word's lines; that of a beginning too, where it has as many letters. */
export const wordKey = (word: string): string => [...word].slice(0, LETTERS_OF_KEY).join('')

/** Whether a beginning is shorter than the keys, so that words of many keys begin so. */
export const isOfManyKeys = (beginning: string): boolean => [...beginning].length < LETTERS_OF_KEY

/** The words of all resources that some lines have. */
export function readWordLines(rows: readonly WordLines[]) {
  const known = new Map<string, ReadonlySet<number>>()

  function find(word: string, isWhole: boolean): ReadonlySet<number> {
    const [key, rest] = [wordKey(word), [...word].slice(LETTERS_OF_KEY).join('')]
    const isMany = !isWhole && isOfManyKeys(word)
    const some = rows.filter((row) => (isMany ? row.key.startsWith(word) : row.key === key))
    // A word is letters, digits and the colon of a tag alone, so that it is no pattern.
    const line = new RegExp(`^(\\d+)(?: .*)? ${isMany ? '' : rest}${isWhole ? '(?= |$)' : ''}`, 'gm')
    return new Set(some.flatMap(({ lines }) => [...lines.matchAll(line)].map(([, at]) => Number(at))))
  }

  /** The positions of those with the word, or with one that begins so. */
  function positionsOf(word: string, isWhole: boolean): ReadonlySet<number> {
    const asked = `${word} ${isWhole}`
    const positions = known.get(asked) ?? find(word, isWhole)
    known.set(asked, positions)
    return positions
  }
  const wordsOf = (position: number): TextWords => ({
    has: (word, isWhole) => positionsOf(word, isWhole).has(position),
  })
  return { positionsOf, wordsOf }
}

export type ReadWords = ReturnType<typeof readWordLines>
