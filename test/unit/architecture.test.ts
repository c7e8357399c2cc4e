// What lint (biome.json) does not hold of the sources: it has who may import what, and that there is no circle.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOMS = ['schema', 'bot', 'worker', 'test']

describe('a folder', () => {
  const folders = ROOMS.flatMap((room) =>
    readdirSync(room, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() && /\.tsx?$/.test(entry.name) ? [entry.parentPath] : [],
    ),
  )
  const sizes = Map.groupBy(folders, (folder) => folder)

  it('has at most 20 sources: with more it needs rooms', () => {
    expect([...sizes].filter(([, files]) => files.length > 20).map(([folder]) => folder)).toEqual([])
  })
})

describe('a migration', () => {
  const folder = 'schema/migrations'
  const migrations = readdirSync(folder).filter((file) => file.endsWith('.sql'))

  it('stays as it was when it was committed, since it may have been applied: CHECKSUMS has a line for each', () => {
    const checksum = (file: string) =>
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex')
    const lines = migrations.sort().map((file) => `${checksum(file)}  ${file}\n`)
    expect(lines.join('')).toBe(readFileSync(join(folder, 'CHECKSUMS'), 'utf8'))
  })

  it.each(migrations)('%s rebuilds no table: on D1 that deletes child rows', (file) => {
    expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(
      /DROP TABLE|__new_|ON DELETE CASCADE|foreign_keys/i,
    )
  })
})
