import { describe, expect, it } from 'vitest'
import { readEntries } from '../../../worker/cli/entries.ts'

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
