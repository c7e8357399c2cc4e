// Operations that differ only in their address and their media type are told of together: a download in nine formats is
// one thing to read about.

import type { Operation } from './document.ts'

/** At least one, all with the same parameters, body and statuses. */
export type Block = readonly [Operation, ...Operation[]]

const likeness = ({ method, tag, description, parameters, body, token, answers }: Operation) =>
  JSON.stringify([
    method,
    tag,
    description,
    parameters,
    body,
    token,
    answers.map(({ status, description, headers }) => [status, description, headers]),
  ])

/** Neighbours that are alike, in the order given. */
export function blocksOf(operations: readonly Operation[]): readonly Block[] {
  const blocks: Block[] = []
  for (const operation of operations) {
    const last = blocks.at(-1)
    if (last !== undefined && likeness(last[0]) === likeness(operation))
      blocks[blocks.length - 1] = [...last, operation]
    else blocks.push([operation])
  }
  return blocks
}
