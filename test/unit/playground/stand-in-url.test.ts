import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noteAddress, notedAddress } from '../../playground/stand-in-url.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'notes-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('the address of a stand-in is found by the port of its Worker', () => {
  noteAddress(8787, 'http://127.0.0.1:4000', folder)
  expect(notedAddress(8787, folder)).toBe('http://127.0.0.1:4000')
  expect(notedAddress(8788, folder)).toBeUndefined()
})

it.each([
  // No system counts so far.
  ['of a process that is gone', { url: 'http://127.0.0.1:4000', pid: 2 ** 30 }],
  ['of something else', { port: 4000 }],
])('a note %s is none', (_, note) => {
  writeFileSync(join(folder, 'stand-in-9000.json'), JSON.stringify(note))
  expect(notedAddress(9000, folder)).toBeUndefined()
})
