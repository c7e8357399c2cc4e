// npm start: the Worker on this machine with a Discord beside it, and a first question to it. Runs until Ctrl-C.

import { showsColour } from '../../bot/cli/colours.ts'
import { explain } from '../../bot/cli/failure.ts'
import { localKeys } from '../../bot/cli/keys.ts'
import { COMMANDS } from '../../bot/commands/index.ts'
import { keepScheduling } from '../../worker/cli/local/cron.ts'
import { portFrom, requireFree } from '../../worker/cli/local/ports.ts'
import { bootRegistry } from './boot.ts'
import { converse } from './chat/conversation.ts'
import { send } from './send.ts'
import { servePlayground } from './server/playground.ts'
import { openStandIn } from './stand-in.ts'
import { noteAddress } from './stand-in-url.ts'
import { renderResponse } from './terminal/terminal.ts'

/** Ctrl-C, a polite kill, and a terminal that is closed. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const FIRST = '/covid-data ultrasound'

async function start(): Promise<void> {
  const port = portFrom('PORT', 8787)
  const playgroundPort = portFrom('PLAYGROUND_PORT', 8788)
  // Before anything is started that would have to be stopped again.
  await requireFree(playgroundPort, 'PLAYGROUND_PORT')
  const keys = localKeys()
  console.log('Migrating the local database, starting the Worker ...')
  const registry = await bootRegistry(keys, { port, log: console.log })
  noteAddress(port, registry.discordUrl)
  const playground = await servePlayground({
    registryUrl: registry.url,
    discord: registry.discord,
    keys,
    port: playgroundPort,
  }).catch(async (error) => {
    await registry.stop()
    throw error
  })
  const endSchedule = keepScheduling(registry.url)
  const stop = () => Promise.all([playground.close(), registry.stop()])
  let isStopping = false
  for (const signal of ENDINGS) {
    process.removeAllListeners(signal)
    process.on(signal, () => {
      isStopping = true
      endSchedule()
      stop().then(() => process.exit(0), explain)
    })
  }

  console.log(
    `Try it in a browser, without an account: ${playground.url}\nThe registry is at ${registry.url}, a stand-in for Discord at ${registry.discordUrl}\nMaintainers decide at ${registry.url}/review: sign in there as Maintainer\n\n${FIRST}\n`,
  )
  const standIn = openStandIn(registry.discordUrl)
  const conversation = converse({
    commands: COMMANDS,
    send: (interaction) => send(registry.url, keys, standIn, interaction),
  })
  try {
    const { response, isPrivate } = await conversation.say(FIRST)
    console.log(renderResponse(response, { isPrivate, colour: showsColour(process.stdout) }))
  } catch (error) {
    explain(error)
  }
  console.log(`\nMore, from another terminal:\n${examples(port)}\nCtrl-C stops it.\n`)

  const output = await registry.ended
  if (isStopping) return
  endSchedule()
  await stop()
  console.error(`The Worker has ended by itself. Wrangler said:\n\n${output}`)
  process.exitCode = 1
}

const EXAMPLES = [
  ['"/covid-data search query:lung"'],
  ['"/covid-data submit"', 'suggest a data set'],
  ['--as maintainer --channel review', 'be the maintainer, where suggestions arrive'],
  ['--channel dm', 'what the bot wrote to you'],
  ['--help'],
] as const

function examples(port: number): string {
  const prefix = port === 8787 ? '  ' : `  PORT=${port} `
  return EXAMPLES.map(([given, meaning]) => {
    const command = `${prefix}npm run chat -- ${given}`
    return `${meaning ? `${command.padEnd(prefix.length + 50)}# ${meaning}` : command}\n`
  }).join('')
}

// Until there is a Worker to stop in order; what was begun is ended on 'exit'.
for (const signal of ENDINGS) process.on(signal, () => process.exit(0))

try {
  await start()
} catch (error) {
  explain(error)
  process.exitCode = 1
}
