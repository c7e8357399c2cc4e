// Requests to the Worker, signed as Discord signs them.

import type { APIInteractionResponse } from 'discord-api-types/v10'
import * as z from 'zod/mini'
import { Failure } from '../cli/failure.ts'
import { type Keys, signedHeaders } from '../cli/keys.ts'

export interface Worker {
  /** Rejects where there is no answer in time, or a malformed one. */
  ask(interaction: object): Promise<APIInteractionResponse>
}

/** An answer with a status other than 200. */
class Refused extends Error {
  readonly status: number

  constructor(status: number, text: string) {
    super(`The Worker answered ${status}: ${text}`)
    this.status = status
  }
}

export function openWorker(url: string, keys: Keys, maxWaitMs: number): Worker {
  return {
    async ask(interaction) {
      const body = JSON.stringify(interaction)
      const response = await fetch(`${url}/interactions`, {
        method: 'POST',
        headers: {
          ...signedHeaders(keys.sign, body),
          'user-agent': 'covid-imaging-registry relay',
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(maxWaitMs),
      })
      const text = await response.text()
      if (response.status !== 200) throw new Refused(response.status, text)
      return answerIn(text)
    },
  }
}

/** Only a message needs data; Discord checks it. */
const Answer = z.union([
  z.looseObject({ type: z.literal(4), data: z.looseObject({}) }),
  z.looseObject({ type: z.literal([1, 5, 6, 7, 8, 9]) }),
])

function answerIn(text: string): APIInteractionResponse {
  const answer = Answer.safeParse(parsed(text))
  if (!answer.success) throw new Error(`The Worker's answer is malformed: ${text}`)
  return asResponse(answer.data)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Only for an answer that the schema above accepted. */
const asResponse = (answer: z.infer<typeof Answer>) => answer as unknown as APIInteractionResponse

/**
 * Sends a PING, as Discord does to check an address. Returns a warning where the Worker can't be reached, which may pass.
 * @throws Failure where the Worker does not know the key, or nothing of ours answers.
 */
export async function checkWorker(
  worker: Worker,
  url: string,
  publicKey: string,
): Promise<string | undefined> {
  try {
    const { type } = await worker.ask({ type: 1, id: '0', application_id: '0', token: 'ping', version: 1 })
    if (type === 1) return undefined
  } catch (error) {
    if (!(error instanceof Refused))
      return `The Worker at ${url} does not answer yet. Until it does, people get an apology.`
    if (error.status >= 500)
      return `The Worker at ${url} answers ${error.status}. Until that is over, people get an apology.`
    if (error.status === 401)
      throw new Failure(
        `The Worker at ${url} does not know this relay: append ${publicKey} to its setting DISCORD_PUBLIC_KEY, after a comma. It also refuses signatures older than five minutes, so check this machine's clock.`,
      )
  }
  throw new Failure(`No registry answers at ${url}/interactions. Is WORKER_URL right?`)
}
