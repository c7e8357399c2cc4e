// Answers to commands and keystrokes that read, kept while the registry stays as it is: asking D1 for its edition costs less
// than drawing a card anew.

import type { APIInteractionResponse } from 'discord-api-types/v10'
import { isReading } from '../../bot/commands/handler.ts'
import type { Request } from '../../bot/request.ts'
import { languagesOf } from '../../bot/respond.ts'
import type { Registry } from '../../schema/verbs/registry.ts'

interface KeptAnswer {
  readonly edition: string
  readonly response: APIInteractionResponse
}

/** A card has 6 KiB of JSON, and 20 at most: that is a tenth of an isolate's 128 MB. */
const MOST_KEPT = 500

/** In the order of their last use. */
const kept = new Map<string, KeptAnswer>()

interface Question {
  readonly request: Request
  readonly registry: Registry
  /** Where links lead. */
  readonly base: string | undefined
  readonly now: Date
}

/**
 * What an answer depends on beside the registry; the day, since a card says what nobody has confirmed for a year. Undefined
 * where an answer is for one time or one person.
 */
function keyOf({ request, base, now }: Question): string | undefined {
  if (!isReading(request) || (request.kind !== 'command' && request.kind !== 'completion')) return undefined
  const { kind, call } = request
  const asked = [kind, call.command, call.subcommand, [...call.options], call.focused]
  return JSON.stringify([...asked, ...languagesOf(request), base, now.toISOString().slice(0, 10)])
}

/** The kept answer if it is of the registry's present edition; else what `answer` gives, which is kept unless it is at fault. */
export async function answerOnce(
  question: Question,
  answer: () => Promise<{ readonly response: APIInteractionResponse; readonly isFaulty: boolean }>,
): Promise<APIInteractionResponse> {
  const { registry } = question
  const key = keyOf(question)
  if (key === undefined) return (await answer()).response
  const known = kept.get(key)
  const present = known && (await presentEdition(registry))
  if (known && known.edition === present) {
    keep(key, known)
    return known.response
  }
  const { result, edition = present } = await registry.withEdition(answer)
  if (edition !== undefined && !result.isFaulty) keep(key, { edition, response: result.response })
  return result.response
}

/** A database that fails is met again by who asks it for the answer, and reported there. */
const presentEdition = (registry: Registry): Promise<string | undefined> =>
  registry.getEdition().catch(() => undefined)

/** As the last one used. */
function keep(key: string, answer: KeptAnswer): void {
  kept.delete(key)
  kept.set(key, answer)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
}
