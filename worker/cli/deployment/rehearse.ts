// All that can be seen without an account: what would be sent, and what would be done in which order.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, sizeOf } from './bundle.ts'
import { readConfig } from './config.ts'
import type { Deployment } from './deploy.ts'
import { mergedVars, missingSettings, settingsHere } from './settings.ts'

export async function rehearse({
  root,
  run,
  environment,
  write,
}: Omit<Deployment, 'api' | 'isForced' | 'draw'>): Promise<void> {
  const config = await readConfig(root)
  const here = settingsHere(root, Object.keys(config.vars), environment)
  write('A rehearsal: no account is asked and nothing is changed, here or there.\n\n')

  const code = await bundle(run)
  const migrations = readdirSync(join(root, config.migrations))
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const vars = mergedVars(config.vars, here, undefined)
  const set = Object.keys(vars).filter((name) => vars[name])
  const missing = missingSettings(vars, undefined).map(({ name }) => name)
  const order = [
    `bundle the Worker. It does: ${sizeOf(code)}`,
    config.databaseId === undefined
      ? `find the D1 database “${config.databaseName}”, or create it`
      : `take the D1 database that wrangler.toml names`,
    'ask what is deployed, and keep what the dashboard has set where nothing is set here',
    'draw the pictures beside links',
    `apply those of the ${migrations.length} migrations that the database lacks (the last is ${migrations.at(-1)})`,
    'turn on copies of the database near its readers, where they are off',
    `deploy the Worker “${config.name}”, cron “${config.crons.join('”, “')}”, unless the same answers already`,
    ...(vars.PUBLIC_URL
      ? []
      : ['set PUBLIC_URL to the address that it got, if nobody has, and deploy again']),
    'tell what is still to be set, and what comes then',
  ]
  const lines = [
    'npm run deploy would, in this order:',
    ...order.map((step, i) => ` ${i + 1}. ${step}`),
    '',
    `Set here: ${set.join(', ')}`,
    `Not here, unless on the Worker already: ${missing.join(', ') || 'none'}`,
    '',
    'Whether an account would let it, only an account can tell.',
  ]
  write(`${lines.join('\n')}\n`)
}
