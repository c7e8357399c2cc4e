// Reads and writes the address of the queue.

import * as z from 'zod/mini'
import type { QueueQuery } from '../../../../schema/verbs/submissions.ts'
import { SUBMISSION_KINDS, SUBMISSION_STATES } from '../../../../schema/vocabulary.ts'

const PAGE_SIZE = 20

/** The shortest waiting time, in days. */
export const AGES = {
  1: 'more than a day',
  3: 'more than 3 days',
  7: 'more than a week',
  30: 'more than 30 days',
}
const AGE_KEYS = ['1', '3', '7', '30'] as const

const DAY_MS = 24 * 60 * 60 * 1000
const MAX_TEXT_LENGTH = 100

/** Ignores a filter that it does not understand, instead of failing. */
const Query = z.object({
  state: z.catch(z.enum(SUBMISSION_STATES), 'pending'),
  kind: z.catch(z.optional(z.enum(SUBMISSION_KINDS)), undefined),
  age: z.catch(z.optional(z.enum(AGE_KEYS)), undefined),
  text: z.catch(
    z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_TEXT_LENGTH))),
    undefined,
  ),
  after: z.catch(z.optional(z.coerce.number().check(z.int(), z.positive())), undefined),
})
export type QueueSearch = z.infer<typeof Query>

export const readQueueSearch = (query: Record<string, string>): QueueSearch => Query.parse(query)

export const queryOf = ({ state, kind, age, text, after }: QueueSearch, now: number): QueueQuery => ({
  state,
  kind,
  text,
  after,
  until: age === undefined ? undefined : new Date(now - Number(age) * DAY_MS).toISOString(),
  size: PAGE_SIZE,
})

/** Leaves out the default state. */
export function addressOf({ state, ...rest }: QueueSearch): string {
  const parameters = Object.entries({ ...(state !== 'pending' && { state }), ...rest }).flatMap(
    ([name, value]) => (value === undefined ? [] : [[name, String(value)]]),
  )
  return parameters.length === 0 ? '/review' : `/review?${new URLSearchParams(parameters)}`
}
