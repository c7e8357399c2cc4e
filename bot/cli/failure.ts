/** What a person at the terminal can act on: the message says all there is to say, and a stack would only hide it. */
export class Failure extends Error {
  override readonly name: string = 'Failure'
}

/** Prints why a command ends, as far as a person can act on it, else as a bug with its stack. */
export function explain(error: unknown): void {
  console.error(error instanceof Failure ? error.message : error)
}
