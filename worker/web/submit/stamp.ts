// What a form carries so that it is sent once, by a person: a key, when it was made, and our signature under both. A
// form that is sent in an instant was filled in by a program; and a program has to fetch one for each submission, since a
// key is good for one. Without SESSION_SECRET there is no signature: then both are believed as they come back, and only
// programs that do not know this form are kept out.

/** Faster than that nobody reads, let alone writes. */
const LEAST_MS = 3000
const MOST_MS = 24 * 60 * 60 * 1000

const STAMP = /^([0-9a-f-]{36})\.(\d{1,15})\.([\w-]*)$/

export async function newStamp(secret: string | undefined, now: number): Promise<string> {
  const stated = `${crypto.randomUUID()}.${now}`
  return `${stated}.${await signatureOf(secret, stated)}`
}

/** The key that a form is sent under; or why it is not taken, and the stamp to send it again with. */
export type Stamped =
  | { readonly key: string; readonly stamp: string }
  | { readonly problem: string; readonly stamp: string }

export async function readStamp(secret: string | undefined, stamp: string, now: number): Promise<Stamped> {
  const [, key = '', made = '', signature = ''] = STAMP.exec(stamp) ?? []
  const isOurs = key !== '' && (await isSigned(secret, `${key}.${made}`, signature))
  const age = now - Number(made)
  if (!isOurs || age > MOST_MS)
    return {
      problem:
        'This form was open for more than a day, or is not as we made it. It is all still here: look it over and send it again.',
      stamp: await newStamp(secret, now),
    }
  if (age < LEAST_MS)
    return {
      problem: 'That was faster than anyone can type. It is all still here: please send it again.',
      stamp,
    }
  return { key, stamp }
}

const bytes = (text: string) => new TextEncoder().encode(text)

/** The same secret signs other things: the first word tells them apart. */
const signed = (stated: string) => bytes(`form ${stated}`)

const keyOf = (secret: string) =>
  crypto.subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])

async function signatureOf(secret: string | undefined, stated: string): Promise<string> {
  if (!secret) return ''
  const signature = await crypto.subtle.sign('HMAC', await keyOf(secret), signed(stated))
  return btoa(String.fromCharCode(...new Uint8Array(signature)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** In constant time, which `verify` takes care of. */
async function isSigned(secret: string | undefined, stated: string, signature: string): Promise<boolean> {
  if (!secret) return true
  const base64 = signature.replaceAll('-', '+').replaceAll('_', '/')
  // SHA-256 in base64 without its padding.
  if (base64.length !== 43) return false
  const given = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))
  return crypto.subtle.verify('HMAC', await keyOf(secret), given, signed(stated))
}
