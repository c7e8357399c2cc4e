// Copies of the database near its readers. Wrangler can't turn them on, so Cloudflare's API is asked, as wrangler is signed
// in. https://developers.cloudflare.com/d1/best-practices/read-replication/

import * as z from 'zod/mini'
import type { Run } from './run.ts'

/** One request to https://api.cloudflare.com/client/v4. */
export type Api = (
  method: 'GET' | 'PUT',
  path: string,
  token: string,
  body?: object,
) => Promise<{ readonly status: number; readonly body: unknown }>

const API = 'https://api.cloudflare.com/client/v4'
const TIME_LIMIT_MS = 20_000

export const cloudflareApi: Api = async (method, path, token, body) => {
  const answer = await fetch(`${API}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
  })
  return { status: answer.status, body: await answer.json() }
}

/** Of `wrangler auth token --json` and `wrangler whoami --json`. */
const Token = z.object({ token: z.string() })
const Accounts = z.object({ accounts: z.array(z.object({ id: z.string() })) })
const Database = z.object({ result: z.object({ read_replication: z.object({ mode: z.string() }) }) })

const BY_HAND = 'turn it on in the dashboard: D1, the database, Settings, Read replication'

/** Turns replication on, and says what came of it. The registry works without, so nothing here ends a deployment. */
export async function replicate(
  {
    run,
    api,
    environment,
  }: {
    readonly run: Run
    readonly api: Api
    readonly environment: Readonly<Record<string, string | undefined>>
  },
  databaseId: string,
): Promise<string> {
  try {
    const token =
      environment.CLOUDFLARE_API_TOKEN ?? (await printed(run, ['auth', 'token', '--json'], Token))?.token
    const account = environment.CLOUDFLARE_ACCOUNT_ID ?? (await onlyAccount(run))
    if (token === undefined || account === undefined) return `unknown: ${BY_HAND}`
    const path = `/accounts/${account}/d1/database/${databaseId}`
    const before = Database.safeParse((await api('GET', path, token)).body)
    if (before.success && before.data.result.read_replication.mode === 'auto')
      return 'copies near readers are on'
    const { status } = await api('PUT', path, token, { read_replication: { mode: 'auto' } })
    return status === 200 ? 'copies near readers are turned on' : `was refused (${status}): ${BY_HAND}`
  } catch (error) {
    return `could not be asked for (${error instanceof Error ? error.message : error}): ${BY_HAND}`
  }
}

/** Undefined where wrangler does not say it. */
async function printed<Shape extends z.ZodMiniType>(
  run: Run,
  args: readonly string[],
  shape: Shape,
): Promise<z.infer<Shape> | undefined> {
  const { code, stdout } = await run(args)
  if (code !== 0) return undefined
  const read = shape.safeParse(JSON.parse(stdout))
  return read.success ? read.data : undefined
}

/** Of several, which one it is can't be told from here. */
async function onlyAccount(run: Run): Promise<string | undefined> {
  const [first, ...others] = (await printed(run, ['whoami', '--json'], Accounts))?.accounts ?? []
  return others.length === 0 ? first?.id : undefined
}
