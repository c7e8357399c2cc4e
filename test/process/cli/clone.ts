// A clone of the repository, and an account at Cloudflare to deploy it to.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { Failure } from '../../../bot/cli/failure.ts'
import { NO_DATABASE } from '../../../worker/cli/deployment/config.ts'
import { deploy } from '../../../worker/cli/deployment/deploy.ts'
import { SETTINGS } from '../../../worker/cli/deployment/settings.ts'
import { ROOT } from '../../../worker/cli/local/wrangler.ts'
import { type Account, inPlaceOfApi, inPlaceOfWrangler } from './account.ts'

export const NAME = 'covid-imaging-registry'

/** As everybody has it: whose clone this is may have written things of their own there. */
export const TOML = readFileSync(join(ROOT, 'wrangler.toml'), 'utf8')
  .replace(/^name = .*$/m, `name = "${NAME}"`)
  .replace(/^database_name = .*$/m, `database_name = "${NAME}"`)
  .replace(/^database_id = .*$/m, `database_id = "${NO_DATABASE}"`)
  .replace(new RegExp(`^(${SETTINGS.map(({ name }) => name).join('|')}) = .*$`, 'gm'), '$1 = ""')

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const NEW: Account = {
  code: 'export default {}',
  databases: [],
  subdomain: 'anna',
  done: [],
}

/** As the names of files tell what a picture says. */
const PICTURES = ['_registry-0.png', 'covid-ct-0.png']

/** A clone of the repository, and an account that is new but for `differing`. */
export function clone(differing: Partial<Account> = {}) {
  const root = mkdtempSync(join(tmpdir(), 'deploy-'))
  folders.push(root)
  writeFileSync(join(root, 'wrangler.toml'), TOML)
  cpSync(join(ROOT, 'schema/migrations'), join(root, 'schema/migrations'), { recursive: true })
  const account: Account = { ...structuredClone(NEW), ...differing }
  const run = inPlaceOfWrangler(account)
  let pictures: readonly string[] = PICTURES
  return {
    root,
    account: () => structuredClone(account),
    /** Changes the account by other means. */
    change: (differing: Partial<Account>) => void Object.assign(account, differing),
    run,
    /** Changes what the pictures say. */
    redraw: (names: readonly string[]) => {
      pictures = names
    },
    /** What it changed in the account, and what it printed, an error's words included. */
    async deploy({ environment = {}, isForced = false }: { environment?: object; isForced?: boolean } = {}) {
      const before = account.done.length
      let output = ''
      const write = (text: string) => {
        output += text
      }
      try {
        await deploy({
          root,
          run,
          api: inPlaceOfApi(account),
          draw: async () => pictures,
          environment: { ...environment },
          isForced,
          write,
        })
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        output += error.message
      }
      return { output, done: account.done.slice(before) }
    },
  }
}
