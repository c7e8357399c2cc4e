// What `npm run chat` is asked on its command line: who one is, and what to do, in the order given.

import { parseArgs } from 'node:util'
import { Failure } from '../../../bot/cli/failure.ts'
import { LANGUAGES } from '../../../bot/languages/index.ts'
import { type Person, VISITOR } from '../../discord/protocol/people.ts'
import { CHANNELS, type ChannelName, PERSON_OF } from '../../discord/protocol/roles.ts'
import type { Filled } from './filling.ts'

export type Step =
  | { readonly kind: 'say'; readonly line: string }
  | { readonly kind: 'enter'; readonly channel: ChannelName }
  | { readonly kind: 'click'; readonly label: string }
  | { readonly kind: 'fill'; readonly fields: readonly Filled[] }

export interface ChatFlags {
  readonly person: Person
  /** The language of Discord, for them and their server, as its tag there. */
  readonly locale?: string | undefined
  readonly json: boolean
  readonly help: boolean
  /** In the order of the command line. */
  readonly steps: readonly Step[]
}

const FLAGS = [
  { name: 'as', value: 'who', help: 'visitor (as usual), second (another visitor) or maintainer' },
  {
    name: 'language',
    value: 'tag',
    help: `your language and the server’s: ${Object.keys(LANGUAGES).join(' or ')}`,
  },
  { name: 'channel', value: 'name', help: 'go to general, review or dm (your direct messages), and read' },
  { name: 'click', value: 'label', help: 'click a button, or pick from a list, on the newest that has it' },
  {
    name: 'fill',
    value: 'field=text',
    help: 'fill in the form that opened; commas part several choices; of a file, its path',
  },
  { name: 'json', help: 'print the raw answers' },
  { name: 'help', help: 'print this' },
] as const satisfies readonly { name: string; value?: string; help: string }[]

const shape = (flag: (typeof FLAGS)[number]) =>
  `  --${'value' in flag ? `${flag.name} ${flag.value}` : flag.name}`

export const USAGE = [
  'npm run chat -- ["/command option:value"] [flags]',
  '',
  ...FLAGS.map((flag) => `${shape(flag).padEnd(22)}${flag.help}`),
  '',
  'Things happen in the order given; fields that follow each other go into one form.',
].join('\n')

export function parseFlags(args: readonly string[]): ChatFlags {
  const { tokens } = understood(args)
  const steps: Step[] = []
  let person = VISITOR
  let locale: string | undefined
  let json = false
  let help = false
  for (const token of tokens) {
    const last = steps.at(-1)
    if (token.kind === 'positional') {
      // An unquoted line arrives in words.
      const at = steps.findIndex(({ kind }) => kind === 'say')
      const begun = steps[at]
      if (begun?.kind === 'say') steps[at] = { kind: 'say', line: `${begun.line} ${token.value}` }
      else steps.push({ kind: 'say', line: token.value })
    }
    if (token.kind !== 'option') continue
    const value = token.value ?? ''
    if (token.name === 'as') person = oneOf('as', value, PERSON_OF)
    else if (token.name === 'language') locale = oneOf('language', value, LANGUAGES).locales[0]
    else if (token.name === 'channel')
      steps.push({ kind: 'enter', channel: oneOf('channel', value, CHANNEL_TABLE) })
    else if (token.name === 'click') steps.push({ kind: 'click', label: value })
    else if (token.name === 'fill') {
      if (last?.kind === 'fill') steps[steps.length - 1] = { ...last, fields: [...last.fields, field(value)] }
      else steps.push({ kind: 'fill', fields: [field(value)] })
    } else if (token.name === 'json') json = true
    else help = true
  }
  return { person, locale, json, help, steps }
}

const CHANNEL_TABLE: { readonly [name: string]: ChannelName } = Object.fromEntries(
  CHANNELS.map((name) => [name, name]),
)

function understood(args: readonly string[]) {
  const options = Object.fromEntries(
    FLAGS.map((flag) => [
      flag.name,
      'value' in flag ? { type: 'string' as const, multiple: true } : { type: 'boolean' as const },
    ]),
  )
  try {
    return parseArgs({ args: [...args], allowPositionals: true, tokens: true, options })
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
  }
}

function oneOf<Value>(flag: string, name: string, table: { readonly [name: string]: Value }): Value {
  const found = Object.hasOwn(table, name) ? table[name] : undefined
  if (found === undefined)
    throw new Failure(
      `--${flag} is one of ${Object.keys(table).join(', ')}, and not ${JSON.stringify(name)}.`,
    )
  return found
}

function field(text: string): Filled {
  const [, name = '', value = ''] = /^([^=]+)=([\s\S]*)$/.exec(text) ?? []
  if (!name.trim()) throw new Failure(`--fill wants field=text, and not ${JSON.stringify(text)}.`)
  return { name: name.trim(), text: value }
}
