import { describe, expect, it } from 'vitest'
import { fingerprint, uuidUrn } from '../../../worker/domain/fingerprint.ts'

describe('a fingerprint', () => {
  it('is FNV-1a with 128 bits', () => {
    // The hash of nothing is its basis; that of "a" and of "foobar" as the algorithm's authors publish them.
    expect(fingerprint('').toString(16)).toBe('6c62272e07bb014262b821756295c58d')
    expect(fingerprint('a').toString(16)).toBe('d228cb696f1a8caf78912b704e4a8964')
    expect(fingerprint('foobar').toString(16)).toBe('343e1662793c64bf6f0d3597ba446f18')
  })

  it('is of the bytes in UTF-8', () => {
    expect(fingerprint('ü')).not.toBe(fingerprint('u'))
  })
})

describe('a UUID of a text', () => {
  it('is one of version 8', () => {
    expect(uuidUrn('')).toBe('urn:uuid:6c62272e-07bb-8142-a2b8-21756295c58d')
  })

  it('stays the same, and tells texts apart', () => {
    expect(uuidUrn('a')).toBe(uuidUrn('a'))
    expect(new Set(Array.from({ length: 1000 }, (_, i) => uuidUrn(`version ${i}`))).size).toBe(1000)
  })
})
