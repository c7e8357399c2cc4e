// Sends mail about submissions through Cloudflare's Email Service.
// https://developers.cloudflare.com/email-service/api/send-emails/workers-api/

import { withTimeout } from '../../bot/timeout.ts'
import type { Attempt, MailDelivery } from '../../schema/verbs/deliveries.ts'
import { MAIL_KINDS, type MailKind, REGISTRY } from '../../schema/vocabulary.ts'
import { mailSettings } from '../settings.ts'
import { checkLetter, newsLetter, pageOf } from './letters.ts'

export interface Mailer {
  readonly kinds: readonly MailKind[]
  readonly send: (delivery: MailDelivery) => Promise<Attempt>
}

/** Cloudflare's answer is awaited no longer than this: a run has other deliveries. */
const TIME_LIMIT_MS = 10_000

/** The address has bounced or complained before, or, without a paid plan, is none of the host's own. */
const UNREACHABLE = ['E_RECIPIENT_SUPPRESSED', 'E_RECIPIENT_NOT_ALLOWED']

/** It may go through later. An error without a code is one of the network between. */
const PASSING = [
  'E_RATE_LIMIT_EXCEEDED',
  'E_DAILY_LIMIT_EXCEEDED',
  'E_DELIVERY_FAILED',
  'E_INTERNAL_SERVER_ERROR',
]

/** Undefined where the registry sends no mail: then its deliveries wait for the setting. */
export function openMailer(
  env: Parameters<typeof mailSettings>[0],
  timeLimitMs = TIME_LIMIT_MS,
): Mailer | undefined {
  const settings = mailSettings(env)
  if (!settings) return undefined
  const { binding, from, base } = settings
  return {
    kinds: MAIL_KINDS,
    async send({ kind, submission, letter }) {
      if (!letter) return { result: 'nobody', why: 'The address was taken back.' }
      const { subject, text } = (kind === 'mailCheck' ? checkLetter : newsLetter)(base, submission, letter)
      return attempt(
        binding.send({
          from: { email: from, name: REGISTRY.name },
          to: letter.address,
          subject,
          text,
          // The page asks before it stops: programs that look for danger follow links too.
          headers: { 'List-Unsubscribe': `<${pageOf(base, letter)}>` },
        }),
        timeLimitMs,
      )
    },
  }
}

async function attempt(sending: Promise<unknown>, timeLimitMs: number): Promise<Attempt> {
  const sent = sending.then((): Attempt => ({ result: 'sent' }), attemptOf)
  const late: Attempt = { result: 'retry', error: `No answer in ${timeLimitMs / 1000} seconds.` }
  return (await withTimeout(sent, timeLimitMs)) ?? late
}

/** Only codes are kept: Cloudflare's sentences may have the address. */
function attemptOf(fault: unknown): Attempt {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : undefined
  if (code === undefined) return { result: 'retry', error: 'The Email Service could not be reached.' }
  if (UNREACHABLE.includes(code))
    return { result: 'nobody', why: `The Email Service does not write there: ${code}` }
  return PASSING.includes(code)
    ? { result: 'retry', error: code }
    : { result: 'refused', error: `The Email Service refuses it: ${code}` }
}
