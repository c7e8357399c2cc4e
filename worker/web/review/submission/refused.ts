// What was asked for and not done: why, and what was typed with it.

import type { RegistryError } from '../../../../schema/errors.ts'

export const ACTIONS = ['approve', 'reject', 'ask', 'undo', 'block', 'lift'] as const
export type Action = (typeof ACTIONS)[number]

export interface Refused {
  readonly error: RegistryError
  readonly typed?: { readonly action: Action; readonly reason: string; readonly usual: string }
}

/** What is wrong with the words of an action, to stand beside them. */
export const problemOf = ({ error, typed }: Refused, of: Action): string | undefined =>
  typed?.action === of ? error.details.problems?.find(({ field }) => field === 'reason')?.problem : undefined
