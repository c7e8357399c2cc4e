// Several submissions chosen from the queue: which of them are approved together, and one action on each of them.

import { RegistryError } from '../errors.ts'
import type { NamedSubmission } from '../record/submission.ts'
import type { Registry } from './registry.ts'
import type { QueueRow } from './submissions.ts'

/** A chosen submission, with the version that the queue showed. */
export interface Chosen {
  readonly reference: string
  readonly version: number
}

/** Why a chosen submission is not approved together with the others. */
export type LeftOut = { readonly reference: string } & (
  | { readonly why: 'gone' }
  | { readonly why: 'changed' | 'flagged' | 'removal' | 'confirmation'; readonly row: QueueRow }
)

/**
 * Parts chosen submissions into those to approve together and those to look at one by one. `rows` are as the queue has
 * them now. A removal goes together with removals alone, and a confirmation by itself: the record has to be seen.
 */
export function sortChosen(
  chosen: readonly Chosen[],
  rows: readonly QueueRow[],
): { readonly together: readonly QueueRow[]; readonly leftOut: readonly LeftOut[] } {
  const rowOf = (reference: string) => rows.find(({ submission }) => submission.reference === reference)
  const leftBehind = ({ reference, version }: Chosen): LeftOut | undefined => {
    const row = rowOf(reference)
    if (!row) return { reference, why: 'gone' }
    if (row.submission.version !== version) return { reference, why: 'changed', row }
    if (row.flags.length > 0) return { reference, why: 'flagged', row }
    return row.submission.kind === 'confirmation' ? { reference, why: 'confirmation', row } : undefined
  }
  const clear = chosen.flatMap((one) => (leftBehind(one) ? [] : (rowOf(one.reference) ?? [])))
  const others = clear.filter(({ submission }) => submission.kind !== 'removal')
  const together = others.length > 0 ? others : clear
  const apart = clear.filter((row) => !together.includes(row))
  return {
    together,
    leftOut: [
      ...chosen.flatMap((one) => leftBehind(one) ?? []),
      ...apart.map((row) => ({ reference: row.submission.reference, why: 'removal' as const, row })),
    ],
  }
}

export type Outcome<One extends Chosen> =
  | { readonly one: One; readonly record: NamedSubmission }
  | { readonly one: One; readonly error: RegistryError }

/**
 * Acts on one submission after another, as far as the request's queries to the database allow; the rest is `remaining`.
 * A refusal ends nothing but its own action; a fault, a database that fails and a session that ends do end all.
 */
export async function actOnEach<One extends Chosen>(
  { countQueries }: Pick<Registry, 'countQueries'>,
  chosen: readonly One[],
  act: (one: One) => Promise<NamedSubmission>,
): Promise<{ readonly outcomes: readonly Outcome<One>[]; readonly remaining: readonly One[] }> {
  const outcomes: Outcome<One>[] = []
  // In sequence: D1 serializes writes anyway, and two submissions may change one record.
  for (const one of chosen) {
    // The other half of the queries is for the last decision, a lost race, and the messages sent after the response.
    const { sent, left } = countQueries()
    if (sent >= left) break
    try {
      outcomes.push({ one, record: await act(one) })
    } catch (error) {
      if (
        !(error instanceof RegistryError) ||
        error.code === 'unauthenticated' ||
        error.code === 'unavailable'
      )
        throw error
      outcomes.push({ one, error })
    }
  }
  return { outcomes, remaining: chosen.slice(outcomes.length) }
}
