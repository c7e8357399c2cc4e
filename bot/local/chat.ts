// npm run chat -- "/covid-data ultrasound also:metadata" [--json] [--click "Next"]...
// Sends a signed slash command as Discord would, and prints what Discord would show.

import { parseArgs } from 'node:util'
import { COMMANDS } from '../commands/index.ts'
import { converse, type Shown } from './conversation.ts'
import { explain, Failure } from './failure.ts'
import { type Keys, localKeys } from './keys.ts'
import { parseLine } from './line.ts'
import { freePort, portFrom } from './ports.ts'
import { PATIENCE, post } from './post.ts'
import { COLOUR, PLAIN, showsColour } from './terminal/ink.ts'
import { renderResponse } from './terminal.ts'
import { isWell, type LocalWorker, migrate, startWorker } from './worker.ts'

const USAGE = 'npm run chat -- "/command option:value" [--json] [--click "Label"]...'

async function chat(): Promise<void> {
  const { line, json, clicks } = asked()
  // A wrong line needs no Worker to be told so.
  parseLine(line, COMMANDS)
  const keys = localKeys()
  const note = (text: string) =>
    console.error((showsColour(process.stderr) ? COLOUR : PLAIN)([{ text, styles: ['dim'] }]))
  const worker = await reached(keys, note)
  const show = ({ response, raw, isPrivate, milliseconds }: Shown) => {
    console.log(json ? raw : renderResponse(response, { isPrivate, colour: showsColour(process.stdout) }))
    if (milliseconds > PATIENCE)
      note(`This took ${Math.round(milliseconds)} ms, and Discord waits ${PATIENCE}.`)
  }
  try {
    const conversation = converse({
      commands: COMMANDS,
      send: (interaction) => post(worker.url, keys, interaction),
      onCompletion: (option, typed, { name, value }) =>
        note(`${option}: "${typed}" completed to ${name} (${value})`),
    })
    show(await conversation.say(line))
    for (const label of clicks) {
      if (!json) console.log()
      show(await conversation.click(label))
    }
  } finally {
    await worker.stop()
  }
}

function asked(): { line: string; json: boolean; clicks: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        click: { type: 'string', multiple: true, default: [] },
      },
    })
    // An unquoted line arrives in words.
    return { line: positionals.join(' '), json: values.json, clicks: values.click }
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  }
}

/** The Worker of a running `npm start`, or one for this call. */
async function reached(keys: Keys, note: (text: string) => void): Promise<Pick<LocalWorker, 'url' | 'stop'>> {
  const url = `http://localhost:${portFrom('PORT', 8787)}`
  if (await isWell(url)) return { url, stop: async () => {} }
  note(`Nothing answers at ${url}, so a Worker is started for this call; npm start keeps one.`)
  await migrate()
  return startWorker({ port: await freePort(), vars: { DISCORD_PUBLIC_KEY: keys.publicKey } })
}

// Without a listener a signal would end us at once, and leave the Worker behind: on 'exit' it is ended with us.
for (const [signal, code] of [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code))

try {
  await chat()
} catch (error) {
  explain(error)
  process.exitCode = 1
}
