// Whether an address is one to send interactions to, as Discord finds out before it keeps it
// (interactions/overview, "Setting Up an Endpoint"): by a PING, and by one that is not signed by it.

import { signedHeaders } from '../../bot/cli/keys.ts'
import type { Call } from './call.ts'
import { ping } from './protocol/interactions.ts'
import { isJson } from './route.ts'

/** Discord waits for three seconds; a machine that plays Discord and the bot at once is given more. */
const PATIENCE = 10_000

/** What Discord says against it, which is the same whatever was wrong; undefined where it keeps the address. */
export async function endpointProblem(
  address: string,
  { application }: Pick<Call, 'application'>,
): Promise<string | undefined> {
  if (!isOpen(new URL(address))) return 'Scheme "http" is not supported. Scheme must be one of (\'https\',).'
  const { keys, id } = application
  if (!keys) throw new Error('A stand-in Discord that has no keys can send nothing to an address.')
  const sent = JSON.stringify(ping({ applicationId: id }))
  const answers = await Promise.all(
    [(text: string) => keys.sign(text), (text: string) => otherwise(keys.sign(text))].map((sign) =>
      answerFrom(address, sent, sign),
    ),
  )
  const [answered, refused] = answers
  const isWell = answered?.status === 200 && answered.isPong && refused?.status === 401
  return isWell ? undefined : 'The specified interactions endpoint url could not be verified.'
}

/** Discord itself takes https alone; beside it, a Worker on this machine has no certificate. */
const isOpen = ({ protocol, hostname }: URL) =>
  protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

/** Another signature, as well formed as the right one. */
const otherwise = (signature: string) => signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))

interface Answered {
  readonly status: number
  readonly isPong: boolean
}

/** Undefined where no answer comes, or none in time. */
async function answerFrom(
  address: string,
  body: string,
  sign: (text: string) => string,
): Promise<Answered | undefined> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        ...signedHeaders(sign, body),
        'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
      },
      body,
      signal: AbortSignal.timeout(PATIENCE),
    })
    const text = await response.text()
    return { status: response.status, isPong: isJson(response) && isPong(text) }
  } catch (error) {
    // How fetch fails: nobody is there, or they are too slow. Discord tells neither from a wrong answer.
    if (error instanceof TypeError || error instanceof DOMException) return undefined
    throw error
  }
}

function isPong(text: string): boolean {
  try {
    const answer: unknown = JSON.parse(text)
    return typeof answer === 'object' && answer !== null && 'type' in answer && answer.type === 1
  } catch {
    return false
  }
}
