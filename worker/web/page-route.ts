import type { Handler } from 'hono'
import type { AppEnv } from '../env.ts'

/** What an address answers, by method. HEAD is answered as GET, without the body. */
export interface PageRoute {
  readonly path: string
  readonly get?: Handler<AppEnv>
  readonly post?: Handler<AppEnv>
}
