import type { Messages } from '../bot/languages/index.ts'
import { type Attempt, type Delivery, isByMail } from '../schema/verbs/deliveries.ts'
import type { DeliveryKind } from '../schema/vocabulary.ts'
import { openSender } from './discord/sender.ts'
import { openMailer } from './mail/sender.ts'

type Settings = Parameters<typeof openSender>[0] & Parameters<typeof openMailer>[0]

/** What sends deliveries to Discord and by mail, as far as the settings allow; undefined where they allow nothing. */
export function openSenders(
  settings: Settings,
  reviewMessages: Messages,
  timeLimitMs?: number,
):
  | {
      readonly kinds: readonly DeliveryKind[]
      readonly send: (delivery: Delivery) => Promise<Attempt>
    }
  | undefined {
  const discord = openSender(settings, reviewMessages, timeLimitMs)
  const mailer = openMailer(settings, timeLimitMs)
  const kinds = [...(discord?.kinds ?? []), ...(mailer?.kinds ?? [])]
  if (kinds.length === 0) return undefined
  return {
    kinds,
    send(delivery) {
      const sent = isByMail(delivery) ? mailer?.send(delivery) : discord?.send(delivery)
      if (!sent) throw new Error(`Nothing sends deliveries of the kind ${delivery.kind}.`)
      return sent
    },
  }
}
