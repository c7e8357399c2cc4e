// Texts kept on disk to be compared, byte by byte.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

/**
 * A text is what the file says: one in `golden/`, or one named from there. `UPDATE_GOLDEN=1` writes it instead, to be
 * read through in the diff.
 */
export function expectGolden(file: string, text: string): void {
  const path = join(import.meta.dirname, 'golden', file)
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text)
  expect(text).toBe(readFileSync(path, 'utf8'))
}
