// What can be asked of the registry by the job that compares records with what their sites say today.

import type { Resource } from '../record/resource.ts'
import type { UpstreamSaying } from '../record/sites/upstream.ts'

export interface UpstreamWork {
  readonly resourceId: number
  readonly record: Resource
  /** What the site said at the last look; null before the first that was answered. */
  readonly before: UpstreamSaying | null
}

export interface UpstreamVerbs {
  /** Listed resources not looked up for days, the longest ago first: of none a correction by a job waits. */
  listUpstreamWork(most: number): Promise<readonly UpstreamWork[]>
  /** That they were looked up, and what their sites said. */
  recordUpstream(looked: readonly Omit<UpstreamWork, 'record'>[]): Promise<void>
}
