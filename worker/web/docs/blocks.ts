import type { Operation } from './document.ts'

/** Operations that share a description, because only their paths and media types differ: a download in nine formats. */
export type Block = readonly [Operation, ...Operation[]]

const sharedParts = ({ method, tag, description, parameters, body, token, answers }: Operation) =>
  JSON.stringify([
    method,
    tag,
    description,
    parameters,
    body,
    token,
    answers.map(({ status, description, headers }) => [status, description, headers]),
  ])

/** Groups consecutive operations into blocks. */
export function blocksOf(operations: readonly Operation[]): readonly Block[] {
  const blocks: Block[] = []
  for (const operation of operations) {
    const last = blocks.at(-1)
    if (last !== undefined && sharedParts(last[0]) === sharedParts(operation))
      blocks[blocks.length - 1] = [...last, operation]
    else blocks.push([operation])
  }
  return blocks
}
