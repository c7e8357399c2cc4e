import {
  type Problem,
  REFUSALS,
  type Refusals,
  type Refused,
  type RefusedFor,
  sentenceIn,
} from './refusals.ts'

/** Every way a request can fail that is not a bug. Each door maps these once; anything else is a bug. */
export const ERROR_CODES = [
  'not_found',
  'invalid',
  'conflict',
  'forbidden',
  'unauthenticated',
  'rate_limited',
  'unavailable',
  'read_only',
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
  /**
   * The same for doors that speak other languages: one sentence, or one for each field at fault; none where only doors
   * that speak English can meet it.
   */
  readonly refused: readonly Refused[]

  constructor(
    code: ErrorCode,
    message: string,
    details: ErrorDetails = {},
    refused: readonly Refused[] = [],
  ) {
    super(message)
    this.name = 'RegistryError'
    this.code = code
    this.details = details
    this.refused = refused
  }
}

/** A failure with a sentence of the catalogue: `refusal('not_found', 'noSuchSlug', [slug])`. */
export function refusal<Name extends keyof Refusals>(
  code: ErrorCode,
  name: Name,
  values: RefusedFor<Name>['values'],
  details: ErrorDetails = {},
): RegistryError {
  const refused = { name, values } as RefusedFor<Name> as Refused
  return new RegistryError(code, sentenceIn(REFUSALS, refused), details, [refused])
}

/** What is wrong with a field, in an English sentence. */
export type FieldProblem = NonNullable<ErrorDetails['problems']>[number]

export const inEnglish = (one: Problem | FieldProblem): FieldProblem => ({
  field: one.field,
  problem: 'name' in one ? sentenceIn(REFUSALS, one) : one.problem,
})

/**
 * `invalid`, with every field at fault: by name of the sentence, which each door says in its language, or in English
 * where only doors that speak English can meet it.
 */
export function faultyFields(problems: readonly (Problem | FieldProblem)[]): RegistryError {
  const named = problems.filter((one): one is Problem => 'name' in one)
  const sentences = problems.map(inEnglish)
  const message = sentences.map(({ field, problem }) => `${field}: ${problem}`).join(' ')
  return new RegistryError('invalid', message, { problems: sentences }, named)
}
