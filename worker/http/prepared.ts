// Texts that are the same until the next deployment: worker/cli/browser-files writes them before it, and the Worker, which
// has nothing in it that makes them, reads them from the files beside it. Nobody else is given these files
// (`run_worker_first` in wrangler.toml).

import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'

/** `docs.json` is the content of /docs, `tools.json` what the Model Context Protocol lists. */
export type PreparedName = 'docs.json' | 'openapi.json' | 'resource.schema.json' | 'tools.json'

/** Where the registry's own address stands in a text. A text of a registry that does not know it says other things. */
export const BASE = 'https://base.invalid'

export const preparedPath = (name: PreparedName, hasBase: boolean): string =>
  `/prepared/${hasBase ? 'with-base' : 'without-base'}/${name}`

/** The text with `BASE` in it, or of a registry without an address. Throws where there is no such file. */
export async function readPrepared(
  c: Context<AppEnv>,
  name: PreparedName,
  hasBase: boolean,
): Promise<string> {
  const path = preparedPath(name, hasBase)
  const answer = await c.env.ASSETS.fetch(new URL(path, c.req.url))
  if (!answer.ok) throw new Error(`The file ${path} is answered with ${answer.status}.`)
  return answer.text()
}
