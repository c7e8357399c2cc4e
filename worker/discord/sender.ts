// Sends deliveries to Discord as cards of the bot.

import type { Card } from '../../bot/cards/kit/message.ts'
import { messageData } from '../../bot/cards/kit/message.ts'
import { offeredCard } from '../../bot/cards/submissions/candidates-card.ts'
import { digestCard } from '../../bot/cards/submissions/digest-card.ts'
import { reviewCard } from '../../bot/cards/submissions/review-card.ts'
import { submitterCard } from '../../bot/cards/submissions/submitter-card.ts'
import { announcementCard, changesCard } from '../../bot/cards/watches/announcement-card.ts'
import { type Messages, messagesFor } from '../../bot/languages/index.ts'
import { present } from '../../schema/present.ts'
import type { Attempt, Delivery, MailDelivery } from '../../schema/verbs/deliveries.ts'
import type { DeliveryKind } from '../../schema/vocabulary.ts'
import type { Env } from '../env.ts'
import { baseIn } from '../http/base.ts'
import { openRest, type Rest, type RestAnswer } from './rest.ts'

type Settings = Pick<
  Env,
  'DISCORD_API_URL' | 'DISCORD_APPLICATION_ID' | 'DISCORD_BOT_TOKEN' | 'REVIEW_CHANNEL_ID' | 'PUBLIC_URL'
>

/** What goes to Discord. */
type DiscordDelivery = Exclude<Delivery, MailDelivery>

export interface Sender {
  /** The kinds of deliveries that the settings allow. */
  readonly kinds: readonly DeliveryKind[]
  readonly send: (delivery: DiscordDelivery) => Promise<Attempt>
}

/** Codes for a person who refuses messages, shares no server with the bot, or no longer exists. */
const UNREACHABLE_CODES = [50007, 50278, 10013]

/**
 * Undefined without a bot token; without a review channel it sends no cards and no reminders. Deliveries of other kinds
 * wait for the setting: nothing claims them, counts an attempt or waits for them. `reviewMessages` is the language of the
 * review channel; submitters and watchers have their own.
 */
export function openSender(
  settings: Settings,
  reviewMessages: Messages,
  timeLimitMs?: number,
): Sender | undefined {
  const botToken = settings.DISCORD_BOT_TOKEN?.trim()
  if (!botToken) return undefined
  const rest = openRest({
    apiUrl: settings.DISCORD_API_URL,
    botToken,
    applicationId: settings.DISCORD_APPLICATION_ID,
    ...present({ timeLimitMs }),
  })
  const channelId = settings.REVIEW_CHANNEL_ID.trim()
  return {
    kinds:
      channelId === ''
        ? ['submitter', 'announcement']
        : ['review', 'submitter', 'announcement', 'digest', 'candidates'],
    send(delivery) {
      switch (delivery.kind) {
        case 'review':
          return sendReview(
            rest,
            reviewCard(reviewMessages, delivery.review, baseIn(settings)),
            delivery,
            channelId,
          )
        case 'submitter':
          return sendToSubmitter(rest, delivery)
        case 'announcement':
          return sendAnnouncement(rest, delivery)
        case 'digest':
          return sendDigest(rest, reviewMessages, delivery, channelId)
        case 'candidates':
          return sendOffered(rest, reviewMessages, delivery, channelId)
      }
    },
  }
}

async function sendReview(
  rest: Rest,
  card: Card,
  delivery: Extract<Delivery, { kind: 'review' }>,
  channelId: string,
): Promise<Attempt> {
  const { card: posted } = delivery
  if (posted) {
    const path = `/channels/${posted.channelId}/messages/${posted.messageId}`
    const answer = await rest('PATCH', path, messageData(card))
    // The posted card or its channel was deleted, so a new card replaces it.
    if (answer.result !== 'refused' || answer.status !== 404) return attemptOf(answer)
  }
  return attemptOf(await post(rest, channelId, card, delivery))
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
  const { announced, channelId, recipient, locale } = delivery
  const [first, ...others] = announced.filter(({ watch }) => !watch.isOver)
  if (!first) return { result: 'nobody', why: 'The watch that it was for has ended.' }
  const card =
    others.length === 0
      ? announcementCard(messagesFor(locale), first.change, first.watch)
      : changesCard(messagesFor(locale), [first, ...others])
  if (channelId === undefined)
    return recipient === undefined
      ? { result: 'nobody', why: 'Who watches is not known any more.' }
      : sendToPerson(rest, recipient, card, delivery)
  const answer = await post(rest, channelId, card, delivery)
  if (answer.result !== 'refused') return attemptOf(answer)
  const { status, code, error } = answer
  // A response without a code is not from Discord itself.
  const isClosed = (status === 403 || status === 404) && code !== undefined
  return { result: 'refused', error, isClosed }
}

async function sendDigest(
  rest: Rest,
  messages: Messages,
  delivery: Extract<Delivery, { kind: 'digest' }>,
  channelId: string,
): Promise<Attempt> {
  if (delivery.total + delivery.proposals.length === 0)
    return { result: 'nobody', why: 'Nothing waits so long any more.' }
  return attemptOf(await post(rest, channelId, digestCard(messages, delivery), delivery))
}

async function sendOffered(
  rest: Rest,
  messages: Messages,
  delivery: Extract<Delivery, { kind: 'candidates' }>,
  channelId: string,
): Promise<Attempt> {
  if (delivery.total === 0) return { result: 'nobody', why: 'All that was found is decided on.' }
  return attemptOf(await post(rest, channelId, offeredCard(messages, delivery), delivery))
}

async function sendToPerson(rest: Rest, recipient: string, card: Card, delivery: Delivery): Promise<Attempt> {
  const opened = await rest('POST', '/users/@me/channels', { recipient_id: recipient })
  // All people share the limit of opened channels.
  if (opened.result === 'retry' && opened.holds === 'target') return { ...opened, holds: 'people' }
  const answer = opened.result === 'done' ? await post(rest, opened.id, card, delivery) : opened
  if (answer.result === 'refused' && UNREACHABLE_CODES.includes(answer.code ?? 0))
    return { result: 'nobody', why: `Takes no messages from us: ${answer.error}` }
  return attemptOf(answer)
}

/** After a lost response, a repeat with the same nonce returns the existing message, for some minutes. */
const post = (rest: Rest, channelId: string, card: Card, delivery: Delivery) =>
  rest('POST', `/channels/${channelId}/messages`, {
    ...messageData(card),
    nonce: nonceOf(delivery),
    enforce_nonce: true,
  })

/** At most 25 characters. The time distinguishes the deliveries of two databases with one bot. */
const nonceOf = ({ id, createdAt }: Delivery): string => `${id}-${Date.parse(createdAt).toString(36)}`

function attemptOf(answer: RestAnswer): Attempt {
  if (answer.result === 'refused') return { result: 'refused', error: answer.error }
  if (answer.result === 'retry') return answer
  return {
    result: 'sent',
    messageId: answer.id,
    ...present({ channelId: answer.channelId }),
  }
}
