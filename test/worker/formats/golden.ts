// Texts kept on disk to be compared, byte by byte.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

/**
 * The text is that of the file: one in `golden/`, or one named from there. `UPDATE_GOLDEN=1` writes it instead, to be
 * read through in the diff.
 */
export function expectGolden(text: string, file: string): void {
  const path = join(import.meta.dirname, 'golden', file)
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text)
  expect(text).toBe(readFileSync(path, 'utf8'))
}
