// Settings of a command from the environment.

import { Failure } from './failure.ts'

export interface Setting {
  /** In words, for a person who has to set it. */
  readonly is: string
  readonly shape: RegExp
  /** Without one the setting is required. */
  readonly default?: string
}

/** A URL that ends in the version of Discord's API. Without https only on this machine: the token goes there. */
export const DISCORD_API_URL: Setting = {
  is: 'an address that ends in a version, such as https://discord.com/api/v10; without https only on this machine',
  shape: /^(https:\/\/[^\s/]|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])\S*\/v\d+\/?$/,
  default: 'https://discord.com/api/v10',
}

/** Any other character would make fetch fail with an error that repeats the token. */
export const DISCORD_BOT_TOKEN: Setting = {
  is: "the bot's token alone; https://discord.com/developers/applications makes one, under Bot",
  shape: /^[\w.-]+$/,
}

/** @throws Failure that names every missing or malformed setting; it repeats no value, which may be a secret. */
export function readSettings<Name extends string>(
  env: Readonly<Record<string, string | undefined>>,
  settings: Readonly<Record<Name, Setting>>,
): Readonly<Record<Name, string>> {
  const entries = Object.entries<Setting>(settings).map(
    ([name, setting]) => [name, env[name]?.trim() || (setting.default ?? ''), setting] as const,
  )
  const wrong = entries.flatMap(([name, value, { is, shape }]) =>
    shape.test(value) ? [] : [`${name} is ${value === '' ? 'missing' : 'malformed'}. It is ${is}.`],
  )
  if (wrong.length > 0) throw new Failure(wrong.join('\n'))
  return asRecord<Name>(entries.map(([name, value]) => [name, value]))
}

/** The entries are those of a record by these names. */
const asRecord = <Name extends string>(entries: (readonly [string, string])[]) =>
  Object.fromEntries(entries) as Record<Name, string>
