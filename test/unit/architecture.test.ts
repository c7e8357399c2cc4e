// The rooms of the house and the one way in which imports point, read from the sources.

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(schema|bot|worker)\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts'))

interface Import {
  readonly file: string
  readonly from: string
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*(?:\{[^}]*\}[^'"\n;]*)?from\s+['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g

const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, named, bare]) => ({
    file,
    from: named ?? bare ?? '',
  })),
)

/** Our own imports, as the path of the file imported. */
const ours = imports
  .filter(({ from }) => from.startsWith('.'))
  .map(({ file, from }) => ({ file, from: normalize(join(dirname(file), from)) }))

const inside =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(folder))

/** The imports out of some files into others, as `from -> to`; none is wanted. */
const arrows = (from: (path: string) => boolean, to: (path: string) => boolean) =>
  ours
    .filter(({ file, from: target }) => from(file) && to(target))
    .map(({ file, from: target }) => `${file} -> ${target}`)

/** The files that import a package, or a part of it. */
const users = (name: string) => [
  ...new Set(
    imports.filter(({ from }) => from === name || from.startsWith(`${name}/`)).map(({ file }) => file),
  ),
]

describe('the sources', () => {
  it('are read, imports and all', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(ours).toContainEqual({ file: 'worker/app.ts', from: 'worker/registry/index.ts' })
    expect(ours).toContainEqual({
      file: 'worker/registry/resources/lists/search.ts',
      from: 'worker/domain/search/query.ts',
    })
    expect(ours).toContainEqual({ file: 'worker/web/docs/index.tsx', from: 'worker/web/page.tsx' })
  })
})

describe('imports point one way', () => {
  it('schema imports nothing of ours', () => {
    expect(arrows(inside('schema/'), (target) => !target.startsWith('schema/'))).toEqual([])
  })

  it('the bot knows the schema, never the worker', () => {
    expect(arrows(inside('bot/'), inside('worker/'))).toEqual([])
  })

  it.each([
    ['domain', ['formats', 'registry', 'http', 'discord', 'api', 'web', 'jobs', 'cli', 'app.ts', 'index.ts']],
    ['formats', ['registry', 'http', 'discord', 'api', 'web', 'jobs', 'cli', 'app.ts', 'index.ts']],
    ['registry', ['http', 'discord', 'api', 'web', 'jobs', 'cli', 'app.ts', 'index.ts']],
    ['http', ['discord', 'api', 'web', 'jobs', 'cli', 'app.ts', 'index.ts']],
    ['discord', ['api', 'web', 'jobs', 'cli', 'app.ts', 'index.ts']],
    ['api', ['discord', 'web', 'jobs', 'cli', 'app.ts', 'index.ts']],
    ['web', ['discord', 'api', 'jobs', 'cli', 'app.ts', 'index.ts']],
    ['jobs', ['discord', 'api', 'web', 'cli', 'app.ts', 'index.ts']],
    ['app.ts', ['index.ts']],
  ])('worker/%s imports nothing that is above or beside it', (room, above) => {
    expect(arrows(inside(`worker/${room}`), inside(...above.map((other) => `worker/${other}`)))).toEqual([])
  })

  it('the domain and the formats know no platform', () => {
    const pure = (file: string) => inside('worker/domain/', 'worker/formats/')(file)
    const packages = imports.filter(
      ({ file, from }) => pure(file) && !from.startsWith('.') && from !== 'zod/mini',
    )
    expect(packages).toEqual([])
  })

  it('the cards and commands run in the Worker: no Node, no discord.js', () => {
    const inNode = inside('bot/cli/', 'bot/register/', 'bot/gateway/')
    const shipped = (file: string) => file.startsWith('bot/') && !inNode(file)
    expect(arrows(shipped, inNode)).toEqual([])
    const node = imports.filter(({ file, from }) => shipped(file) && from.startsWith('node:'))
    expect(node).toEqual([])
  })

  it('the product knows no test equipment', () => {
    expect(arrows(() => true, inside('test/'))).toEqual([])
  })
})

describe('a package is used in its room alone', () => {
  it.each([
    [
      'hono',
      inside(
        'worker/app.ts',
        'worker/env.ts',
        'worker/http/',
        'worker/api/',
        'worker/web/',
        'worker/discord/',
      ),
    ],
    ['drizzle-orm', inside('schema/tables.ts', 'worker/registry/')],
    ['discord.js', inside('bot/register/', 'bot/gateway/')],
    ['wrangler', inside('worker/cli/')],
  ])('%s', (name, room) => {
    expect(users(name).filter((file) => !room(file))).toEqual([])
  })

  it('zod is its small form', () => {
    expect(imports.filter(({ from }) => /^zod(?!\/mini)/.test(from)).map(({ file }) => file)).toEqual([])
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
