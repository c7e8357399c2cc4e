// Channels, their messages, and the bot's own user: resources/channel, resources/message, resources/user.

import { type APIMessage, ChannelType } from 'discord-api-types/v10'
import { ApiError } from '../api-error.ts'
import { type Call, json, judged } from '../call.ts'
import { sentMessage, updatedMessage } from '../protocol/messages.ts'
import { asUser, BOT, CHANNEL_NAMES, SERVER_ID } from '../protocol/people.ts'
import { noContent, type Route, route } from '../route.ts'
import { recipientSchemaProblems } from '../rules/schemas.ts'
import {
  type Channel,
  directChannel,
  getChannel,
  getMessage,
  keep,
  messagesIn,
  replace,
  type State,
} from '../state.ts'

/** "in the past few minutes", says the documentation of enforce_nonce; we forget early rather than late. */
const NONCE_MEMORY = 3 * 60_000

export const CHANNEL_ROUTES: readonly Route<Call>[] = [
  route('GET', '/users/@me', () =>
    Response.json({
      ...asUser(BOT),
      bot: true,
      mfa_enabled: false,
      locale: 'en-US',
      verified: true,
      email: null,
    }),
  ),
  route('POST', '/users/@me/channels', async (call) => {
    const body = await json(call)
    const problems = recipientSchemaProblems(body)
    const recipient = isRecipient(body) ? body.recipient_id : undefined
    if (!recipient) problems.push('recipient_id: is missing')
    if (problems.length > 0 || !recipient) throw new ApiError('invalidBody', problems)
    if (recipient === call.state.applicationId) throw new ApiError('invalidRecipient')
    // Opening works with everyone; whether the person takes messages shows when one is sent.
    return Response.json(asChannel(call.state, directChannel(call.state, recipient)))
  }),
  route('GET', '/channels/{channel}', ({ state }, { channel }) =>
    Response.json(asChannel(state, getChannel(state, channel))),
  ),
  route('GET', '/channels/{channel}/messages', ({ state, query }, { channel }) => {
    getChannel(state, channel)
    return Response.json(
      page(
        messagesIn(state, channel, false).map(({ message }) => message),
        query,
      ),
    )
  }),
  route('POST', '/channels/{channel}/messages', async (call, { channel }) => {
    const body = judged(await json(call), 'post')
    const { state } = call
    mayWrite(state, getChannel(state, channel))
    const { nonce, enforce_nonce: isEnforced } = body
    const key = `${channel} ${nonce}`
    const earlier = isEnforced && nonce != null ? state.nonces.get(key) : undefined
    if (earlier && earlier.until > state.now()) {
      // Meant so: discord-api-docs#6647 has a message deleted, and its nonce then answered with Unknown Message.
      if (earlier.kept.isDeleted) throw new ApiError('unknownMessage')
      return Response.json({ ...earlier.kept.message, nonce })
    }
    const kept = keep(state, sentMessage(body, channel, state.newId(), state.now()))
    if (nonce == null) return Response.json(kept.message)
    state.nonces.set(key, { until: state.now() + NONCE_MEMORY, kept })
    return Response.json({ ...kept.message, nonce })
  }),
  route('GET', '/channels/{channel}/messages/{message}', ({ state }, { channel, message }) => {
    getChannel(state, channel)
    return Response.json(getMessage(state, channel, message).message)
  }),
  route('PATCH', '/channels/{channel}/messages/{message}', async (call, { channel, message }) => {
    const body = await json(call)
    const { state } = call
    getChannel(state, channel)
    const kept = getMessage(state, channel, message)
    replace(kept, updatedMessage(kept.message, judged(body, 'edit', kept.message), state.now()))
    return Response.json(kept.message)
  }),
  route('DELETE', '/channels/{channel}/messages/{message}', ({ state }, { channel, message }) => {
    getChannel(state, channel)
    getMessage(state, channel, message).isDeleted = true
    return noContent()
  }),
]

const isRecipient = (body: unknown): body is { readonly recipient_id?: string | null } =>
  typeof body === 'object' && body !== null

function mayWrite(state: State, { access, recipient }: Channel): void {
  if (recipient !== undefined && state.closed.has(recipient)) throw new ApiError('unreachablePerson')
  if (access !== 'write') throw new ApiError('missingPermissions')
}

function asChannel(state: State, { id, recipient }: Channel) {
  const base = { id, flags: 0, last_message_id: messagesIn(state, id, true).at(-1)?.message.id ?? null }
  if (recipient === undefined)
    return {
      ...base,
      type: ChannelType.GuildText,
      guild_id: SERVER_ID,
      name: CHANNEL_NAMES[id] ?? 'channel',
      position: 0,
      permission_overwrites: [],
      topic: null,
      nsfw: false,
      rate_limit_per_user: 0,
      parent_id: null,
    }
  const person = { id: recipient, username: `person-${recipient}`, globalName: `Person ${recipient}` }
  return { ...base, type: ChannelType.DM, recipients: [asUser(person)] }
}

/** Newest first; `limit` from 1 to 100, usually 50. */
function page(messages: readonly APIMessage[], query: URLSearchParams): APIMessage[] {
  const problems: string[] = []
  const limit = Number(query.get('limit') ?? 50)
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    problems.push('limit: must be a whole number from 1 to 100')
  for (const [name, value] of query)
    if (!['limit', 'before', 'after'].includes(name)) problems.push(`${name}: is nothing to ask for here`)
    else if (!/^\d{1,20}$/.test(value)) problems.push(`${name}: must be a number`)
  if (query.has('before') && query.has('after')) problems.push('before: goes without after')
  if (problems.length > 0) throw new ApiError('invalidBody', problems)
  const before = query.get('before')
  const after = query.get('after')
  if (after !== null)
    return messages
      .filter(({ id }) => BigInt(id) > BigInt(after))
      .slice(0, limit)
      .reverse()
  const older = before === null ? messages : messages.filter(({ id }) => BigInt(id) < BigInt(before))
  return older.slice(-limit).reverse()
}
