// The Worker, as the relay asks it: signed as Discord signs.

import type { APIInteractionResponse } from 'discord-api-types/v10'
import * as z from 'zod/mini'
import { Failure } from '../cli/failure.ts'
import { type Keys, signedHeaders } from '../cli/keys.ts'

export interface Worker {
  /** Fails where it gives no answer in time, or none that is one. */
  ask(interaction: object): Promise<APIInteractionResponse>
}

/** What the Worker answered instead of what was asked for. */
class Refused extends Error {
  readonly status: number

  constructor(status: number, said: string) {
    super(`The Worker answered ${status}: ${said}`)
    this.status = status
  }
}

/** `patience` in milliseconds. */
export function openWorker(url: string, keys: Keys, patience: number): Worker {
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
        signal: AbortSignal.timeout(patience),
      })
      const text = await response.text()
      if (response.status !== 200) throw new Refused(response.status, text)
      return answerIn(text)
    },
  }
}

/** Only a message has to bring something: what that is, is Discord's to judge. */
const Answer = z.union([
  z.looseObject({ type: z.literal(4), data: z.looseObject({}) }),
  z.looseObject({ type: z.literal([1, 5, 6, 7, 8, 9]) }),
])

function answerIn(text: string): APIInteractionResponse {
  const answer = Answer.safeParse(parsed(text))
  if (!answer.success) throw new Error(`The Worker answered what is no answer: ${text}`)
  return asResponse(answer.data)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Only for what was looked at above. */
const asResponse = (answer: z.infer<typeof Answer>) => answer as unknown as APIInteractionResponse

/**
 * Sends what Discord sends to see whether an address answers. A failure where the Worker does not know the key, or is
 * none; a sentence where it can't be reached, which may be over in a moment.
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
      return `The Worker at ${url} gives no answer yet: people are told so until it does.`
    if (error.status >= 500)
      return `The Worker at ${url} answers ${error.status}: people are told so until that is over.`
    if (error.status === 401)
      throw new Failure(
        `The Worker at ${url} does not know this relay: add ${publicKey} to its setting DISCORD_PUBLIC_KEY, after what is there and a comma. It also refuses what was signed more than five minutes ago, so this machine's clock has to be right.`,
      )
  }
  throw new Failure(`At ${url}/interactions no registry answers. Is WORKER_URL right?`)
}
