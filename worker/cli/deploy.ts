// `npm run deploy`: to a Cloudflare account, new or not.

import { execFileSync } from 'node:child_process'
import { constants } from 'node:os'
import { parseArgs } from 'node:util'
import { explain, Failure } from '../../bot/cli/failure.ts'
import { refuseKeptByNpm } from '../../bot/cli/npm-flags.ts'
import { deployButton } from './deployment/button.ts'
import { deploy } from './deployment/deploy.ts'
import { rehearse } from './deployment/rehearse.ts'
import { cloudflareApi } from './deployment/replication.ts'
import { runWrangler } from './deployment/run.ts'
import { ROOT } from './local/wrangler.ts'
import { writePreviews } from './previews/write.ts'

const HELP = `npm run deploy -- [--dry-run | --button | --force]

  Creates the D1 database if there is none, draws the pictures beside links, applies the migrations that the
  database lacks, deploys the Worker, and tells what is still to be set. Takes npx wrangler login, or CLOUDFLARE_API_TOKEN in the environment.
  Again, it does only what is not done yet. It takes an account, so no test of ours has tried it.

  Settings stand in .deploy.env (.deploy.env.example says which) or in the environment, else in wrangler.toml;
  what is empty in all of them stays as the dashboard has it. Secrets: npx wrangler secret put NAME

  --dry-run   bundles, and tells what would be done; no account, no network, nothing changed
  --button    prints the Deploy to Cloudflare button of your repository, which git calls “origin”
  --force     deploys although the same is deployed, or a Worker of that name is no registry`

async function run(): Promise<void> {
  refuseKeptByNpm(['dry-run', 'button'], process.env)
  const values = parsed()
  if (values.help) return console.log(HELP)
  if (values.button) return console.log(deployButton(origin()).join('\n\n'))
  const deployment = {
    root: ROOT,
    run: runWrangler,
    api: cloudflareApi,
    draw: writePreviews,
    environment: process.env,
    write: (text: string) => void process.stdout.write(text),
  }
  if (values['dry-run']) return rehearse(deployment)
  return deploy({ ...deployment, isForced: values.force ?? false })
}

/** What was typed; an unknown option is a mistake to be told, not a bug. */
function parsed() {
  try {
    const { values } = parseArgs({
      options: {
        'dry-run': { type: 'boolean' },
        button: { type: 'boolean' },
        force: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    return values
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}\n\n${HELP}`)
  }
}

function origin(): string {
  try {
    return execFileSync('git', ['remote', 'get-url', 'origin'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    throw new Failure(
      'This clone has no remote “origin”: the button needs the public repository that you push to.',
    )
  }
}

// Wrangler has a process group of its own, which Ctrl-C does not reach: leaving in order takes it along, so that nothing
// goes on behind a terminal that says it has ended.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    console.error('\n\nBroken off. Run it again: what is done is not done twice.')
    process.exit(128 + constants.signals[signal])
  })

try {
  await run()
} catch (error) {
  explain(error)
  process.exitCode = 1
}
