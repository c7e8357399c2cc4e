import { describe, expect, it } from 'vitest'
import { readEntries } from '../../../worker/cli/entries.ts'
import { FIRST } from '../formats/records.ts'

/** Each entry's label, with the reason where it cannot be read. */
const labelled = (text: string) =>
  readEntries('file', text).map(({ slug, addition }) => {
    try {
      addition?.()
      return slug
    } catch (error) {
      return `${slug}: ${error instanceof Error ? error.message : error}`
    }
  })

const A = { slug: 'a', name: 'A' }
const B = { slug: 'b', name: 'B' }

describe('records', () => {
  it.each([
    ['by their slugs', { a: A, b: B }],
    ['of several pages', [{ items: [A] }, { items: [B] }]],
    ['of a list in a list', [[A], [B]]],
    ['under any name', { schema: { fields: [] }, data: [A, B] }],
    ['as jq has entries', [A, B].map((value, key) => ({ key, value }))],
    ['by columns', { slug: { 0: 'a', 1: 'b' }, name: { 0: 'A', 1: 'B' } }],
    [
      'with their columns apart',
      {
        columns: ['slug', 'name'],
        data: [
          ['a', 'A'],
          ['b', 'B'],
        ],
      },
    ],
  ])('%s are found', (_, value) => {
    expect(labelled(JSON.stringify(value))).toEqual(['a', 'b'])
  })
})

describe('records without a slug', () => {
  it.each([
    ['in a row', '{}{"name":"A"}{"slug":"a","name":"A"}', ['line 1', 'line 1', 'a']],
    [
      'of two pages',
      '{"items":[7,8]}\n{"items":[9,{"slug":""}]}',
      ['record 1', 'record 2', 'record 1', 'record 2'],
    ],
  ])('%s are not taken for one that is there twice', (_, text, labels) => {
    const found = labelled(text)
    expect(found.map((line) => line.split(':')[0])).toEqual(labels)
    expect(found.join()).not.toContain('twice')
  })
})

describe('a row of the table as JSON', () => {
  const row = { slug: 'a', name: 'A', url: 'https://a.org', organization: 'Of A' }
  const cells = { ct: 'yes', xray: 'no', mrt: 'no', ultrasound: 'no', metadata: 'unknown', caseReview: 'no' }

  it('is read as the row', () => {
    const given = { ...row, ...cells, formats: 'DICOM\nPNG', images: 12, license: null, status: 'active' }
    const [entry] = readEntries('file', JSON.stringify([given]))
    expect(entry?.addition?.().fields).toMatchObject({
      availability: cells,
      formats: ['DICOM', 'PNG'],
      license: null,
      counts: { images: 12 },
    })
  })

  it('with its objects taken apart is read as the record', () => {
    const apart = Object.fromEntries(
      Object.entries(cells).map(([key, value]) => [`availability.${key}`, value]),
    )
    const given = {
      ...row,
      ...apart,
      formats: ['DICOM'],
      counts: null,
      'counts.images': 12,
      'counts.videos': null,
    }
    const [entry] = readEntries('file', JSON.stringify([given]))
    expect(entry?.addition?.().fields).toMatchObject({ availability: cells, counts: { images: 12 } })
  })
})

it('a part of the sizes without a column stays as it is listed', () => {
  const listed = { ...FIRST, counts: { images: 10, patients: 3, asOf: '2020-10' } }
  const [entry] = readEntries('file', 'slug,images,counts\na,12,\n')
  expect(entry?.correction(listed).fields).toEqual({ counts: { images: 12, patients: 3, asOf: '2020-10' } })
})

it('a row of objects as a program prints them has that for a reason', () => {
  expect(labelled(`slug,name,counts\na,A,"{'images': 12}"\n`)).toEqual([
    "a: counts: “{'images': 12}”: it is an object as a program prints it: use the CSV download, or JSON",
  ])
})
