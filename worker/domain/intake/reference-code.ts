// Two names for a submission: a short one to say aloud, and a secret one that opens it.

/** Douglas Crockford's base 32: no I, L, O, which look like digits, and no U, which makes words. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 5
const CODE = new RegExp(`^(?:S-?)?([${DIGITS}]{${CODE_LENGTH}})$`)

const CAPABILITY_BYTES = 16
/** 128 bits in 26 digits of 5: the first digit has only 3 of them. */
const CAPABILITY = new RegExp(`^[0-7][${DIGITS.toLowerCase()}]{25}$`)

/**
 * `S-7Q4K2`, from five random bytes, of each the last five bits: 33 million codes, so whoever draws one has to see
 * whether it is taken. It names a submission and opens nothing.
 */
export function referenceCode(bytes: Uint8Array): string {
  if (bytes.length < CODE_LENGTH) throw new RangeError(`a reference takes ${CODE_LENGTH} random bytes`)
  return `S-${[...bytes.subarray(0, CODE_LENGTH)].map((byte) => DIGITS[byte % 32]).join('')}`
}

/** The reference that someone typed, heard or copied; undefined where it is none. */
export function parseReferenceCode(typed: string): string | undefined {
  const digits = typed
    .replace(/\s/g, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
  const code = digits.match(CODE)?.[1]
  return code && `S-${code}`
}

/**
 * A 128-bit secret: who holds it may read, answer and withdraw a submission. Lower case and without punctuation, so
 * that one double click selects it and it stands in an address as it is.
 */
export function capability(bytes: Uint8Array): string {
  if (bytes.length !== CAPABILITY_BYTES)
    throw new RangeError(`a capability takes ${CAPABILITY_BYTES} random bytes`)
  let rest = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let digits = ''
  for (let i = 0; i < 26; i++) {
    digits = `${DIGITS[Number(rest & 31n)]}${digits}`
    rest >>= 5n
  }
  return digits.toLowerCase()
}

/** Whether a text has the form of a capability; it need not open anything. */
export function isCapability(text: string): boolean {
  return CAPABILITY.test(text)
}
