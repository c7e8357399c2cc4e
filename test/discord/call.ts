// One request to the API, on its way through the routes.

import type { APIMessage } from 'discord-api-types/v10'
import type { Keys } from '../../bot/cli/keys.ts'
import { ApiError } from './api-error.ts'
import type { sentMessage } from './protocol/messages.ts'
import { isJson } from './route.ts'
import { problemsOfMessage } from './rules/judge.ts'
import type { Body } from './rules/message.ts'
import type { MessageRequest } from './rules/schemas.ts'
import type { State } from './state.ts'

/** The one application that there is, as its page at Discord has it. */
export interface Application {
  readonly id: string
  readonly botToken: string
  readonly clientSecret: string
  readonly redirectUri: string | undefined
  /** Signs what is sent to its endpoint. */
  readonly keys: Keys | undefined
}

export interface Call {
  readonly state: State
  readonly application: Application
  readonly request: Request
  readonly query: URLSearchParams
}

export async function json({ request }: Call): Promise<unknown> {
  // A message may also come as a form, with files; this bot sends none.
  if (!isJson(request))
    throw new ApiError('invalidBody', [
      `the whole: Expected "Content-Type" header to be one of {'application/json'}.`,
    ])
  const text = await request.text()
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError('invalidJson')
  }
}

/** What of a message's body the stand-in itself looks at. */
export type MessageBody = Parameters<typeof sentMessage>[0] & {
  readonly nonce?: string | number | null
  readonly enforce_nonce?: boolean | null
}

export function judged(body: unknown, request: MessageRequest, present?: Partial<APIMessage>): MessageBody {
  const problems = problemsOfMessage(body, request, present && asBody(present))
  if (problems.length > 0) throw new ApiError('invalidBody', problems)
  return asMessageBody(body)
}

/** Only for what the judge has found nothing against. */
const asMessageBody = (accepted: unknown) => accepted as MessageBody

/** What a message has is what its body had, which the judge has let pass, and more. */
const asBody = (message: Partial<APIMessage>) => message as Body
