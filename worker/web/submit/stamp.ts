// The stamp of a form: an idempotency key, the time of issue, and a signature of both. It keeps a form from being sent
// twice, refuses forms that are sent faster than a person types, and makes programs fetch a form for each submission.
// Without SESSION_SECRET there is no signature, and a stamp is believed as it comes back.

/** Nobody fills in a form faster. */
const MIN_AGE_MS = 3000
const MAX_AGE_MS = 24 * 60 * 60 * 1000

const STAMP = /^([0-9a-f-]{36})\.(\d{1,15})\.([\w-]*)$/

export async function newStamp(secret: string | undefined, now: number): Promise<string> {
  const payload = `${crypto.randomUUID()}.${now}`
  return `${payload}.${await signatureOf(secret, payload)}`
}

/** The key to send the form under; or why it is refused, and the stamp for the next attempt. */
export type StampCheck =
  | { readonly key: string; readonly stamp: string }
  | { readonly problem: string; readonly stamp: string }

export async function readStamp(secret: string | undefined, stamp: string, now: number): Promise<StampCheck> {
  const [, key = '', made = '', signature = ''] = STAMP.exec(stamp) ?? []
  const isOurs = key !== '' && (await isSigned(secret, `${key}.${made}`, signature))
  const age = now - Number(made)
  if (!isOurs || age > MAX_AGE_MS)
    return {
      problem:
        'This form was open for more than a day. Your entries are still here: check them and send it again.',
      stamp: await newStamp(secret, now),
    }
  if (age < MIN_AGE_MS)
    return {
      problem: 'That was faster than anyone can type. Your entries are still here: please send it again.',
      stamp,
    }
  return { key, stamp }
}

const bytes = (text: string) => new TextEncoder().encode(text)

/** The prefix keeps these signatures apart from others made with the same secret. */
const signedBytes = (payload: string) => bytes(`form ${payload}`)

const keyOf = (secret: string) =>
  crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])

async function signatureOf(secret: string | undefined, payload: string): Promise<string> {
  if (!secret) return ''
  const signature = await crypto.subtle.sign('HMAC', await keyOf(secret), signedBytes(payload))
  return btoa(String.fromCharCode(...new Uint8Array(signature)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** `verify` compares in constant time. */
async function isSigned(secret: string | undefined, payload: string, signature: string): Promise<boolean> {
  if (!secret) return true
  const base64 = signature.replaceAll('-', '+').replaceAll('_', '/')
  // The length of SHA-256 in base64 without padding.
  if (base64.length !== 43) return false
  const decoded = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))
  return crypto.subtle.verify('HMAC', await keyOf(secret), decoded, signedBytes(payload))
}
