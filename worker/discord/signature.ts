// Whether a request is Discord's: Ed25519 over timestamp and raw body (Discord, "Interactions: Security and
// Authorization"; RFC 8032). Checked before anything of the body is read.

/** A request may be this old, or its clock this far ahead: after that a copy of it is worth nothing. */
const REPLAY_WINDOW_S = 5 * 60

const imported = new Map<string, CryptoKey>()

/** The key, imported once an isolate. Kept when it is there, not while it comes: a promise of a cancelled request never settles. */
async function importKey(hex: string): Promise<CryptoKey> {
  const known = imported.get(hex)
  if (known) return known
  const key = await crypto.subtle.importKey('raw', fromHex(hex, 32), 'Ed25519', false, ['verify'])
  imported.set(hex, key)
  return key
}

/** The bytes of a hex string of just that many bytes; none where it is anything else. */
function fromHex(hex: string, bytes: number): Uint8Array<ArrayBuffer> {
  if (hex.length !== bytes * 2 || !/^[0-9a-f]*$/i.test(hex)) return new Uint8Array()
  return Uint8Array.from({ length: bytes }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16))
}

/** The keys of a comma-separated setting. What is no key (64 hexadecimal digits) opens nothing, and is only counted: it may be a secret. */
export function readPublicKeys(setting: string | undefined): { keys: string[]; malformed: number } {
  const parts = (setting ?? '').split(',').map((part) => part.trim())
  const given = parts.filter((part) => part !== '')
  const keys = given.filter((part) => fromHex(part, 32).length > 0)
  return { keys, malformed: given.length - keys.length }
}

export interface Signed {
  readonly body: Uint8Array<ArrayBuffer>
  readonly signature: string | undefined
  readonly timestamp: string | undefined
}

/** Whether one of the keys made the signature, and lately. `now` in milliseconds. */
export async function isSigned(signed: Signed, publicKeys: readonly string[], now: number): Promise<boolean> {
  const { body, timestamp = '' } = signed
  const signature = fromHex(signed.signature ?? '', 64)
  if (signature.length === 0 || !/^\d{1,12}$/.test(timestamp)) return false
  if (Math.abs(now / 1000 - Number(timestamp)) > REPLAY_WINDOW_S) return false
  const stamp = new TextEncoder().encode(timestamp)
  const message = new Uint8Array(stamp.length + body.length)
  message.set(stamp)
  message.set(body, stamp.length)
  for (const hex of publicKeys) {
    if (await crypto.subtle.verify('Ed25519', await importKey(hex), signature, message)) return true
  }
  return false
}
