import type { D1Migration } from 'cloudflare:test'
import type { Env } from '../worker/env.ts'

declare global {
  namespace Cloudflare {
    interface GlobalProps {
      mainModule: typeof import('../worker/index.ts')
    }
    interface Env extends WorkerEnv {
      readonly BACKUPS: R2Bucket
      readonly OUTSIDE_URL: string
      /** The migrations as they stand in schema/migrations. */
      readonly MIGRATIONS: D1Migration[]
      /** Signs as Discord does; its public half is the second of the Worker's keys. PKCS #8, hex. */
      readonly DISCORD_PRIVATE_KEY: string
      readonly RUNS: string
      /** The seed of hostile requests, as SEED says. */
      readonly SEED: string
      /** The stand-in Discord's judgement of a response, which needs Node. */
      readonly DISCORD_JUDGE: Fetcher
      /** Whether the OpenAPI document is one, and describes an answer: test/support/openapi-judge.ts, which needs Node. */
      readonly OPENAPI_JUDGE: Fetcher
      /** Its REST side. */
      readonly STAND_IN: Fetcher
    }
  }
}

type WorkerEnv = Env
