import { readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'

/** A text is what the golden file says, to the byte. `UPDATE_GOLDEN=1` writes the file anew: read the difference. */
export function expectGolden(file: string, text: string): void {
  const path = `${import.meta.dirname}/golden/${file}`
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text)
  expect(text).toBe(readFileSync(path, 'utf8'))
}
