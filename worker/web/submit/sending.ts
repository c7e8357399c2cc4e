// Sends a submission form to the registry, or returns it with its problems and all typed values.

import type { Context } from 'hono'
import { RegistryError } from '../../../schema/errors.ts'
import { type Submission, SubmissionInput } from '../../../schema/record/submission.ts'
import type { Alike, Preview } from '../../../schema/verbs/submissions.ts'
import { parse } from '../../domain/intake/parse.ts'
import type { AppEnv } from '../../env.ts'
import { anonymousActor } from '../../http/anonymous-actor.ts'
import { type FailureStatus, statusOf } from '../../http/status.ts'
import { logFault } from '../../log.ts'
import { type FormValues, type Problems, textIn } from '../parts/form.ts'
import { problemsByField } from '../parts/proposal/names.ts'
import { rememberSent } from '../submission/sent-cookie.ts'
import { findTurnstileKeys, turnstileProblem } from '../turnstile.tsx'
import { newStamp, readStamp } from './stamp.ts'

/** A field that people do not see and programs fill in. */
export const HONEYPOT = 'homepage'

/** What the submitter must look at first: look-alikes, and an earlier rejection. */
export type Warnings = Pick<Preview, 'alike' | 'rejectedAt'>

export interface ReturnedForm extends Warnings {
  readonly status: 200 | FailureStatus
  readonly problems: Problems
  /** The listed resource that the addition duplicates. */
  readonly slug?: string | undefined
  readonly stamp: string
  readonly headers: { readonly [name: string]: string }
  /** Whether the resource has changed since the submitter saw it. */
  readonly isStale: boolean
}

export type Outcome = { readonly sent: Submission } | { readonly returned: ReturnedForm }

/** The input of a form, and the form row of each piece of evidence. */
export interface FormInput {
  readonly input: SubmissionInput
  readonly rows: readonly number[]
  /** The problems of texts that could not be read, by field. */
  readonly unread: Problems
}

export async function send(
  c: Context<AppEnv>,
  values: FormValues,
  { input: formInput, rows, unread }: FormInput,
): Promise<Outcome> {
  const secret = c.env.SESSION_SECRET
  const stamped = await readStamp(secret, textIn(values, 'stamp'), Date.now())
  const { stamp } = stamped
  const returnForm = (fields: Partial<ReturnedForm>): Outcome => ({
    returned: { status: 422, problems: new Map(), alike: [], stamp, headers: {}, isStale: false, ...fields },
  })
  const formProblem = (problem: string): Problems => new Map([['', problem]])
  try {
    const refusal =
      textIn(values, HONEYPOT) === ''
        ? 'problem' in stamped
          ? stamped.problem
          : undefined
        : HONEYPOT_PROBLEM
    const input = clean(formInput)
    if ('problems' in input || unread.size > 0 || refusal !== undefined || 'problem' in stamped)
      return returnForm({
        problems: new Map([
          ...(refusal === undefined ? [] : formProblem(refusal)),
          ...('problems' in input ? problemsByField(input.problems, values, rows) : []),
          ...unread,
        ]),
      })
    const actor = anonymousActor(c)
    await c.get('registry').admit(actor, 'form')
    const turnstile = findTurnstileKeys(c)
    const turnstileRefusal =
      turnstile && (await turnstileProblem(c, turnstile, values.get('cf-turnstile-response') ?? ''))
    if (turnstileRefusal !== undefined) return returnForm({ problems: formProblem(turnstileRefusal) })
    const warnings = await newWarnings(c, values, input.clean)
    if (hasWarnings(warnings)) return returnForm({ status: 200, ...warnings })
    const options = { door: 'web', idempotencyKey: stamped.key } as const
    return { sent: (await c.get('registry').submit(actor, input.clean, options)).submission }
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code === 'not_found') throw error
    if (error.cause !== undefined)
      logFault(error, { requestId: c.get('requestId'), at: `${c.req.method} ${c.req.path}` })
    const { conflict, slug, problems = [], retryAfter } = error.details
    return returnForm({
      status: conflict === 'idempotency_key_reused' ? 422 : statusOf(error.code),
      problems: problems.length > 0 ? problemsByField(problems, values, rows) : problemOf(error, values),
      headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
      isStale: conflict === 'stale_version',
      ...(conflict === 'duplicate_resource' && { slug }),
      ...(conflict === 'idempotency_key_reused' && { stamp: await newStamp(secret, Date.now()) }),
    })
  }
}

/** Leads to the page of what was sent, which this browser remembers. */
export function answerSent(c: Context<AppEnv>, { id }: Submission): Response {
  rememberSent(c, id)
  return c.redirect(`/submissions/${id}?sent`, 303)
}

const HONEYPOT_PROBLEM =
  'A hidden field was filled in, perhaps by your browser. It is empty now: please send the form again.'

/** Puts a refusal at its field, or in words that fit a form. */
function problemOf({ message, details: { conflict } }: RegistryError, values: FormValues): Problems {
  if (conflict === 'duplicate_resource' || conflict === 'duplicate_submission')
    return new Map([[values.has('url') ? 'url' : '', message]])
  if (conflict === 'idempotency_key_reused')
    return new Map([
      [
        '',
        'You sent this form before, with other content. You can change that submission on its own page. To send this as a new submission, send it again.',
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

const keyOfAlike = ({ slug, reference, name }: Alike): string => slug ?? reference ?? name

/** Identifies warnings in the form's `others` field. The key of a rejection is its time. */
export const keysOfWarnings = ({ alike, rejectedAt }: Warnings): readonly string[] => [
  ...alike.map(keyOfAlike),
  ...(rejectedAt === undefined ? [] : [rejectedAt]),
]

export const hasWarnings = (warnings: Warnings): boolean => keysOfWarnings(warnings).length > 0

/** The warnings that the submitter has not yet seen. */
async function newWarnings(
  c: Context<AppEnv>,
  values: FormValues,
  input: SubmissionInput,
): Promise<Warnings> {
  if (input.kind !== 'addition') return { alike: [] }
  const { alike, rejectedAt } = await c.get('registry').previewSubmission(anonymousActor(c), input)
  const others = textIn(values, 'others').split(' ')
  return {
    alike: alike.filter((one) => !others.includes(keyOfAlike(one))),
    ...(rejectedAt !== undefined && !others.includes(rejectedAt) && { rejectedAt }),
  }
}
