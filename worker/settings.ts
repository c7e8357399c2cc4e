import type { Env } from './env.ts'
import { logFault } from './log.ts'

/** What the settings say to the registry. One that makes no sense is complained of and left at its default. */
export function registrySettings(
  { SUBMISSIONS_PER_DAY: perDay = '' }: Partial<Pick<Env, 'SUBMISSIONS_PER_DAY'>>,
  requestId: string,
): { readonly submissionsPerDay?: number } {
  if (perDay === '') return {}
  if (/^[1-9]\d{0,8}$/.test(perDay)) return { submissionsPerDay: Number(perDay) }
  const told = `SUBMISSIONS_PER_DAY is "${perDay}", and it should be a whole number above 0.`
  logFault(new Error(told), { requestId, at: 'settings' })
  return {}
}
