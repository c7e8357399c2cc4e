import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonExport } from '../../../../worker/formats/tables/json.ts'
import { ndjson } from '../../../../worker/formats/tables/ndjson.ts'
import { CATALOGUE, RESOURCES, written } from '../records.ts'
import { LINE_ENDS } from '../references/any-text.ts'
import { anyResource } from '../references/arbitrary-resource.ts'

describe('the JSON download', () => {
  it.each([0, 1, 2, 14])('of %i resources is one document with the state that it was read from', (count) => {
    const rows = RESOURCES.slice(0, count)
    expect(JSON.parse(written(jsonExport, rows))).toEqual({
      title: 'Public COVID-19 medical imaging data',
      state: { sequence: 14, changedAt: '2020-05-12T00:00:00.000Z', release: '2.0' },
      items: rows,
      nextCursor: null,
    })
  })

  it('of a registry without changes says that it has none', () => {
    const document = JSON.parse(written(jsonExport, [], { ...CATALOGUE, asOf: { sequence: 0 } }))
    expect(document.state).toEqual({ sequence: 0 })
  })

  it('has each resource on a line of its own', () => {
    fc.assert(
      fc.property(fc.array(anyResource, { maxLength: 4 }), (rows) => {
        const text = written(jsonExport, rows)
        expect(JSON.parse(text).items).toEqual(rows)
        expect(text.split(LINE_ENDS)).toHaveLength(rows.length + 3)
      }),
    )
  })
})

describe('the NDJSON download', () => {
  it('is empty where there is no resource', () => {
    expect(written(ndjson, [])).toBe('')
  })

  it('is a resource a line, each line ended, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(anyResource, { minLength: 1, maxLength: 4 }), (rows) => {
        const lines = written(ndjson, rows).split(LINE_ENDS)
        expect(lines.pop()).toBe('')
        expect(lines.map((line) => JSON.parse(line))).toEqual(rows)
      }),
    )
  })
})
