import spdxIdentifiers from 'spdx-license-ids/index.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { proposedRecord, withChanges } from '../../../schema/record/proposal.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { completeRecord } from '../../../schema/record/stored-record.ts'
import { LICENCE_USES } from '../../../schema/record/values/licence-uses.ts'
import { UNKNOWN_USE, type Use, useOf } from '../../../schema/record/values/use.ts'
import { madeUpResource } from '../bot/cards/made-up-resource.ts'

const SOURCE = 'https://data.org/terms'
const short = ({ commercial, redistribution, modification }: Use) =>
  [commercial, redistribution, modification].join(' ')

describe('the table of licences', () => {
  it('has licences of the SPDX list alone, and enough of them', () => {
    const known = new Set(spdxIdentifiers.map((id) => id.toLowerCase()))
    expect([...LICENCE_USES.keys()].filter((id) => !known.has(id))).toEqual([])
    expect(LICENCE_USES.size).toBeGreaterThanOrEqual(25)
  })

  it('says under what condition where something is allowed on conditions, and only there', () => {
    for (const [id, use] of LICENCE_USES)
      expect(use.note !== null, id).toBe(Object.values(use).includes('conditional'))
  })

  it.each([
    ['CC0-1.0', 'yes yes yes'],
    ['CC-BY-4.0', 'yes yes yes'],
    ['CC-BY-NC-4.0', 'no yes yes'],
    ['CC-BY-ND-4.0', 'yes yes no'],
    ['CC-BY-NC-ND-4.0', 'no yes no'],
    ['CC-BY-SA-3.0', 'yes yes conditional'],
    ['cc-by-nc-sa-4.0', 'no yes conditional'],
    ['MIT', 'yes yes yes'],
    ['Apache-2.0', 'yes yes yes'],
    ['ODbL-1.0', 'yes yes conditional'],
    ['GPL-3.0-or-later', 'yes conditional conditional'],
    ['Glide', 'unknown unknown unknown'],
  ])('allows under %s: %s', (id, expected) => {
    expect(short(useOf(id))).toBe(expected)
  })
})

describe('what a source says', () => {
  const claim = (use: Partial<Use>): Use => ({ ...UNKNOWN_USE, ...use })

  it('is all that is known where the licence is not in the table', () => {
    expect(useOf(null, claim({ commercial: 'yes' }))).toEqual(claim({ commercial: 'yes' }))
  })

  it('narrows what the licence allows, and never widens it', () => {
    const narrowed = useOf(
      'MIT',
      claim({ redistribution: 'no', note: 'The images have terms of their own.' }),
    )
    expect(short(narrowed)).toBe('yes no yes')
    expect(narrowed.note).toBe('The images have terms of their own.')
    expect(short(useOf('CC-BY-NC-4.0', claim({ commercial: 'yes' })))).toBe('no yes yes')
  })
})

describe('the use of a record', () => {
  const record = (license: string | null, use?: Use): Resource => ({
    ...madeUpResource({}),
    ...proposedRecord(
      { ...madeUpResource({}), license, ...(use && { use }), notes: undefined } as never,
      use ? [{ field: 'use', source: SOURCE }] : [],
    ),
  })

  it('follows from its licence, also in a record from before', () => {
    expect(short(record('CC BY-NC 4.0').use)).toBe('no yes yes')
    const { use: _, ...stored } = record('CC BY 4.0')
    expect(short(completeRecord(stored).use)).toBe('yes yes yes')
  })

  it('follows another licence, and says nothing of the one before', () => {
    const moved = withChanges(record('CC BY 4.0'), { license: 'Ask us first' }, [])
    expect(moved.use).toEqual(UNKNOWN_USE)
    expect(short(withChanges(moved, { license: 'CC BY-ND 4.0' }, []).use)).toBe('yes yes no')
  })

  it('goes back to what a source says where the licence says nothing any more', () => {
    const claimed = { ...UNKNOWN_USE, commercial: 'no' as const }
    const before = record(null, claimed)
    expect(before.use).toEqual(claimed)
    const licensed = withChanges(before, { license: 'MIT' }, [])
    expect(short(licensed.use)).toBe('no yes yes')
    expect(withChanges(licensed, { license: null }, []).use).toEqual(claimed)
  })
})
