// What becomes of a form that proposes something: it is sent, or comes back with a reason and with all that was typed.

import type { Context } from 'hono'
import { RegistryError } from '../../../schema/errors.ts'
import { type Submission, SubmissionInput } from '../../../schema/record/submission.ts'
import type { Alike } from '../../../schema/verbs/submissions.ts'
import { parse } from '../../domain/intake/parse.ts'
import type { AppEnv } from '../../env.ts'
import { anonymousActor } from '../../http/anonymous-actor.ts'
import { limitBurst } from '../../http/limit-burst.ts'
import { type FailureStatus, statusOf } from '../../http/status.ts'
import { type FormValues, type Problems, textIn } from '../parts/form.ts'
import { problemsByField } from '../parts/proposal/names.ts'
import { turnstileOn, turnstileProblem } from '../turnstile.tsx'
import { newStamp, readStamp } from './stamp.ts'

/** The field that nobody sees, by a name that programs like to fill in. */
export const HONEYPOT = 'homepage'

/** A form that was not sent. */
export interface Returned {
  readonly status: 200 | FailureStatus
  readonly problems: Problems
  /** What it looks like: to be looked at before it is sent. */
  readonly alike: readonly Alike[]
  /** The resource that is in the way. */
  readonly slug?: string | undefined
  readonly stamp: string
  readonly headers: { readonly [name: string]: string }
  /** Whether the resource that it is about is not any more as its sender saw it. */
  readonly isStale: boolean
}

export type Outcome = { readonly sent: Submission } | { readonly returned: Returned }

/** What a form says, and of each piece of evidence the row that it came from. */
export interface Read {
  readonly input: SubmissionInput
  readonly rows: readonly number[]
}

export async function send(
  c: Context<AppEnv>,
  typed: FormValues,
  { input: read, rows }: Read,
): Promise<Outcome> {
  const secret = c.env.SESSION_SECRET
  const stamped = await readStamp(secret, textIn(typed, 'stamp'), Date.now())
  const { stamp } = stamped
  const back = (given: Partial<Returned>): Outcome => ({
    returned: { status: 422, problems: new Map(), alike: [], stamp, headers: {}, isStale: false, ...given },
  })
  const sentence = (problem: string): Problems => new Map([['', problem]])
  try {
    const refusal =
      textIn(typed, HONEYPOT) === '' ? ('problem' in stamped ? stamped.problem : undefined) : FILLED_IN
    const input = clean(read)
    if ('problems' in input || refusal !== undefined || 'problem' in stamped)
      return back({
        problems: new Map([
          ...(refusal === undefined ? [] : sentence(refusal)),
          ...('problems' in input ? problemsByField(input.problems, typed, rows) : []),
        ]),
      })
    const stranger = anonymousActor(c)
    await limitBurst(c, stranger)
    const turnstile = turnstileOn(c)
    const doubt =
      turnstile && (await turnstileProblem(c, turnstile, typed.get('cf-turnstile-response') ?? ''))
    if (doubt !== undefined) return back({ problems: sentence(doubt) })
    const alike = await newLookAlikes(c, typed, input.clean)
    if (alike.length > 0) return back({ status: 200, alike })
    const how = { door: 'web', idempotencyKey: stamped.key } as const
    return { sent: (await c.get('registry').submit(stranger, input.clean, how)).submission }
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code === 'not_found') throw error
    const { conflict, slug, problems = [], retryAfter } = error.details
    return back({
      status: conflict === 'idempotency_key_reused' ? 422 : statusOf(error.code),
      problems: problems.length > 0 ? problemsByField(problems, typed, rows) : problemOf(error),
      headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
      isStale: conflict === 'stale_version',
      ...(conflict === 'duplicate_resource' && { slug }),
      ...(conflict === 'idempotency_key_reused' && { stamp: await newStamp(secret, Date.now()) }),
    })
  }
}

const FILLED_IN =
  'The field at the end that is to stay empty was filled in, perhaps by your browser. It is empty now: please send the form again.'

/** Refusals that are about one field, or that a form can tell better. */
function problemOf({ message, details: { conflict } }: RegistryError): Problems {
  if (conflict === 'duplicate_resource' || conflict === 'duplicate_submission')
    return new Map([['url', message]])
  if (conflict === 'idempotency_key_reused')
    return new Map([
      [
        '',
        'This form was sent before, and says something else now. What was sent waits at the address that you were given then, where you can change it. To send this as another submission, send it again.',
      ],
    ])
  return new Map([['', message]])
}

type Cleaned =
  | { readonly clean: SubmissionInput }
  | { readonly problems: RegistryError['details']['problems'] }

function clean(input: SubmissionInput): Cleaned {
  try {
    return { clean: parse(SubmissionInput, input, 'form') }
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return { problems: error.details.problems }
  }
}

/** What a look-alike is known by. */
export const keyOfAlike = ({ slug, reference, name }: Alike): string => slug ?? reference ?? name

/** Those that its sender has not said are others yet. */
async function newLookAlikes(
  c: Context<AppEnv>,
  typed: FormValues,
  input: SubmissionInput,
): Promise<readonly Alike[]> {
  if (input.kind !== 'addition') return []
  const { alike } = await c.get('registry').previewSubmission(anonymousActor(c), input)
  const others = textIn(typed, 'others').split(' ')
  return alike.filter((one) => !others.includes(keyOfAlike(one)))
}
