import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Resource } from '../../../schema/record/resource.ts'
import { completeRecord } from '../../../schema/record/stored-record.ts'
import { Reference } from '../../../schema/record/works/reference.ts'
import { releaseMigration } from '../../../worker/cli/release/migration.ts'
import { type ReleaseFile, releasesUpTo } from '../../../worker/cli/release/release-file.ts'
import { RELEASE_3, SURVEY } from '../../support/release-files.ts'

const RELEASES = readdirSync('schema/survey')

/** A release after the survey's in which some of its records have changed. */
const withChanged = (items: ReleaseFile['items']): readonly ReleaseFile[] => [
  SURVEY,
  {
    ...RELEASE_3,
    items: [...SURVEY.items.filter(({ slug }) => items.every((item) => item.slug !== slug)), ...items],
  },
]

const changed = (slug: string, change: object = {}) => {
  const record = SURVEY.items.find((item) => item.slug === slug)
  if (!record) throw new Error(`The survey has no ${slug}.`)
  return { ...record, version: 2, updatedAt: '2026-01-01T00:00:00.000Z', ...change }
}

describe.each(RELEASES)('the release in %s', (name) => {
  const releases = releasesUpTo(`schema/survey/${name}`)
  const latest = releases.at(-1)

  it('is the migration that was made of it', () => {
    const migration = readdirSync('schema/migrations').find((file) =>
      file.endsWith(`_${name.replace('.json', '').replace('.', '_')}.sql`),
    )
    const sql = readFileSync(`schema/migrations/${migration}`, 'utf8')
    expect(`${releaseMigration(releases)}\n`).toBe(sql)
  })

  it('has records and references as the registry has them, with nothing besides', () => {
    for (const item of latest?.items ?? []) {
      const record = completeRecord(item)
      expect(Resource.parse(record)).toStrictEqual(record)
    }
    for (const reference of latest?.references ?? [])
      expect(Reference.parse(reference)).toStrictEqual(reference)
  })

  it('has every resource of the releases before it', () => {
    const slugs = latest?.items.map(({ slug }) => slug)
    for (const { items } of releases)
      expect(slugs).toEqual(expect.arrayContaining(items.map(({ slug }) => slug)))
  })
})

describe('a release', () => {
  it('has a statement no longer than D1 takes, 100,000 bytes', () => {
    const long = Array.from({ length: 20 }, () => 'x'.repeat(300))
    const items = SURVEY.items.map(({ slug }) => changed(slug, { formats: [], cautions: long.slice(0, 10) }))
    const many = Array.from({ length: 20 }, (_, i) =>
      items.map((item) => ({
        ...item,
        slug: `${item.slug}-${i}`,
        url: `https://made-up.org/${item.slug}/${i}`,
        version: 1,
      })),
    )
    const statements = releaseMigration(withChanged(many.flat())).split('--> statement-breakpoint')
    expect(statements.length).toBeGreaterThan(7)
    for (const statement of statements) expect(Buffer.byteLength(statement)).toBeLessThan(100_000)
  })

  it('changes what has another version, in the order in which it was changed', () => {
    const sql = releaseMigration(
      withChanged([changed('eurorad', { updatedAt: '2026-01-02T00:00:00.000Z' }), changed('cord-19')]),
    )
    const changes = [...sql.matchAll(/\((\d+), 'resource', '(\d+)', 2, 'corrected'/g)]
    expect(changes.map(([, sequence, id]) => [sequence, id])).toEqual([
      ['15', '2'],
      ['16', '13'],
    ])
  })

  it.each([
    ['skips a version', changed('eurorad', { version: 3 }), 'eurorad is at version 3, after one before it.'],
    [
      'begins with no first version',
      changed('eurorad', { slug: 'new', url: 'https://data.org/new' }),
      'new is at version 2, without one before it.',
    ],
    [
      'has an address twice',
      changed('eurorad', { url: 'https://coronacases.org/' }),
      'eurorad is at https://coronacases.org/, where another resource is.',
    ],
  ])('is refused where it %s', (_, record, sentence) => {
    expect(() => releaseMigration(withChanged([record]))).toThrow(sentence)
  })

  it('that is no file is refused', () => {
    expect(() => releasesUpTo('schema/survey/9.9.json')).toThrow('there is no such file')
  })
})
