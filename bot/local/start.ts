// npm start: the Worker on this machine, and a first question to it. Runs until Ctrl-C.

import { COMMANDS } from '../commands/index.ts'
import { converse } from './conversation.ts'
import { explain } from './failure.ts'
import { localKeys } from './keys.ts'
import { portFrom } from './ports.ts'
import { post } from './post.ts'
import { showsColour } from './terminal/ink.ts'
import { renderResponse } from './terminal.ts'
import { migrate, startWorker } from './worker.ts'

/** Ctrl-C, a polite kill, and a terminal that is closed. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const FIRST = '/covid-data ultrasound'

async function start(): Promise<void> {
  const port = portFrom('PORT', 8787)
  const keys = localKeys()
  console.log('Migrating the local database, starting the Worker ...')
  await migrate()
  const worker = await startWorker({ port, vars: { DISCORD_PUBLIC_KEY: keys.publicKey }, log: console.log })
  let isStopping = false
  for (const signal of ENDINGS) {
    process.removeAllListeners(signal)
    process.on(signal, () => {
      isStopping = true
      worker.stop().then(() => process.exit(0), explain)
    })
  }

  console.log(`The registry is at ${worker.url}\n\n${FIRST}\n`)
  const conversation = converse({
    commands: COMMANDS,
    send: (interaction) => post(worker.url, keys, interaction),
  })
  try {
    const { response, isPrivate } = await conversation.say(FIRST)
    console.log(renderResponse(response, { isPrivate, colour: showsColour(process.stdout) }))
  } catch (error) {
    explain(error)
  }
  console.log(`\nMore, from another terminal:\n${examples(port)}\nCtrl-C stops it.\n`)

  const output = await worker.ended
  if (isStopping) return
  console.error(`The Worker has ended by itself. Wrangler said:\n\n${output}`)
  process.exitCode = 1
}

const examples = (port: number) =>
  ['/covid-data ultrasound also:metadata', '/covid-data search query:lung']
    .map((line) => `  ${port === 8787 ? '' : `PORT=${port} `}npm run chat -- "${line}"\n`)
    .join('')

// Until there is a Worker to stop in order; what was begun is ended on 'exit'.
for (const signal of ENDINGS) process.on(signal, () => process.exit(0))

try {
  await start()
} catch (error) {
  explain(error)
  process.exitCode = 1
}
