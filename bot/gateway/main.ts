// npm run bot:gateway: for a Worker that Discord cannot reach. Receives interactions over Discord's gateway, asks the
// Worker, and posts its answers.

import { parseArgs } from 'node:util'
import { explain, Failure } from '../cli/failure.ts'
import { newKey, settingsFrom } from './settings.ts'

/** npm passes on a Ctrl-C that the terminal has sent already; that is not a second one. In milliseconds. */
const SAME_SIGNAL_MS = 1000

async function run(): Promise<void> {
  const settings = settingsFrom(process.env)
  // Imports discord.js, which takes a moment: a missing setting fails before.
  const { openGateway } = await import('./gateway.ts')
  const gateway = openGateway(settings, { print: console.log, warn: console.error })
  let stoppedAt: number | undefined
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stoppedAt === undefined) {
        stoppedAt = Date.now()
        gateway.stop().then(() => process.exit(0), fail)
      } else if (Date.now() - stoppedAt > SAME_SIGNAL_MS) process.exit(1)
    })
  // discord.js throws out of an event where it can't read an interaction, which by then has been relayed.
  process.on('unhandledRejection', (fault) =>
    console.error(JSON.stringify({ at: new Date().toISOString(), event: 'error', fault: String(fault) })),
  )
  await gateway.start()
  const sentence = await gateway.ended
  await gateway.stop()
  throw new Failure(sentence)
}

function fail(error: unknown): void {
  explain(error)
  process.exit(1)
}

const FLAGS = { 'new-key': { type: 'boolean' }, help: { type: 'boolean' } } as const

const USAGE = `npm run bot:gateway              relays interactions from Discord's gateway to the Worker
npm run bot:gateway -- --new-key makes a pair of keys for it

Settings, in the environment: WORKER_URL, RELAY_PRIVATE_KEY, DISCORD_BOT_TOKEN, and DISCORD_API_URL for another Discord.`

function flags() {
  try {
    return parseArgs({ options: FLAGS }).values
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  }
}

try {
  const values = flags()
  if (values.help) console.log(USAGE)
  else if (values['new-key']) console.log(newKey())
  else await run()
} catch (error) {
  fail(error)
}
