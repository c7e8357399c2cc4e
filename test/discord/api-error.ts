// The errors of Discord's API that we can meet: topics/opcodes-and-status-codes in its documentation.

import { Refusal } from './refusal.ts'

interface Known {
  readonly status: number
  /** 0 where Discord's own gateway answers, before any of its code. */
  readonly code: number
  readonly message: string
  /** What a bot that is written well never meets: worth a line among the problems. */
  readonly isMistake?: true
}

const ERRORS = {
  notFound: { status: 404, code: 0, message: '404: Not Found', isMistake: true },
  methodNotAllowed: { status: 405, code: 0, message: '405: Method Not Allowed', isMistake: true },
  unauthorized: { status: 401, code: 0, message: '401: Unauthorized', isMistake: true },
  // Said of a User-Agent that is not a bot's.
  internalNetwork: { status: 403, code: 40333, message: 'internal network error', isMistake: true },
  invalidJson: {
    status: 400,
    code: 50109,
    message: 'The request body contains invalid JSON.',
    isMistake: true,
  },
  invalidBody: { status: 400, code: 50035, message: 'Invalid Form Body', isMistake: true },
  unknownChannel: { status: 404, code: 10003, message: 'Unknown Channel' },
  unknownMessage: { status: 404, code: 10008, message: 'Unknown Message' },
  unknownWebhook: { status: 404, code: 10015, message: 'Unknown Webhook' },
  unknownCommand: { status: 404, code: 10063, message: 'Unknown application command' },
  unknownInteraction: { status: 404, code: 10062, message: 'Unknown interaction' },
  otherApplication: {
    status: 403,
    code: 20012,
    message: 'You are not authorized to perform this action on this application',
    isMistake: true,
  },
  tooManyCommands: {
    status: 400,
    code: 30032,
    message: 'Maximum number of application commands reached (100)',
  },
  tooManyMade: {
    status: 400,
    code: 30034,
    message: 'Max number of daily application command creates has been reached (200)',
  },
  alreadyAnswered: { status: 400, code: 40060, message: 'Interaction has already been acknowledged.' },
  missingAccess: { status: 403, code: 50001, message: 'Missing Access' },
  unreachablePerson: { status: 403, code: 50007, message: 'Cannot send messages to this user' },
  missingPermissions: { status: 403, code: 50013, message: 'Missing Permissions' },
  invalidToken: { status: 401, code: 50027, message: 'Invalid Webhook Token' },
  entryPointLeftOut: {
    status: 400,
    code: 50240,
    message:
      "You cannot remove this app's Entry Point command in a bulk update operation. Please include the Entry Point command in your update request or delete it separately.",
    isMistake: true,
  },
  invalidRecipient: { status: 400, code: 50033, message: 'Invalid Recipient(s)' },
} as const satisfies { readonly [name: string]: Known }

export class ApiError extends Refusal {
  override readonly name = 'ApiError'
  readonly known: Known
  /** Paths and what is wrong there, as the judge has them. */
  readonly problems: readonly string[]

  constructor(name: keyof typeof ERRORS, problems: readonly string[] = []) {
    super(ERRORS[name].message)
    this.known = ERRORS[name]
    this.problems = problems
  }

  get mistakes(): readonly string[] {
    const { isMistake, message } = this.known
    if (!isMistake) return []
    return this.problems.length > 0 ? this.problems : [message]
  }

  response(): Response {
    const { status, code, message } = this.known
    const errors = this.problems.length > 0 && { errors: nested(this.problems) }
    return Response.json({ message, code, ...errors }, { status })
  }
}

interface Errors {
  _errors?: { code: string; message: string }[]
  [key: string]: Errors | Errors['_errors']
}

/** `components[0].label: is missing` as Discord tells it: `{ components: { 0: { label: { _errors: [...] } } } }`. */
function nested(problems: readonly string[]): Errors {
  const root: Errors = {}
  for (const problem of problems) {
    const [path = '', ...sentences] = problem.split(': ')
    let place = root
    if (path !== 'the whole')
      for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
        const within = place[key]
        const next: Errors = within && !Array.isArray(within) ? within : {}
        place[key] = next
        place = next
      }
    // Discord has a code for each kind of problem; ours are told apart by their sentences.
    place._errors = [...(place._errors ?? []), { code: 'INVALID', message: sentences.join(': ') }]
  }
  return root
}
