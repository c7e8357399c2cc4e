import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keysOf, localKeys } from '../../../../bot/cli/keys.ts'

let home: string
beforeEach(() => {
  home = join(mkdtempSync(join(tmpdir(), 'keys-')), 'not-there-yet')
})
afterEach(() => rmSync(join(home, '..'), { recursive: true }))

const verifies = async (publicKey: string, signature: string, text: string) => {
  const key = await crypto.subtle.importKey('raw', Buffer.from(publicKey, 'hex'), 'Ed25519', false, [
    'verify',
  ])
  return crypto.subtle.verify('Ed25519', key, Buffer.from(signature, 'hex'), new TextEncoder().encode(text))
}

describe('the local keys', () => {
  it('are 32 bytes, and what they sign is verified as a Worker does it', async () => {
    const keys = localKeys(home)
    expect(keys.publicKey).toMatch(/^[0-9a-f]{64}$/)
    const signature = keys.sign('1700000000{"type":1,"name":"Ω"}')
    expect(signature).toMatch(/^[0-9a-f]{128}$/)
    expect(await verifies(keys.publicKey, signature, '1700000000{"type":1,"name":"Ω"}')).toBe(true)
    expect(await verifies(keys.publicKey, signature, '1700000001{"type":1,"name":"Ω"}')).toBe(false)
  })

  it('are made once, and readable by nobody else', () => {
    expect(localKeys(home).publicKey).toBe(localKeys(home).publicKey)
    const [file = ''] = readdirSync(home)
    expect(statSync(join(home, file)).mode & 0o777).toBe(0o600)
  })

  it('say so when their file holds something else', () => {
    localKeys(home)
    const file = join(home, 'discord-private-key')
    writeFileSync(file, 'hello')
    expect(() => localKeys(home)).toThrow(`${file} holds no key: 64 hex digits.`)
  })
})

it('a seed yields the key and signature of RFC 8032, test 2', () => {
  const keys = keysOf('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')
  expect(keys.publicKey).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c')
  expect(keys.sign('r')).toBe(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  )
})
