import { env } from 'cloudflare:workers'
import { openOutside } from '../../worker/outgoing/outside.ts'
import { outsideUserAgent } from '../../worker/outgoing/user-agent.ts'

/** The sites that test/outside plays, asked as the Worker asks any site: at most so many requests. */
export const playedWeb = (most: number, publicUrl?: string) =>
  openOutside({ standIn: env.OUTSIDE_URL, userAgent: outsideUserAgent(publicUrl), most })
