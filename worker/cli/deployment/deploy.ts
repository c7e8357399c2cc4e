// From a clone to a registry that answers: each step looks first, so that a rerun goes on where another broke off.

import { Failure } from '../../../bot/cli/failure.ts'
import { browserFilesHash } from '../browser-files/write.ts'
import { bundle, sizeOf } from './bundle.ts'
import { missingSettingsText, nextSteps } from './closing-text.ts'
import { type Config, MARK, readConfig, writeConfig } from './config.ts'
import { databaseOf, migrateRemotely } from './database.ts'
import { type Deployed, deployWorker, findDeployed, setTriggers } from './deployed.ts'
import { type Api, replicate } from './replication.ts'
import type { Run } from './run.ts'
import { mergedVars, settingsHere } from './settings.ts'

export interface Deployment {
  /** Where wrangler.toml is, and the files beside it. */
  readonly root: string
  readonly run: Run
  readonly api: Api
  /** Draws the pictures beside links, and returns the names of their files. */
  readonly draw: () => Promise<readonly string[]>
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Deploys even what is deployed, and even where a Worker of that name looks like another one. */
  readonly isForced: boolean
  readonly write: (text: string) => void
}

export async function deploy({
  root,
  run,
  api,
  draw,
  environment,
  isForced,
  write,
}: Deployment): Promise<void> {
  const step = steps(write)
  const config = await readConfig(root, environment.WRANGLER_CI_OVERRIDE_NAME)
  const here = settingsHere(root, Object.keys(config.vars), environment)

  const { hash } = await step('Code', () => bundle(run), sizeOf)
  const database = await step(
    'Database',
    () => databaseIn(config, run),
    ({ state }) => `${config.databaseName} ${state}`,
  )
  const deployed = await findDeployed(run, config.name)
  if (deployed && !deployed.isOurs && !isForced) throw occupied(config)

  const pictures = await step('Pictures', draw, ({ length }) => `${length} drawn`)
  const contents = [hash, await browserFilesHash(), ...pictures]
  let vars = mergedVars(config.vars, here, deployed)
  const configured = () =>
    writeConfig(root, config, {
      databaseId: database.id,
      vars,
      contents,
    })
  const { path, mark } = configured()
  await step(
    'Migrations',
    () => migrateRemotely(run, path),
    ({ length }) => (length === 0 ? 'none to apply' : `${length} applied`),
  )
  await step(
    'Replication',
    () => replicate({ run, api, environment }, database.id),
    (outcome) => outcome,
  )
  const isThere = !isForced && vars.PUBLIC_URL !== '' && isSame(deployed, mark)
  const [address] = await step(
    'Worker',
    () => (isThere ? setTriggers(run, path) : deployWorker(run, path)),
    () => (isThere ? 'answers with this code and these settings already: nothing to deploy' : 'deployed'),
  )
  if (vars.PUBLIC_URL === '' && address !== undefined) {
    vars = { ...vars, PUBLIC_URL: address }
    configured()
    await step(
      'PUBLIC_URL',
      () => deployWorker(run, path),
      () => `was not set, and is ${address} now: deployed once more`,
    )
  }
  const at = vars.PUBLIC_URL || address
  const answers = at ? [`It answers at ${at}`, `  $ curl ${at}/healthz`, ''] : []
  const state = { vars, deployed }
  write(`\n${[...answers, ...missingSettingsText(state), ...nextSteps(state)].join('\n')}\n`)
}

async function databaseIn({ databaseId, databaseName }: Config, run: Run) {
  if (databaseId !== undefined) return { id: databaseId, state: 'is named in wrangler.toml' }
  const { id, isNew } = await databaseOf(run, databaseName)
  return { id, state: isNew ? 'created' : 'is there' }
}

const isSame = (deployed: Deployed | undefined, mark: string) =>
  deployed !== undefined && !deployed.isFromDashboard && deployed.vars.get(MARK) === mark

const occupied = ({ name }: Config) =>
  new Failure(
    [
      `The account has a Worker “${name}” that is no registry, and it would be replaced. Nothing was deployed.`,
      'Another name in wrangler.toml keeps both; npm run deploy -- --force replaces it.',
    ].join('\n'),
  )

/** A line for each: what is being done, then what came of it. */
const steps =
  (write: (text: string) => void) =>
  async <Result>(
    name: string,
    work: () => Promise<Result>,
    resultText: (result: Result) => string,
  ): Promise<Result> => {
    write(`${name.padEnd(11)} `)
    try {
      const result = await work()
      write(`${resultText(result)}\n`)
      return result
    } catch (error) {
      write('failed\n\n')
      throw error
    }
  }
