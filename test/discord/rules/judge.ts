// Whether Discord would take what it is sent: first its own schemas, then the limits that only its documentation
// states. Each problem is one line, the path and what is wrong there; no problem, an empty list.

import {
  type APIInteractionResponse,
  type InteractionType,
  MessageFlags,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import { commandProblems } from './commands.ts'
import { type Body, messageProblems } from './message.ts'
import { responseProblems } from './response.ts'
import {
  commandSchemaProblems,
  isResponseType,
  type MessageRequest,
  messageSchemaProblems,
  responseSchemaProblems,
} from './schemas.ts'

/**
 * `interactionType` is that of the answered interaction; a form (5) that was opened from a message's component may
 * also be answered by changing that message, which `onMessage` tells.
 */
export function problemsOfResponse(
  response: unknown,
  interactionType: InteractionType | number,
  onMessage = interactionType === 3,
): string[] {
  const sent = asSent(response)
  if (typeof sent !== 'object' || sent === null) return ['the whole: must be object']
  const type = 'type' in sent ? sent.type : undefined
  if (!isResponseType(type)) return [`type: is ${JSON.stringify(type)}, must be one of 1, 4, 5, 6, 7, 8, 9`]
  const problems = responseSchemaProblems(type, sent)
  if (problems.length > 0) return problems
  return [...responseProblems(asResponse(sent), { type: interactionType, onMessage })]
}

const EDITABLE = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2
const POSTABLE = EDITABLE | MessageFlags.SuppressNotifications

/** The flags that each request may set (resources/message, "Message Flags"). */
const SETTABLE: { readonly [Request in MessageRequest]: number } = {
  post: POSTABLE | MessageFlags.IsVoiceMessage,
  followUp: POSTABLE | MessageFlags.Ephemeral,
  edit: EDITABLE,
  editAnswer: EDITABLE,
}

/** Of the body of a REST request; `present` is the message that an edit changes. */
export function problemsOfMessage(body: unknown, request: MessageRequest, present?: Body): string[] {
  const problems = messageSchemaProblems(request, body)
  if (problems.length > 0) return problems
  const isNew = request === 'post' || request === 'followUp'
  return [...messageProblems(asBody(body), { at: '', settable: SETTABLE[request], isNew, present })]
}

/** Of the list that replaces all of an application's commands. */
export function problemsOfCommands(commands: unknown): string[] {
  const sent = asSent(commands)
  if (!Array.isArray(sent)) return ['the whole: must be array']
  const problems = sent.flatMap((command, at) =>
    commandSchemaProblems(command).map((problem) =>
      problem.startsWith('the whole: ') ? problem.replace('the whole', `[${at}]`) : `[${at}].${problem}`,
    ),
  )
  return problems.length > 0 ? problems : [...commandProblems(asCommands(sent))]
}

/** As the other side reads it: what JSON cannot say, such as a key that is undefined, is gone. */
function asSent(value: unknown): unknown {
  const json: string | undefined = JSON.stringify(value)
  return json === undefined ? undefined : JSON.parse(json)
}

/** Only for what Discord's schema of that response type has accepted. */
const asResponse = (accepted: object) => accepted as APIInteractionResponse

/** Only for a list of which Discord's schema has accepted every command. */
const asCommands = (accepted: readonly unknown[]) => accepted as RESTPutAPIApplicationCommandsJSONBody

/** Only for what Discord's schema of a message has accepted. */
const asBody = (accepted: unknown) => accepted as Body
