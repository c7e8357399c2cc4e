import { readFileSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'

/** Compares with a golden file as it is on disk, to the byte; with UPDATE_GOLDEN=1 writes it first. */
export function expectGolden(file: string, text: string): void {
  const path = `${import.meta.dirname}/golden/${file}`
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text)
  expect(text).toBe(readFileSync(path, 'utf8'))
}
