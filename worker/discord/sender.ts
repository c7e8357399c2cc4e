// A delivery as messages: what it says is drawn by the bot's cards, where it goes is decided here.

import type { Card } from '../../bot/cards/kit/message.ts'
import { messageData } from '../../bot/cards/kit/message.ts'
import { reminderCard } from '../../bot/cards/submissions/reminder-card.ts'
import { reviewCard } from '../../bot/cards/submissions/review-card.ts'
import { submitterCard } from '../../bot/cards/submissions/submitter-card.ts'
import { announcementCard } from '../../bot/cards/watches/announcement-card.ts'
import { type Messages, messagesFor } from '../../bot/languages/index.ts'
import type { Attempt, Delivery } from '../../schema/verbs/deliveries.ts'
import type { DeliveryKind } from '../../schema/vocabulary.ts'
import type { Env } from '../env.ts'
import { baseIn } from '../http/base.ts'
import { openRest, type Rest, type RestAnswer } from './rest.ts'

type Settings = Pick<
  Env,
  'DISCORD_API_URL' | 'DISCORD_APPLICATION_ID' | 'DISCORD_BOT_TOKEN' | 'REVIEW_CHANNEL_ID' | 'PUBLIC_URL'
>

export interface Sender {
  /** What the settings suffice for. */
  readonly kinds: readonly DeliveryKind[]
  readonly send: (delivery: Delivery) => Promise<Attempt>
}

/** Codes that say there is nobody there: who refuses messages, shares no server with us, or is gone. */
const UNREACHABLE_CODES = [50007, 50278, 10013]

/** Discord's proxy turned the request away (403): that says nothing of where it was to go. */
const PROXY_CODE = 40333

/**
 * Without a bot token nothing is sent, without a review channel no card. What is not sent is not claimed either: it
 * waits as it is, no attempt is counted, nothing behind it is held up, and it goes out once the setting is there.
 * `forReview` speaks to the review channel; everyone else is written to in their own language.
 */
export function openSender(
  settings: Settings,
  forReview: Messages,
  timeLimitMs?: number,
): Sender | undefined {
  const botToken = settings.DISCORD_BOT_TOKEN?.trim()
  if (!botToken) return undefined
  const rest = openRest({
    apiUrl: settings.DISCORD_API_URL,
    botToken,
    applicationId: settings.DISCORD_APPLICATION_ID,
    ...(timeLimitMs !== undefined && { timeLimitMs }),
  })
  const channelId = settings.REVIEW_CHANNEL_ID.trim()
  return {
    kinds:
      channelId === '' ? ['submitter', 'announcement'] : ['review', 'submitter', 'announcement', 'digest'],
    send(delivery) {
      switch (delivery.kind) {
        case 'review':
          return sendReview(
            rest,
            reviewCard(forReview, delivery.review, baseIn(settings)),
            delivery,
            channelId,
          )
        case 'submitter':
          return sendToSubmitter(rest, delivery)
        case 'announcement':
          return sendAnnouncement(rest, delivery)
        case 'digest':
          return sendDigest(rest, forReview, delivery, channelId)
      }
    },
  }
}

async function sendReview(
  rest: Rest,
  drawn: Card,
  delivery: Extract<Delivery, { kind: 'review' }>,
  channelId: string,
): Promise<Attempt> {
  const { card } = delivery
  if (card) {
    const path = `/channels/${card.channelId}/messages/${card.messageId}`
    const answer = await rest('PATCH', path, messageData(drawn))
    // Someone deleted the card, or the channel that it stood in: another one takes its place.
    if (answer.result !== 'refused' || answer.status !== 404) return attemptOf(answer)
  }
  return attemptOf(await post(rest, channelId, drawn, delivery))
}

async function sendToSubmitter(
  rest: Rest,
  delivery: Extract<Delivery, { kind: 'submitter' }>,
): Promise<Attempt> {
  const { recipient, submission, decidedBy, locale } = delivery
  if (recipient === undefined) return { result: 'nobody', why: 'Who sent it in is not known any more.' }
  return sendToPerson(rest, recipient, submitterCard(messagesFor(locale), submission, decidedBy), delivery)
}

async function sendAnnouncement(
  rest: Rest,
  delivery: Extract<Delivery, { kind: 'announcement' }>,
): Promise<Attempt> {
  const { change, watch, channelId, recipient, locale } = delivery
  if (watch.isOver) return { result: 'nobody', why: 'The watch that it was for has ended.' }
  const drawn = announcementCard(messagesFor(locale), change, watch)
  if (channelId === undefined)
    return recipient === undefined
      ? { result: 'nobody', why: 'Who watches is not known any more.' }
      : sendToPerson(rest, recipient, drawn, delivery)
  const answer = await post(rest, channelId, drawn, delivery)
  if (answer.result !== 'refused') return attemptOf(answer)
  const { status, code, error } = answer
  // Without a code it is not Discord's own answer either.
  const isClosed = (status === 403 || status === 404) && code !== undefined && code !== PROXY_CODE
  return { result: 'refused', error, isClosed }
}

async function sendDigest(
  rest: Rest,
  messages: Messages,
  delivery: Extract<Delivery, { kind: 'digest' }>,
  channelId: string,
): Promise<Attempt> {
  const { waiting, total } = delivery
  if (total === 0) return { result: 'nobody', why: 'Nothing waits so long any more.' }
  return attemptOf(await post(rest, channelId, reminderCard(messages, waiting, total), delivery))
}

async function sendToPerson(rest: Rest, recipient: string, card: Card, delivery: Delivery): Promise<Attempt> {
  const opened = await rest('POST', '/users/@me/channels', { recipient_id: recipient })
  const answer = opened.result === 'done' ? await post(rest, opened.id, card, delivery) : opened
  if (answer.result === 'refused' && UNREACHABLE_CODES.includes(answer.code ?? 0))
    return { result: 'nobody', why: `Takes no messages from us: ${answer.error}` }
  return attemptOf(answer)
}

/** A repeat of a post whose answer was lost finds the message that there is, for some minutes, by its nonce. */
const post = (rest: Rest, channelId: string, card: Card, delivery: Delivery) =>
  rest('POST', `/channels/${channelId}/messages`, {
    ...messageData(card),
    nonce: nonceOf(delivery),
    enforce_nonce: true,
  })

/** At most 25 characters. With the time, so that two databases behind one bot never take each other's for their own. */
const nonceOf = ({ id, createdAt }: Delivery): string => `${id}-${Date.parse(createdAt).toString(36)}`

function attemptOf(answer: RestAnswer): Attempt {
  if (answer.result === 'refused') return { result: 'refused', error: answer.error }
  if (answer.result === 'retry') return answer
  return {
    result: 'sent',
    messageId: answer.id,
    ...(answer.channelId !== undefined && { channelId: answer.channelId }),
  }
}
