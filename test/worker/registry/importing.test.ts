// What `npm run import` does, over the registry as the survey left it.

import { env } from 'cloudflare:workers'
import { parse as parseCsv } from 'csv-parse/sync'
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
import { withoutLink } from '../../support/without-link.ts'
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
  (await registry.listResources({ filter: {}, order: 'table', size: 100 })).items.map(withoutLink)

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
      detail: 'organization, access, status, successor, references, 5 claims',
    })
    expect(await changesMade()).toBe(before)
  })

  it('are submitted and approved, and then say what the release says of them', async () => {
    expect((await release(maintainer)).counts).toEqual([32, 13, 1, 0])
    const now = await listRecords()
    // Papers come by the migration alone: references cannot be proposed.
    const comparable = ({ references: _, position: _p, updatedAt: _u, ...record }: Resource) => record
    for (const record of RELEASE_3.items.map(completeRecord))
      expect(comparable(now.find(({ slug }) => slug === record.slug) as Resource)).toEqual(comparable(record))
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
    await registry.decideSubmission(maintainer, submission.id, { decision: 'approve', version: 1 })
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

/** A download that another program has saved, cell by cell. */
async function saved(
  separator: string,
  end: string,
  change: (cell: string, column: string) => string = (cell) => cell,
) {
  const [header = [], ...rows]: string[][] = parseCsv(await written(csv))
  const line = (cells: readonly string[]) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator) + end
  return [header, ...rows.map((row) => row.map((cell, i) => change(cell, header[i] ?? '')))]
    .map(line)
    .join('')
}

describe('what other programs make of a download', () => {
  const all = async () => JSON.parse(await written(jsonExport)) as { items: Resource[] }
  const changeDates = (from: RegExp, to: string) => (cell: string, column: string) =>
    column === 'countsAsOf' ? cell.replace(from, to) : cell

  it.each<[name: string, text: () => Promise<string>]>([
    ['with semicolons', () => saved(';', '\r\n')],
    ['with tabs', () => saved('\t', '\n')],
    ['with CR', () => saved(',', '\r', (cell) => cell.replaceAll('\n', '\r'))],
    ['with empty columns and rows', async () => `${await saved(';', ';;\r\n')};;;;\r\n;;\r\n`],
    ['with sep=', async () => `sep=;\r\n${await saved(';', '\r\n')}`],
    ['with German dates', () => saved(';', '\r\n', changeDates(/^(\d{4})-(\d\d)-(\d\d)$/, '$3.$2.$1'))],
    ['with days made of months', () => saved(';', '\r\n', changeDates(/^(\d{4})-(\d\d)$/, '01.$2.$1'))],
    ['with days made of years', () => saved(';', '\r\n', changeDates(/^(\d{4})$/, '$1/1/1'))],
    [
      'with separators of thousands',
      () =>
        saved(';', '\r\n', (cell, column) =>
          /^(images|volumes|patients|studies|covid.*)$/.test(column) && /^\d+$/.test(cell)
            ? Number(cell).toLocaleString('de-DE')
            : cell,
        ),
    ],
    [
      'with truth values',
      () => saved(',', '\n', (cell) => ({ yes: 'TRUE', no: 'FALSE', unknown: 'Unknown' })[cell] ?? cell),
    ],
    ['by jq .items', async () => JSON.stringify((await all()).items, null, 2)],
    ['by jq .items[]', async () => (await all()).items.map((one) => JSON.stringify(one, null, 2)).join('\n')],
    ['by jq -c .items[]', async () => (await all()).items.map((one) => JSON.stringify(one)).join('\n')],
    ['by jq --seq', async () => (await all()).items.map((one) => `\u001e${JSON.stringify(one)}\n`).join('')],
    ['by jq -s', async () => JSON.stringify([await all()])],
    ['by PowerShell', async () => JSON.stringify({ value: (await all()).items, Count: 46 }, null, 4)],
    [
      'by jq with some fields',
      async () =>
        JSON.stringify(
          (await all()).items.map(({ slug, name, license, formats }) => ({ slug, name, license, formats })),
        ),
    ],
    [
      'by PowerShell with its dates',
      async () =>
        JSON.stringify(
          (await all()).items.map((one) => ({ ...one, updatedAt: `/Date(${Date.parse(one.updatedAt)})/` })),
        ),
    ],
  ])('%s changes nothing', async (_, text) => {
    const { reports, counts } = await imported('file.TXT', await text(), maintainer)
    expect(
      reports.filter(({ outcome }) => outcome !== 'unchanged').filter(({ slug }) => slug !== 'much-claimed'),
    ).toEqual([])
    expect(counts[2]).toBeGreaterThanOrEqual(46)
  })

  it('of one record is read as well', async () => {
    const [first] = (await all()).items
    for (const value of [first, [first], { items: [first] }, { items: first }])
      expect((await imported('one.json', JSON.stringify(value, null, 4))).counts).toEqual([0, 0, 1, 0])
  })

  it.each<[name: string, change: (text: string) => string, reason: RegExp]>([
    [
      'mojibake',
      (text) => text.replace('"name":"COVID-CT"', '"name":"COVID-CT SÃ£o"'),
      /^name: “COVID-CT SÃ£o”: it was read in the wrong/,
    ],
    [
      'a list that PowerShell left out',
      (text) => text.replace('"name":"COVID-CT"', '"name":"System.Object[]"'),
      /^name: .*PowerShell/,
    ],
    [
      'an error of the spreadsheet',
      (text) => text.replace('"name":"COVID-CT"', '"name":"#NAME?"'),
      /^name: .*error of the spreadsheet/,
    ],
    ['a wrong type', (text) => text.replace('"name":"COVID-CT"', '"name":7'), /^name: Give a text\.$/],
    ['a wrong choice', (text) => text.replace(/"access":"\w+"/, '"access":"free"'), /^access: Give one of: /],
    ['broken JSON', (text) => text.replace('"name":', '"name"'), /^it is no JSON: /],
  ])('with %s has one line refused and all others read', async (_, change, reason) => {
    const items = (await all()).items
    const text = items
      .map((one) => (one.slug === 'covid-ct' ? change(JSON.stringify(one)) : JSON.stringify(one)))
      .join('\n')
    const { reports } = await imported('a.ndjson', text, maintainer)
    expect(reports).toHaveLength(items.length)
    expect(reports.filter(({ outcome }) => outcome === 'refused')).toEqual([
      expect.objectContaining({ detail: expect.stringMatching(reason) }),
    ])
    expect(reports.filter(({ outcome }) => outcome === 'corrected')).toEqual([])
  })

  it('with claims that PowerShell left out is refused for that', async () => {
    const [first] = (await all()).items
    const { reports } = await imported(
      'a.json',
      JSON.stringify({ ...first, claims: ['@{field=license; value=MIT}'] }),
    )
    expect(reports[0]).toMatchObject({
      outcome: 'refused',
      detail: expect.stringContaining('ConvertTo-Json -Depth'),
    })
  })

  it.each([
    'S‹o',
    'SÆo',
    'S„o',
    'S茫o',
    'SĂŁo',
    'S?o',
  ])('with %s for São is refused, because the record has São', async (misread) => {
    const text = (await saved(';', '\r\n')).replace('State of São Paulo', `State of ${misread} Paulo`)
    const { reports } = await imported('a.csv', text)
    expect(reports.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([
      {
        outcome: 'refused',
        slug: 'sars-cov-2-ct-scan',
        detail: expect.stringMatching(/^organization: “.*”: .*save the file as UTF-8$/),
      },
    ])
  })

  it('with a record twice counts the first', async () => {
    const text = 'slug,access\neurorad,login\neurorad,open\n'
    expect((await imported('a.csv', text)).reports).toMatchObject([
      { slug: 'eurorad' },
      { outcome: 'refused', slug: 'eurorad', detail: 'the file has it twice, and the first one counts' },
    ])
  })

  it('with a date that is two has a reason, and the next row is read', async () => {
    const text = 'slug,counts,countsAsOf\neurorad,some,10/7/2020\ncovid-ct,349 images,\n'
    const { reports } = await imported('a.csv', text)
    expect(reports).toMatchObject([
      {
        outcome: 'refused',
        slug: 'eurorad',
        detail: expect.stringContaining('can be 2020-07-10 or 2020-10-07'),
      },
      { slug: 'covid-ct' },
    ])
  })
})
