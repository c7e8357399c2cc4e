import type { Handler } from 'hono'
import type { AppEnv } from '../env.ts'

/** The handlers of a path, by method. Hono answers HEAD as GET without the body. */
export interface PageRoute {
  readonly path: string
  readonly get?: Handler<AppEnv>
  readonly post?: Handler<AppEnv>
}
