// What `npm run import` does, over the registry as the survey left it.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { sourcesFirst } from '../../../schema/record/lineage/sources-first.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { completeRecord } from '../../../schema/record/stored-record.ts'
import type { Actor } from '../../../schema/verbs/actor.ts'
import { readEntries } from '../../../worker/cli/entries.ts'
import { importEntry, type Report } from '../../../worker/cli/importing.ts'
import { Unreadable } from '../../../worker/cli/reading/unreadable.ts'
import type { ExportFormat } from '../../../worker/formats/catalogue.ts'
import { csv } from '../../../worker/formats/tables/csv.ts'
import { jsonExport } from '../../../worker/formats/tables/json.ts'
import { ndjson } from '../../../worker/formats/tables/ndjson.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { RELEASE_3 } from '../../support/release-files.ts'
import { ANNA, rows } from './submissions.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 10_000 })
let maintainer: Actor

beforeAll(async () => {
  if (ANNA.kind !== 'discord') return
  const { token } = await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
  maintainer = { kind: 'token', token }
})

async function imported(name: string, text: string, as?: Actor) {
  const reports: Report[] = []
  for (const entry of sourcesFirst(readEntries(name, text)))
    reports.push(await importEntry(registry, entry, as))
  const counted = (outcome: string) => reports.filter((report) => report.outcome === outcome).length
  return {
    reports,
    counts: [counted('added'), counted('corrected'), counted('unchanged'), counted('refused')],
  }
}

const release = (as?: Actor) => imported('3.0.json', JSON.stringify(RELEASE_3), as)

const listRecords = async (): Promise<readonly Resource[]> =>
  (await registry.listResources({ filter: {}, order: 'table', size: 100 })).items

const changesMade = async () =>
  (await rows<{ made: number }>('select count(*) as made from changes'))[0]?.made

async function written(format: ExportFormat): Promise<string> {
  const { items, asOf } = await registry.listResources({ filter: {}, order: 'table', size: 100 })
  const { head, row, tail } = format({ asOf, base: '', resources: items.length } as never)
  return [head(), ...items.map(row), tail()].join('')
}

describe('the records of a release', () => {
  it('are looked at first: nothing is changed without a maintainer', async () => {
    const before = await changesMade()
    const { reports, counts } = await release()
    expect(counts).toEqual([32, 13, 1, 0])
    expect(reports.find(({ slug }) => slug === 'bsti-covid-19-imaging-database')).toEqual({
      outcome: 'corrected',
      slug: 'bsti-covid-19-imaging-database',
      detail: 'organization, access, status, successor, 5 claims',
    })
    expect(await changesMade()).toBe(before)
  })

  it('are submitted and approved, and then say what the release says of them', async () => {
    expect((await release(maintainer)).counts).toEqual([32, 13, 1, 0])
    const now = await listRecords()
    // Papers come by the migration alone: references cannot be proposed.
    const said = ({ references: _, position: _p, updatedAt: _u, ...record }: Resource) => record
    for (const record of RELEASE_3.items.map(completeRecord))
      expect(said(now.find(({ slug }) => slug === record.slug) as Resource)).toEqual(said(record))
    expect(await rows("select count(*) as approved from submissions where state = 'approved'")).toEqual([
      { approved: 45 },
    ])
  })

  it('add nothing the second time', async () => {
    const before = await changesMade()
    expect((await release(maintainer)).counts).toEqual([0, 0, 46, 0])
    expect(await changesMade()).toBe(before)
  })

  it('have no say about what was changed after them', async () => {
    const { record } = await registry.getResource('covid-ct')
    const { submission } = await registry.submit(
      maintainer,
      {
        kind: 'correction',
        slug: record.slug,
        baseVersion: record.version,
        changes: { access: 'login' },
        reason: 'It takes a login now.',
      },
      { door: 'http' },
    )
    await registry.decideSubmission(maintainer, submission.id, { decision: 'approve' })
    const { reports, counts } = await release(maintainer)
    expect(counts).toEqual([0, 0, 45, 1])
    expect(reports.find(({ outcome }) => outcome === 'refused')).toEqual({
      outcome: 'refused',
      slug: 'covid-ct',
      detail: expect.stringMatching(
        /^it was changed on \d{4}-\d\d-\d\d, and the file has it as of 2026-11-23$/,
      ),
    })
  })
})

