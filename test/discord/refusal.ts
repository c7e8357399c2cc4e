/** What Discord answers instead of doing what it was asked. */
export abstract class Refusal extends Error {
  /** What in it a bot that is written well never does; none where it simply is so. */
  abstract readonly mistakes: readonly string[]
  abstract response(): Response
}
