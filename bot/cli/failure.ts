/** An error that a person at the terminal can act on: its message is printed without a stack. */
export class Failure extends Error {
  override readonly name: string = 'Failure'
}

/** Prints the message of a failure; any other error is a bug, and printed with its stack. */
export function explain(error: unknown): void {
  console.error(error instanceof Failure ? error.message : error)
}
