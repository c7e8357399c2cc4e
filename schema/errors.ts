import { REFUSALS, type Refused, type RefusedFor } from './refusals.ts'

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

/** What a conflict can be, where more than that is known. */
export const CONFLICTS = [
  'duplicate_resource',
  'duplicate_submission',
  'stale_version',
  'already_decided',
  'idempotency_key_reused',
] as const

/** What a program can act on, beyond the code. */
export interface ErrorDetails {
  /** Which conflict it is. */
  readonly conflict?: (typeof CONFLICTS)[number]
  /** The resource in question. */
  readonly slug?: string
  /** Every field at fault, and what is wrong with it. */
  readonly problems?: readonly { readonly field: string; readonly problem: string }[]
  /** Seconds after which a repeat may succeed. */
  readonly retryAfter?: number
}

/** A failure that its reader can act on: `message` is a whole sentence, fit to be shown as it stands. */
export class RegistryError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  /** Which sentence it is, for doors that speak other languages than English. */
  readonly refused: Refused | undefined

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, refused?: Refused) {
    super(message)
    this.name = 'RegistryError'
    this.code = code
    this.details = details
    this.refused = refused
  }
}

/** A failure with a sentence of the catalogue: `refusal('not_found', 'noSuchSlug', [slug])`. */
export function refusal<Name extends keyof typeof REFUSALS>(
  code: ErrorCode,
  name: Name,
  values: RefusedFor<Name>['values'],
  details: ErrorDetails = {},
): RegistryError {
  const say = REFUSALS[name] as (...given: RefusedFor<Name>['values']) => string
  return new RegistryError(code, say(...values), details, { name, values } as RefusedFor<Name> as Refused)
}
