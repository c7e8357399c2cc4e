// One interaction on its way to the Worker, and its answer on its way to Discord, in time: what takes too long is put off
// as its command says, and whatever happens, the person is told something.

import type { APIInteractionResponse } from 'discord-api-types/v10'
import { deliveryAfter, firstAnswer, type Limits } from '../deferral.ts'
import { Interaction } from '../interaction.ts'
import { asTyped, ownWords, told } from '../respond.ts'
import type { Answers, Refusal } from './discord.ts'
import type { Worker } from './worker.ts'

export interface Relaying {
  readonly worker: Worker
  readonly discord: Answers
  readonly limits?: Limits
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

/** Never rejects. `raw` is what Discord sent. */
export async function relay(raw: object, relaying: Relaying): Promise<Relayed> {
  const { worker, discord, limits } = relaying
  const parsed = Interaction.safeParse(raw)
  if (!parsed.success) {
    relaying.onFault('Discord sent what is no interaction.', 'id' in raw ? String(raw.id) : 'none')
    return { isDeferred: false, isFailed: true, workerMs: undefined }
  }
  const interaction = parsed.data
  const { general } = ownWords(interaction)
  let isFailed = false
  const fail = (fault: string) => {
    isFailed = true
    relaying.onFault(fault.replaceAll(interaction.token, '[token]'), interaction.id)
  }

  const begun = performance.now()
  let workerMs: number | undefined
  const answering = worker.ask(raw).then(
    (answer) => {
      workerMs = performance.now() - begun
      return answer
    },
    (error: unknown) => {
      fail(reasonOf(error))
      return interaction.type === 4 ? asTyped(interaction) : told(general.unreachable)
    },
  )

  /** Whether Discord took it, or at least an apology. */
  async function first(response: APIInteractionResponse): Promise<void> {
    const refusal = await discord.first(interaction, response)
    if (!refusal) return
    fail(`Discord did not take the answer: ${refusal.reason}`)
    if (!refusal.isOfContent || interaction.type === 4) return
    noteAgain(await discord.first(interaction, told(general.fault(interaction.id))))
  }

  async function later(deferral: APIInteractionResponse, answer: APIInteractionResponse): Promise<void> {
    const request = deliveryAfter(deferral, answer, interaction)
    const refusal = request && (await discord.later(interaction, request))
    if (!refusal) return
    fail(`Discord did not take the answer that was put off: ${refusal.reason}`)
    if (!refusal.isOfContent) return
    const sorry = deliveryAfter(deferral, told(general.fault(interaction.id)), interaction)
    noteAgain(sorry && (await discord.later(interaction, sorry)))
  }

  const noteAgain = (refusal: Refusal) => {
    if (refusal) fail(`Nor did it take the apology for it: ${refusal.reason}`)
  }

  const { response, isDeferral } = await firstAnswer(interaction, answering, limits)
  if (isDeferral) {
    const refusal = await discord.first(interaction, response)
    if (refusal) fail(`Discord did not take the deferral: ${refusal.reason}`)
    else await later(response, await answering)
  } else await first(response)
  return { isDeferred: isDeferral, isFailed, workerMs }
}

/** `fetch failed` says little: why stands in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'The Worker gave no answer.'
  const { cause } = error
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message
}
