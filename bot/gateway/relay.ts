// One interaction to the Worker, and its answer to Discord in time: a slow answer is deferred, and in place of a lost one
// the person gets an apology.

import type { APIInteractionResponse } from 'discord-api-types/v10'
import { deferralOf, firstAnswer, type Limits } from '../deferral.ts'
import { sendFollowUp } from '../follow-up.ts'
import { parseRequest, type Request } from '../request.ts'
import { ephemeralNotice, typedTextAsChoice, userMessages } from '../respond.ts'
import { isContentRefused } from '../retry.ts'
import type { Answers } from './discord.ts'
import type { Worker } from './worker.ts'

export interface Relaying {
  readonly worker: Worker
  readonly discord: Answers
  readonly limits?: Limits
  /** Whether Discord sent it late, after a lost connection. */
  readonly isReplayed?: boolean
  /** `interaction` is the id. */
  onFault(fault: string, interaction: string): void
}

/** The outcome. */
export interface Relayed {
  readonly isDeferred: boolean
  readonly isFailed: boolean
  /** The Worker's time in milliseconds; undefined where it gave no answer. */
  readonly workerMs: number | undefined
}

/** The most of a fault that is logged: a wrong WORKER_URL may answer with anything. */
const LONGEST_FAULT = 300

/** Never rejects. `raw` is what Discord sent. */
export async function relay(raw: object, relaying: Relaying): Promise<Relayed> {
  const request = parseRequest(raw)
  if (request) return relayRequest(raw, request, relaying)
  relaying.onFault('Discord sent an unknown interaction.', 'id' in raw ? String(raw.id) : 'none')
  return { isDeferred: false, isFailed: true, workerMs: undefined }
}

async function relayRequest(raw: object, request: Request, relaying: Relaying): Promise<Relayed> {
  const { worker, discord, limits, isReplayed = false } = relaying
  const { general } = userMessages(request)
  const relayed: { -readonly [Key in keyof Relayed]: Relayed[Key] } = {
    isDeferred: false,
    isFailed: false,
    workerMs: undefined,
  }
  const fail = (fault: string) => {
    relayed.isFailed = true
    const shown = fault.replaceAll(request.token, '[token]')
    relaying.onFault(shown.slice(0, LONGEST_FAULT), request.id)
  }

  async function ask(): Promise<APIInteractionResponse> {
    const begun = performance.now()
    try {
      const answer = await worker.ask(raw)
      relayed.workerMs = performance.now() - begun
      return answer
    } catch (error) {
      fail(reasonOf(error))
      return request.kind === 'completion'
        ? typedTextAsChoice(request.call)
        : ephemeralNotice(general.unreachable)
    }
  }

  /** Where Discord refuses the content, it gets an apology instead. */
  async function answerNow(response: APIInteractionResponse): Promise<void> {
    const outcome = await discord.first(request, response)
    if (outcome.result === 'done') return
    fail(`Discord refused the answer: ${outcome.error}`)
    if (!isContentRefused(outcome) || request.kind === 'completion') return
    const again = await discord.first(request, ephemeralNotice(general.fault(request.id)))
    if (again.result !== 'done') fail(`Discord refused the apology: ${again.error}`)
  }

  async function deferAndFollowUp(
    deferral: APIInteractionResponse,
    answering: () => Promise<APIInteractionResponse>,
  ): Promise<void> {
    relayed.isDeferred = true
    const outcome = await discord.first(request, deferral)
    if (outcome.result !== 'done') return fail(`Discord refused the deferral: ${outcome.error}`)
    await sendFollowUp(request, deferral, answering(), {
      send: discord.later,
      faultId: request.id,
      onFault: fail,
      ...(limits && { limits }),
    })
  }

  // Discord may have given up on a replayed interaction, or have its answer already. A deferral shows whether it still
  // waits; if not, the Worker must not act on it.
  const beforehand = isReplayed ? deferralOf(request) : undefined
  if (beforehand) {
    await deferAndFollowUp(beforehand, ask)
    return relayed
  }
  const answering = ask()
  const { response, isDeferral } = await firstAnswer(request, answering, limits)
  await (isDeferral ? deferAndFollowUp(response, () => answering) : answerNow(response))
  return relayed
}

/** The message of a fetch is only `fetch failed`; its cause says why. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'The Worker gave no answer.'
  const { cause } = error
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message
}
