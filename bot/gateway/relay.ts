// One interaction on its way to the Worker, and its answer on its way to Discord, in time: what takes too long is put off
// as its command says, and whatever happens, the person is told something.

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
  /** Whether Discord tells of it late, after a connection was lost. */
  readonly isReplayed?: boolean
  /** Told what went wrong; `interaction` is its id. */
  onFault(fault: string, interaction: string): void
}

/** What became of it. */
export interface Relayed {
  readonly isDeferred: boolean
  readonly isFailed: boolean
  /** How long the Worker took, in milliseconds; undefined where it was not waited for. */
  readonly workerMs: number | undefined
}

/** As much of a fault as is told: a Worker that is none may answer with anything. */
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

  /** What Discord does not take is answered with an apology. */
  async function answerNow(response: APIInteractionResponse): Promise<void> {
    const outcome = await discord.first(request, response)
    if (outcome.result === 'done') return
    fail(`Discord did not take the answer: ${outcome.error}`)
    if (!isContentRefused(outcome) || request.kind === 'completion') return
    const again = await discord.first(request, ephemeralNotice(general.fault(request.id)))
    if (again.result !== 'done') fail(`Nor did it take the apology for it: ${again.error}`)
  }

  async function putOff(
    deferral: APIInteractionResponse,
    answering: () => Promise<APIInteractionResponse>,
  ): Promise<void> {
    relayed.isDeferred = true
    const outcome = await discord.first(request, deferral)
    if (outcome.result !== 'done') return fail(`Discord did not take the deferral: ${outcome.error}`)
    await sendFollowUp(request, deferral, answering(), {
      send: discord.later,
      faultId: request.id,
      onFault: fail,
      ...(limits && { limits }),
    })
  }

  // Discord may have given up on it, and the person have been told so, or it was answered before the connection was lost.
  // Whether it still waits is seen by a deferral; where it does not, the Worker is to do nothing.
  const beforehand = isReplayed ? deferralOf(request) : undefined
  if (beforehand) {
    await putOff(beforehand, ask)
    return relayed
  }
  const answering = ask()
  const { response, isDeferral } = await firstAnswer(request, answering, limits)
  await (isDeferral ? putOff(response, () => answering) : answerNow(response))
  return relayed
}

/** `fetch failed` says little: why stands in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'The Worker gave no answer.'
  const { cause } = error
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message
}
