// What is told of a run: to people while it goes on, to programs at its end.

import type { Flags } from '../flags.ts'
import type { Line, planReport } from './text.ts'

export interface Report {
  endpoint?: { readonly before: string | null; readonly after: string | null; readonly isSet: boolean }
  commands?: ReturnType<typeof planReport> & { readonly guild: string | null; readonly isPublished: boolean }
  error?: string
}

export interface Action {
  readonly flags: Flags
  readonly report: Report
  say(...lines: readonly Line[]): void
}
