// Checks that a request is from Discord: Ed25519 over timestamp and raw body (Discord, "Interactions: Security and
// Authorization"; RFC 8032). The body is parsed only afterwards.

/** The largest difference between the clocks, which limits the use of a recorded request. */
const REPLAY_WINDOW_S = 5 * 60

const imported = new Map<string, CryptoKey>()

/** Imports a key once an isolate. Keeps no promise of it: that of a cancelled request never settles. */
async function importKey(hex: string): Promise<CryptoKey> {
  const existing = imported.get(hex)
  if (existing) return existing
  const key = await crypto.subtle.importKey('raw', fromHex(hex, 32), 'Ed25519', false, ['verify'])
  imported.set(hex, key)
  return key
}

/** The bytes of a hex string; empty if it is not hex of exactly this length. */
function fromHex(hex: string, bytes: number): Uint8Array<ArrayBuffer> {
  if (hex.length !== bytes * 2 || !/^[0-9a-f]*$/i.test(hex)) return new Uint8Array()
  return Uint8Array.from({ length: bytes }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16))
}

/** The keys (64 hexadecimal digits) of a comma-separated setting. Other values are only counted: they may be secrets. */
export function readPublicKeys(setting: string | undefined): { keys: string[]; malformed: number } {
  const parts = (setting ?? '').split(',').map((part) => part.trim())
  const values = parts.filter((part) => part !== '')
  const keys = values.filter((part) => fromHex(part, 32).length > 0)
  return { keys, malformed: values.length - keys.length }
}

export interface SignedRequest {
  readonly body: Uint8Array<ArrayBuffer>
  readonly signature: string | undefined
  readonly timestamp: string | undefined
}

/** Whether one of the keys made the signature, within the replay window. `now` is in milliseconds. */
export async function isSigned(
  signed: SignedRequest,
  publicKeys: readonly string[],
  now: number,
): Promise<boolean> {
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
