// npm run bot:register: publishes the commands. Run it after a change to a declaration, and in CI with --dry-run.

import { COLOUR, PLAIN, type Style, showsColour } from '../cli/colours.ts'
import { explain } from '../cli/failure.ts'
import { refuseKeptByNpm } from '../cli/npm-flags.ts'
import { DECLARATIONS } from '../commands/index.ts'
import { parseFlags, USAGE } from './flags.ts'
import { settingsFrom } from './settings.ts'

const ink = showsColour(process.stdout) ? COLOUR : PLAIN
const STYLES: Readonly<Record<string, readonly Style[]>> = {
  '+ ': ['green'],
  '- ': ['red'],
  '~ ': ['yellow'],
}

try {
  refuseKeptByNpm(['dry-run', 'guild', 'endpoint'], process.env)
  const flags = parseFlags(process.argv.slice(2))
  if (flags.help) console.log(USAGE)
  else {
    // Imports discord.js, which takes a moment: a mistyped flag fails before.
    const { register } = await import('./register.ts')
    process.exitCode = await register(flags, {
      declared: DECLARATIONS,
      settings: () => settingsFrom(process.env),
      print: (text) => console.log(ink([{ text, styles: STYLES[text.slice(0, 2)] ?? [] }])),
      note: console.error,
    })
  }
} catch (error) {
  explain(error)
  process.exitCode = 1
}
