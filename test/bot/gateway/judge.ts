// The judge compiles Discord's schemas when it first meets them, and all else in the process stands still meanwhile.

import { problemsOfMessage, problemsOfResponse } from '../../../bot/local/judge.ts'

export function wakeJudge(): void {
  for (const type of [4, 5, 6, 7, 8, 9]) problemsOfResponse({ type }, 3)
  for (const request of ['followUp', 'editAnswer'] as const) problemsOfMessage({}, request)
}
