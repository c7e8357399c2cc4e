import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv } from '../../../../worker/formats/tables/csv.ts'
import { csvFields, csvRows } from '../../../../worker/formats/tables/read-csv.ts'
import { written } from '../records.ts'
import { anyResource } from '../references/arbitrary-resource.ts'

const FIELDS = [
  ...['name', 'url', 'organization', 'availability', 'license', 'access', 'formats', 'doi'],
  ...['formerUrls', 'status', 'successor', 'cautions', 'derivedFrom', 'origins'],
] as const

/** No entry of a list, in a record, has a line end of its own; here they have. */
const plain = (value: unknown) => (Array.isArray(value) ? value.join('\n') : value)

describe('a table read back', () => {
  it('says what the resources say, whatever they say', () => {
    fc.assert(
      fc.property(fc.array(anyResource, { maxLength: 4 }), (resources) => {
        const rows = csvRows(written(csv, resources)) ?? []
        expect(rows.map((row) => row.get('slug'))).toEqual(resources.map(({ slug }) => slug))
        rows.forEach((row, i) => {
          const { counts, ...fields } = csvFields(row)
          const resource = resources[i]
          expect(Object.keys(fields).sort()).toEqual([...FIELDS].sort())
          for (const field of FIELDS) expect(plain(fields[field])).toEqual(plain(resource?.[field]))
          expect(counts ?? {}).toEqual(resource?.counts ?? {})
        })
      }),
    )
  })

  it('has only the columns that are there', () => {
    const [row] = csvRows('slug,license,ct\r\ncovid-ct,,yes\r\n') ?? []
    expect(row && csvFields(row)).toEqual({ license: null, availability: { ct: 'yes' } })
  })

  it('reads quotes, line ends in them, and a byte order mark', () => {
    const [row] = csvRows('\uFEFFslug,name\n"a","b ""c""\r\nd, e"') ?? []
    expect([...(row ?? [])]).toEqual([
      ['slug', 'a'],
      ['name', 'b "c"\r\nd, e'],
    ])
  })

  it.each(['a,"b', 'a,b"c"', '"a"b'])('%j is none', (text) => {
    expect(csvRows(text)).toBeUndefined()
  })
})
