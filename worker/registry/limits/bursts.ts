// How often a caller may write within a minute. Every door comes through here, before a verb costs a query.

import { refusal } from '../../../schema/errors.ts'
import type { Registry } from '../../../schema/verbs/registry.ts'
import type { Context, Verb } from '../context.ts'
import { sha256 } from '../people/people.ts'
import { type Caller, namesOf } from './names.ts'

/** The period of SUBMISSION_BURST in wrangler.toml, which the binding does not return. */
const PERIOD_SECONDS = 60

type Limited =
  | 'admit'
  | 'submit'
  | 'editSubmission'
  | 'answerSubmission'
  | 'withdrawSubmission'
  | 'askForMail'
  | 'eraseSelf'

/**
 * By what the calls of each verb are counted. Verbs for maintainers have no limit. Drafts and watches have one for the day
 * alone: a form is saved at each step, and buttons are pressed in a row. What is ended or discarded was begun before.
 */
const COUNTED_BY: {
  readonly [Name in Limited]: (...input: Parameters<Registry[Name]>) => readonly string[]
} = {
  // Where the Worker is not told of addresses, its host must still get in.
  admit: (actor, what) =>
    what === 'signIn' && actor.kind === 'anonymous' && actor.address === undefined
      ? []
      : [`${what} ${nameOf(actor)}`],
  submit: (actor) => (actor.kind === 'machine' ? [] : [nameOf(actor)]),
  editSubmission: bySubmission,
  answerSubmission: bySubmission,
  withdrawSubmission: bySubmission,
  askForMail: bySubmission,
  eraseSelf: (actor) => [nameOf(actor)],
}

const nameOf = (caller: Caller): string => namesOf(caller)[0]

/** By the caller and by the submission. Only maintainers have tokens and sessions, and they work on many. */
function bySubmission(actor: Parameters<Registry['editSubmission']>[0], key: string): readonly string[] {
  if (actor.kind === 'token' || actor.kind === 'session') return []
  return [nameOf(actor), `submission:${key}`]
}

/** Only counts. */
export const admit: Verb<'admit'> = async () => {}

const isLimited = (name: string): name is Limited => Object.hasOwn(COUNTED_BY, name)

/** Throws `rate_limited` for a burst of calls of a verb. Any other verb passes. */
export async function limitBurst(context: Context, verb: string, input: readonly unknown[]): Promise<void> {
  if (!isLimited(verb)) return
  // The cast holds: the input is that of the verb of this name.
  const countedBy = COUNTED_BY[verb] as (...input: readonly unknown[]) => readonly string[]
  for (const name of countedBy(...input)) {
    // These counters are outside the database, so they get no address, token or secret id.
    if (!(await context.admit(await sha256(`${verb} ${name}`))))
      throw refusal('rate_limited', 'tooFast', [], { retryAfter: PERIOD_SECONDS })
  }
}
