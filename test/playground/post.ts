// The way of an interaction to a Worker, and of its answer back: signed as Discord signs it, judged as Discord would.

import type { APIInteraction, APIInteractionResponse } from 'discord-api-types/v10'
import { Failure } from '../../bot/cli/failure.ts'
import { type Keys, signedHeaders } from '../../bot/cli/keys.ts'

export interface Answer {
  readonly response: APIInteractionResponse
  /** The body as it came. */
  readonly raw: string
  readonly milliseconds: number
}

/** How long Discord waits for an answer; then the person is told that the application did not respond. */
export const PATIENCE = 3000

export async function post(url: string, keys: Keys, interaction: APIInteraction): Promise<Answer> {
  // The judge brings all of Discord's schemas: it is loaded while the Worker thinks.
  const judging = import('../discord/rules/judge.ts')
  const body = JSON.stringify(interaction)
  const begun = performance.now()
  const answer = await fetch(`${url}/interactions`, {
    method: 'POST',
    headers: {
      ...signedHeaders(keys.sign, body),
      'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
    },
    body,
    signal: AbortSignal.timeout(60_000),
  }).catch((error: unknown) => {
    throw new Failure(
      `The Worker at ${url} gave no answer: ${error instanceof Error ? error.message : error}`,
    )
  })
  const raw = await answer.text()
  const milliseconds = performance.now() - begun
  if (answer.status === 401)
    throw new Failure(
      `The Worker at ${url} refuses our signature: it was started with another key. Stop it, or set PORT.`,
    )
  if (answer.status !== 200) throw new Failure(`The Worker answered ${answer.status}:\n\n${raw}`)
  if (!answer.headers.get('content-type')?.startsWith('application/json'))
    throw new Failure(
      `The answer is of type ${answer.headers.get('content-type')}, and Discord wants application/json.`,
    )
  const { problemsOfResponse } = await judging
  const response = parsed(raw)
  const onMessage = 'message' in interaction && interaction.message !== undefined
  const problems = problemsOfResponse(response, interaction.type, onMessage)
  if (problems.length > 0)
    throw new Failure(
      `Discord would refuse the answer:\n\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    )
  return { response: asResponse(response), raw, milliseconds }
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    throw new Failure(`The answer is not JSON:\n\n${raw}`)
  }
}

/** Only for what the judge has found nothing against. */
const asResponse = (judged: unknown) => judged as APIInteractionResponse
