// What the relay is told by its environment. Whatever is wrong with it is said in a sentence that shows no secret.

import { randomBytes } from 'node:crypto'
import { Failure } from '../cli/failure.ts'
import { type Keys, keysOf } from '../cli/keys.ts'

export interface Settings {
  /** Without a slash at its end. */
  readonly workerUrl: string
  readonly keys: Keys
  readonly botToken: string
  /** Discord's API, without its version. */
  readonly api: string
}

/** The version of Discord's API and gateway that is spoken here. */
export const VERSION = '10'

const NAMES = ['WORKER_URL', 'RELAY_PRIVATE_KEY', 'DISCORD_BOT_TOKEN', 'DISCORD_API_URL'] as const
type Name = (typeof NAMES)[number]

const SHAPES: { readonly [Each in Name]: { readonly is: string; readonly shape: RegExp } } = {
  WORKER_URL: {
    is: 'the address of the Worker, as https://registry.example',
    shape: /^https?:\/\/[^\s/]\S*$/,
  },
  RELAY_PRIVATE_KEY: {
    is: '64 hexadecimal digits; npm run bot:gateway -- --new-key makes them',
    shape: /^[0-9a-f]{64}$/i,
  },
  DISCORD_BOT_TOKEN: {
    is: "the bot's token; Discord's developer portal makes one, under Bot",
    shape: /^[\w.-]+$/,
  },
  DISCORD_API_URL: {
    is: `an address that ends in /v${VERSION}, by itself https://discord.com/api/v${VERSION}; without https only on this machine`,
    shape: new RegExp(`^(https://[^\\s/]|http://(localhost|127\\.0\\.0\\.1)[:/])\\S*/v${VERSION}/?$`),
  },
}

/** The failure names everything that is missing or malformed. */
export function settingsFrom(env: NodeJS.ProcessEnv): Settings {
  const given: { readonly [Each in Name]: string } = {
    WORKER_URL: '',
    RELAY_PRIVATE_KEY: '',
    DISCORD_BOT_TOKEN: '',
    DISCORD_API_URL: `https://discord.com/api/v${VERSION}`,
    ...Object.fromEntries(NAMES.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : []))),
  }
  const wrong = NAMES.filter((name) => !SHAPES[name].shape.test(given[name])).map(
    (name) =>
      `${name} is ${given[name] === '' ? 'missing' : 'not what it has to be'}. It is ${SHAPES[name].is}.`,
  )
  if (wrong.length > 0) throw new Failure(wrong.join('\n'))
  return {
    workerUrl: given.WORKER_URL.replace(/\/+$/, ''),
    keys: keysOf(given.RELAY_PRIVATE_KEY),
    botToken: given.DISCORD_BOT_TOKEN,
    api: given.DISCORD_API_URL.replace(/\/v\d+\/?$/, ''),
  }
}

/** A new pair of keys, as it is told to whoever asks for one. */
export function newKey(): string {
  const seed = randomBytes(32).toString('hex')
  return `RELAY_PRIVATE_KEY=${seed}

is a new private key, shown this once: keep it secret, since with it one speaks to the Worker as Discord does.
Its public key goes into the Worker's setting DISCORD_PUBLIC_KEY, after what is there and a comma:

${keysOf(seed).publicKey}`
}
