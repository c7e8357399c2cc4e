// Settings of the relay.

import { randomBytes } from 'node:crypto'
import { type Keys, keysOf } from '../cli/keys.ts'
import { DISCORD_API_URL, DISCORD_BOT_TOKEN, readSettings } from '../cli/settings.ts'

export interface Settings {
  /** Without a slash at its end. */
  readonly workerUrl: string
  readonly keys: Keys
  readonly botToken: string
  /** Discord's API, without its version. */
  readonly api: string
}

/** The version of Discord's API and gateway. */
export const VERSION = '10'

const SETTINGS = {
  WORKER_URL: {
    is: 'the address of the Worker, as https://registry.example',
    shape: /^https?:\/\/[^\s/]\S*$/,
  },
  RELAY_PRIVATE_KEY: {
    is: '64 hexadecimal digits; npm run bot:gateway -- --new-key makes them',
    shape: /^[0-9a-f]{64}$/i,
  },
  DISCORD_BOT_TOKEN,
  DISCORD_API_URL: {
    ...DISCORD_API_URL,
    is: `an address that ends in /v${VERSION}; without https only on this machine`,
    shape: /^(https:\/\/[^\s/]|http:\/\/(localhost|127\.0\.0\.1)[:/])\S*\/v10\/?$/,
  },
}

export function settingsFrom(env: NodeJS.ProcessEnv): Settings {
  const read = readSettings(env, SETTINGS)
  return {
    workerUrl: read.WORKER_URL.replace(/\/+$/, ''),
    keys: keysOf(read.RELAY_PRIVATE_KEY),
    botToken: read.DISCORD_BOT_TOKEN,
    api: read.DISCORD_API_URL.replace(/\/v\d+\/?$/, ''),
  }
}

/** A new pair of keys, with what to do with each. */
export function newKey(): string {
  const seed = randomBytes(32).toString('hex')
  return `RELAY_PRIVATE_KEY=${seed}

is a new private key, shown only now. Keep it secret: it signs requests to the Worker as Discord does.
Append its public key to the Worker's setting DISCORD_PUBLIC_KEY, after a comma:

${keysOf(seed).publicKey}`
}
