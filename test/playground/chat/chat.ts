// npm run chat -- "/covid-data ultrasound also:metadata" --click "Next"
// Sends signed slash commands, clicks and forms as Discord would, and prints what Discord would show.

import { COLOUR, PLAIN, showsColour } from '../../../bot/cli/colours.ts'
import { explain } from '../../../bot/cli/failure.ts'
import { type Keys, localKeys } from '../../../bot/cli/keys.ts'
import { COMMANDS } from '../../../bot/commands/index.ts'
import { freePort, portFrom } from '../../../worker/cli/local/ports.ts'
import { isWell } from '../../../worker/cli/local/worker.ts'
import { openStandIn, type StandIn } from '../stand-in.ts'
import { notedAddress } from '../stand-in-url.ts'
import { parseFlags, USAGE } from './flags.ts'
import { parseLine } from './line.ts'
import { talk } from './talk.ts'

/** False where Discord would not have taken something. */
async function chat(): Promise<boolean> {
  const flags = parseFlags(process.argv.slice(2))
  if (flags.help) {
    console.log(USAGE)
    return true
  }
  // A wrong line needs no Worker to be told so, nor does none at all.
  for (const step of flags.steps) if (step.kind === 'say') parseLine(step.line, COMMANDS)
  if (flags.steps.length === 0) parseLine('', COMMANDS)
  const keys = localKeys()
  const note = (text: string) =>
    console.error((showsColour(process.stderr) ? COLOUR : PLAIN)([{ text, styles: ['dim'] }]))
  const { url, standIn, stop } = await reached(keys, note)
  try {
    const colour = showsColour(process.stdout)
    return await talk(flags, { workerUrl: url, keys, standIn, colour, print: console.log, note })
  } finally {
    await stop()
  }
}

interface Reached {
  readonly url: string
  readonly standIn: StandIn | undefined
  stop(): Promise<void>
}

/** The Worker of a running `npm start` and its Discord, or both for this call. */
async function reached(keys: Keys, note: (text: string) => void): Promise<Reached> {
  const port = portFrom('PORT', 8787)
  const url = `http://localhost:${port}`
  if (await isWell(url)) {
    const address = notedAddress(port)
    return { url, standIn: address ? openStandIn(address) : undefined, stop: async () => {} }
  }
  note(`Nothing answers at ${url}, so a Worker is started for this call; npm start keeps one.`)
  // It brings all of Discord's schemas, which a call to a running Worker does without.
  const { bootRegistry } = await import('../boot.ts')
  const registry = await bootRegistry(keys, { port: await freePort() })
  return { url: registry.url, standIn: openStandIn(registry.discordUrl), stop: registry.stop }
}

// Without a listener a signal would end us at once, and leave the Worker behind: on 'exit' it is ended with us.
for (const [signal, code] of [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code))

try {
  if (!(await chat())) process.exitCode = 1
} catch (error) {
  explain(error)
  process.exitCode = 1
}
