/** FNV-1a with 128 bits (draft-eastlake-fnv, sections 2 and 5). */
const BASIS = 0x6c62272e07bb014262b821756295c58dn
const PRIME = 0x0000000001000000000000000000013bn

/** A 128-bit hash that is not secret: anyone can construct a text with a chosen fingerprint. */
export function fingerprint(text: string): bigint {
  return new TextEncoder()
    .encode(text)
    .reduce((hash, byte) => BigInt.asUintN(128, (hash ^ BigInt(byte)) * PRIME), BASIS)
}

/** A permanent identifier for a text: a UUID made of its fingerprint, as version 8 allows (RFC 9562, 5.8). */
export function uuidUrn(text: string): string {
  const hex = fingerprint(text).toString(16).padStart(32, '0')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ]
  return `urn:uuid:${parts.join('-')}`
}