describe('what the registry hands out', () => {
  it.each([
    ['export.json', jsonExport],
    ['export.ndjson', ndjson],
    ['export.csv', csv],
  ])('changes nothing as %s', async (name, format) => {
    const before = await changesMade()
    expect((await imported(name, await written(format), maintainer)).counts).toEqual([0, 0, 46, 0])
    expect(await changesMade()).toBe(before)
  })

  it('can be edited and brought back, as long as nobody was faster', async () => {
    const edited = (await written(csv)).replace('European Society of Radiology', 'ESR')
    const { reports, counts } = await imported('export.csv', edited, maintainer)
    expect(counts).toEqual([0, 1, 45, 0])
    expect(reports.find(({ outcome }) => outcome === 'corrected')).toMatchObject({
      slug: 'eurorad',
      detail: 'organization',
    })
    const late = edited.replace('ESR', 'E. S. R.')
    expect(
      (await imported('export.csv', late, maintainer)).reports.find(({ slug }) => slug === 'eurorad'),
    ).toEqual({
      outcome: 'refused',
      slug: 'eurorad',
      detail: 'it is at version 3, and the file has version 2',
    })
  })

  it('brings more claims than a submission has room for, in several', async () => {
    const [record] = await listRecords()
    const claims = Array.from({ length: 45 }, (_, i) => ({
      field: 'license',
      value: 'MIT',
      source: `https://data.org/${i}`,
      asOf: null,
      stated: false,
    }))
    const given = {
      ...record,
      slug: 'much-claimed',
      url: 'https://data.org/much-claimed',
      derivedFrom: [],
      claims,
    }
    const line = `${JSON.stringify(given)}\n`
    expect((await imported('one.ndjson', line, maintainer)).reports).toEqual([
      { outcome: 'added', slug: 'much-claimed', detail: '45 claims' },
    ])
    expect((await registry.getResource('much-claimed')).record.claims).toHaveLength(45)
  })
})

describe('what cannot be brought in', () => {
  it.each([
    ['a.txt', '', 'a.txt is empty.'],
    ['a.txt', ' \r\n', 'a.txt is empty.'],
    ['a.html', '<!DOCTYPE html><p>503', 'a.html is a page or XML, not a download of the registry.'],
    ['a.md', '# Title\n\nText', 'The first line has no column “slug”. It reads: # Title'],
    ['a.csv', 'slug,name,slug\na,b,c', 'The first line has the column “slug” twice.'],
  ])('%s with %j is no file of records', (name, text, reason) => {
    expect(() => readEntries(name, text)).toThrow(Unreadable)
    expect(() => readEntries(name, text)).toThrow(reason)
  })

  it.each([
    ['{', 'line 1', 'it is no JSON: '],
    ['{"resources":[]}', 'line 1', 'slug: This is missing. Give a text.'],
    ['{"slug":"covid-ct"}', 'covid-ct', 'it has no field that can be corrected'],
    ['{"slug":"covid-ct","access":"sometimes"}', 'covid-ct', 'access: Give one of: '],
    [
      '{"slug":"covid-ct","version":1,"updatedAt":"x","availability":{}}',
      'covid-ct',
      'name: This is missing.',
    ],
    ['[7]', 'line 1', 'this is no record, but 7'],
    ['slug,access\ncovid-ct,sometimes', 'covid-ct', 'access: Give one of: '],
    ['slug,name\ncovid-ct,"COVID', 'line 2', 'a quote is not closed, from "COVID'],
    ['slug,name\ncovid-ct,"COVID"-CT', 'line 2', 'there is text behind the quote that closes "COVID"-CT'],
  ])('%j has a line with the reason', async (text, slug, reason) => {
    const { reports } = await imported('file', text, maintainer)
    expect(reports).toEqual([{ outcome: 'refused', slug, detail: expect.stringContaining(reason) }])
  })

  it('is refused where the registry refuses it', async () => {
    const { reports } = await imported('a.csv', 'slug,name\nnowhere,A name\neurorad,\u202eA name', maintainer)
    expect(reports).toEqual([
      {
        outcome: 'refused',
        slug: 'nowhere',
        detail: 'it is not listed, and the file does not say enough to list it',
      },
      { outcome: 'refused', slug: 'eurorad', detail: expect.stringContaining('changes.name') },
    ])
  })
})
