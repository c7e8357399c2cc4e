/** Every way a request can fail that is not a bug. Each door maps these once; anything else is a bug. */
export const ERROR_CODES = [
  'not_found',
  'invalid',
  'conflict',
  'forbidden',
  'unauthenticated',
  'rate_limited',
  'unavailable',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** A failure that its reader can act on: `message` is a whole sentence, fit to be shown as it stands. */
export class RegistryError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'RegistryError'
    this.code = code
  }
}
