import type { Env } from '../env.ts'
import { type Outside, openOutside } from '../outgoing/outside.ts'
import { outsideUserAgent } from '../outgoing/user-agent.ts'
import { baseIn } from './base.ts'

/** The other sites, for one run of the Worker: `most` requests, redirects counted. */
export const outsideOf = (env: Env, most: number): Outside =>
  openOutside({ standIn: env.OUTSIDE_URL ?? '', userAgent: outsideUserAgent(baseIn(env)), most })
