import type { RegistryError } from '../../../../schema/errors.ts'

export const ACTIONS = ['approve', 'reject', 'ask', 'undo', 'block', 'lift'] as const
export type Action = (typeof ACTIONS)[number]

/** An action that was refused, with its form. */
export interface Refused {
  readonly error: RegistryError
  readonly form?: { readonly action: Action; readonly reason: string; readonly usual: string }
}

/** The problem of an action's reason, which the page shows at its field. */
export const problemOf = ({ error, form }: Refused, action: Action): string | undefined =>
  form?.action === action
    ? error.details.problems?.find(({ field }) => field === 'reason')?.problem
    : undefined
