// What the address of the queue asks for, and the address that asks for it.

import * as z from 'zod/mini'
import type { QueueQuery } from '../../../../schema/verbs/submissions.ts'
import { SUBMISSION_KINDS, SUBMISSION_STATES } from '../../../../schema/vocabulary.ts'

const PAGE_SIZE = 20

/** How long something has waited at least, in days. */
export const AGES = {
  1: 'more than a day',
  3: 'more than 3 days',
  7: 'more than a week',
  30: 'more than 30 days',
}
const AGE_KEYS = ['1', '3', '7', '30'] as const

const DAY_MS = 24 * 60 * 60 * 1000
const LONGEST_TEXT = 100

/** What is not to be understood counts as not said: a filter is no reason to fail. */
const Query = z.object({
  state: z.catch(z.enum(SUBMISSION_STATES), 'pending'),
  kind: z.catch(z.optional(z.enum(SUBMISSION_KINDS)), undefined),
  age: z.catch(z.optional(z.enum(AGE_KEYS)), undefined),
  text: z.catch(z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(LONGEST_TEXT))), undefined),
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

/** Without what goes without saying. */
export function addressOf({ state, ...rest }: QueueSearch): string {
  const said = Object.entries({ ...(state !== 'pending' && { state }), ...rest }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return said.length === 0 ? '/review' : `/review?${new URLSearchParams(said)}`
}
