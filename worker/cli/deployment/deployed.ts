// The Worker in the account: what answers now, and putting another version in its place.

import * as z from 'zod/mini'
import { json } from './json.ts'
import { failure, mustRun, type Run } from './run.ts'

/** Of `wrangler deployments status --json`. */
const Deployment = z.object({
  versions: z.array(z.object({ version_id: z.string(), percentage: z.number() })),
})

/** Of `wrangler versions view --json`. */
const Version = z.object({
  metadata: z.optional(z.object({ source: z.optional(z.string()) })),
  resources: z.object({
    bindings: z.array(z.object({ type: z.string(), name: z.string(), text: z.optional(z.string()) })),
  }),
})

export interface Deployed {
  readonly vars: ReadonlyMap<string, string>
  readonly secrets: ReadonlySet<string>
  /** Whether this is a registry, or has nothing bound to it, as what the dashboard makes before the first build. */
  readonly isOurs: boolean
  /** The dashboard can change the code too, and leaves the settings as they are. */
  readonly isFromDashboard: boolean
}

/** What Cloudflare says of a Worker that is not there. */
const NOT_THERE = /\[code: (10007|10090)\]|has no deployments/

export async function findDeployed(run: Run, name: string): Promise<Deployed | undefined> {
  const status = await run(['deployments', 'status', '--json', '--name', name])
  if (status.code !== 0 && NOT_THERE.test(status.output)) return undefined
  if (status.code !== 0) throw failure('What is deployed could not be asked', status)
  const { versions } = json(Deployment, status.stdout, 'what is deployed')
  const [latest] = versions.toSorted((a, b) => b.percentage - a.percentage)
  if (!latest) return undefined
  const view = ['versions', 'view', latest.version_id, '--json', '--name', name]
  const { stdout } = await mustRun(run, view, 'The deployed version could not be read')
  const { metadata, resources } = json(Version, stdout, 'a version')
  const { bindings } = resources
  return {
    vars: new Map(
      bindings.flatMap(({ type, name, text }) =>
        type === 'plain_text' && text !== undefined ? [[name, text]] : [],
      ),
    ),
    secrets: new Set(bindings.flatMap(({ type, name }) => (type === 'secret_text' ? [name] : []))),
    isOurs: bindings.length === 0 || bindings.some(({ type, name }) => type === 'd1' && name === 'DB'),
    isFromDashboard: metadata?.source === 'dash',
  }
}

/** Gives the addresses where it answers. */
export async function deployWorker(run: Run, config: string): Promise<readonly string[]> {
  const { stdout } = await mustRun(run, ['deploy', '--config', config], 'The Worker could not be deployed')
  return addressesIn(stdout)
}

/** Sets address and cron trigger as the configuration has them, which a deployment that broke off may not have done. */
export async function setTriggers(run: Run, config: string): Promise<readonly string[]> {
  const args = ['triggers', 'deploy', '--config', config]
  const { stdout } = await mustRun(run, args, 'The address and the cron trigger could not be set')
  return addressesIn(stdout)
}

/** Those on workers.dev; a domain of one's own is for its owner to name. */
const addressesIn = (printed: string): readonly string[] =>
  Array.from(printed.matchAll(/^\s+(https:\/\/\S+\.workers\.dev)\s*$/gm), ([, address = '']) => address)
