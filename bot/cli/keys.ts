// The key pair of the stand-in Discord: it signs what it sends, and the local Worker is started with its public key.

import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Keys {
  /** 32 bytes in hex, as in DISCORD_PUBLIC_KEY. */
  readonly publicKey: string
  /** The signature in hex; Discord signs the timestamp followed by the raw body. */
  sign(text: string): string
}

/** Files that `npm start` and `npm run chat` share, out of version control. */
export const HOME = join(import.meta.dirname, '../../.local')

/** Made on the first run, read on every later one. */
export function localKeys(directory: string = HOME): Keys {
  const file = join(directory, 'discord-private-key')
  mkdirSync(directory, { recursive: true })
  try {
    // Fails if the file exists, so two first runs at once use one key.
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const seed = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(seed))
    throw new Error(`${file} holds no key: 64 hex digits. Delete it, and the next run makes a new one.`)
  return keysOf(seed)
}

/** The headers of a signed JSON body for the Worker (interactions/overview, "Security and Authorization"). */
export function signedHeaders(sign: Keys['sign'], body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  return {
    'content-type': 'application/json',
    'x-signature-ed25519': sign(timestamp + body),
    'x-signature-timestamp': timestamp,
  }
}

/** DER before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410, section 7): Node reads no bare seed. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** From a private key of RFC 8032: 32 bytes, in hex. */
export function keysOf(seed: string): Keys {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8, Buffer.from(seed, 'hex')]),
    format: 'der',
    type: 'pkcs8',
  })
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (x === undefined) throw new Error('An Ed25519 key in JWK has an x (RFC 8037).')
  return {
    publicKey: Buffer.from(x, 'base64url').toString('hex'),
    sign: (text) => sign(null, Buffer.from(text), key).toString('hex'),
  }
}
