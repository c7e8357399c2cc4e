import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  capability,
  isCapability,
  parseReferenceCode,
  referenceCode,
} from '../../../worker/domain/intake/reference-code.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

describe('a reference', () => {
  it('is an S and five digits that cannot be mistaken for one another', () => {
    expect(referenceCode(Uint8Array.of(7, 23, 4, 19, 2))).toBe('S-7Q4K2')
    expect(referenceCode(Uint8Array.of(0, 31, 32, 255, 18))).toBe('S-0Z0ZJ')
    fc.assert(fc.property(bytes(5), (some) => /^S-[0-9A-HJKMNP-TV-Z]{5}$/.test(referenceCode(some))))
  })

  it('takes five bytes', () => {
    expect(() => referenceCode(new Uint8Array(4))).toThrow(RangeError)
  })

  it.each([
    ['S-7Q4K2', 'S-7Q4K2'],
    ['s-7q4k2', 'S-7Q4K2'],
    ['7q4k2', 'S-7Q4K2'],
    ['S7Q4K2', 'S-7Q4K2'],
    ['  s – 7Q4 K2 ', 'S-7Q4K2'],
    ['S-IlLoO', 'S-11100'],
    ['S0S0S', 'S-S0S0S'],
    ['SS0S0S', 'S-S0S0S'],
  ])('typed as %j is %s', (typed, code) => {
    expect(parseReferenceCode(typed)).toBe(code)
  })

  it.each([
    '',
    'S-',
    'S-7Q4K',
    'S-7Q4K22',
    'T-7Q4K2',
    'S-7Q4KU',
    'S-7Q4Kſ',
    'S-7Q4Kı',
    'pocus ultrasound',
  ])('is not %j', (typed) => {
    expect(parseReferenceCode(typed)).toBeUndefined()
  })

  it('is read back however it is spaced and cased', () => {
    fc.assert(
      fc.property(bytes(5), fc.boolean(), fc.boolean(), (some, lower, bare) => {
        const code = referenceCode(some)
        const spaced = [...(bare ? code.slice(2) : code)].join(' ')
        expect(parseReferenceCode(lower ? spaced.toLowerCase() : spaced)).toBe(code)
      }),
    )
  })
})

describe('a capability', () => {
  it('is 26 lower-case digits, all the bits and no more', () => {
    expect(capability(new Uint8Array(16))).toBe('0'.repeat(26))
    expect(capability(new Uint8Array(16).fill(255))).toBe(`7${'z'.repeat(25)}`)
    fc.assert(
      fc.property(bytes(16), (some) => {
        const text = capability(some)
        expect(isCapability(text)).toBe(true)
        const values = [...text.toUpperCase()].map((digit) =>
          '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(digit),
        )
        const number = values.reduce((sum, value) => sum * 32n + BigInt(value), 0n)
        expect(number.toString(16).padStart(32, '0')).toBe(Buffer.from(some).toString('hex'))
      }),
    )
  })

  it.each([15, 17])('takes sixteen bytes, not %d', (length) => {
    expect(() => capability(new Uint8Array(length))).toThrow(RangeError)
  })

  it.each([
    '',
    '0'.repeat(25),
    '0'.repeat(27),
    `8${'0'.repeat(25)}`,
    `${'0'.repeat(25)}A`,
    `${'0'.repeat(25)}u`,
    `${'0'.repeat(26)}\n`,
  ])('is not %j', (text) => {
    expect(isCapability(text)).toBe(false)
  })
})
