import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyChanges,
  changedFields,
  conflictingFields,
  inverseChanges,
  undoChange,
} from '../../../schema/record/changes.ts'
import { RECORD_FIELDS } from '../../../schema/record/field-keys.ts'
import { type Facts, NO_FACTS, type Resource } from '../../../schema/record/resource.ts'
import type { Reference } from '../../../schema/record/works/reference.ts'
import { AVAILABILITY, DATA_TYPE_KEYS, DATA_TYPES, RESOURCE_STATUSES } from '../../../schema/vocabulary.ts'

const PAPER: Reference = { id: 'paper', type: 'article', title: 'A paper', volume: '1' }

const RECORD: Resource = {
  slug: 'pocus',
  name: 'Pocus',
  url: 'https://example.org/pocus',
  organization: 'A university',
  availability: { ct: 'no', xray: 'no', mrt: 'no', ultrasound: 'yes', metadata: 'unknown', caseReview: 'no' },
  ...NO_FACTS,
  references: [PAPER],
  status: 'unknown',
  position: 4,
  version: 1,
  updatedAt: '2020-05-12T00:00:00.000Z',
}

const withCells = (record: Resource, cells: Partial<Resource['availability']>): Resource => ({
  ...record,
  availability: { ...record.availability, ...cells },
})

const cell = fc.constantFrom(...AVAILABILITY)
/** Versions of one record, with so few values that fields often agree. */
const version = fc.record({
  slug: fc.constant('pocus'),
  ...(Object.fromEntries(Object.entries(NO_FACTS).map(([key, value]) => [key, fc.constant(value)])) as {
    [Key in keyof Facts]: fc.Arbitrary<Facts[Key]>
  }),
  license: fc.constantFrom(null, 'MIT', 'CC BY 4.0'),
  origins: fc.constantFrom<string[][]>([], ['a tweet']),
  name: fc.constantFrom('Pocus', 'POCUS', 'Lung'),
  url: fc.constantFrom('https://example.org/a', 'https://example.org/b'),
  organization: fc.constantFrom('A university', 'A hospital'),
  availability: fc.record({
    ct: cell,
    xray: cell,
    mrt: cell,
    ultrasound: cell,
    metadata: cell,
    caseReview: cell,
  }),
  references: fc.constantFrom<Reference[][]>([], [PAPER], [PAPER, { ...PAPER, id: 'other' }]),
  status: fc.constantFrom(...RESOURCE_STATUSES),
  position: fc.constant(4),
  version: fc.constant(1),
  updatedAt: fc.constant('2020-05-12T00:00:00.000Z'),
})

describe('the difference between two versions', () => {
  it('is a list of fields, each with what it was and what it is', () => {
    const after = { ...withCells(RECORD, { ct: 'yes' }), name: 'Pocus 2', references: [], version: 2 }
    expect(changedFields(RECORD, after)).toEqual([
      { field: 'name', before: 'Pocus', after: 'Pocus 2' },
      { field: 'availability.ct', before: 'no', after: 'yes' },
      { field: 'references', before: [PAPER], after: [] },
    ])
  })

  it('has a field for each data type', () => {
    expect(RECORD_FIELDS).toHaveLength(27 + DATA_TYPES.length)
    for (const key of DATA_TYPE_KEYS) expect(RECORD_FIELDS).toContain(`availability.${key}`)
  })

  it('is nothing where references are the same by value, in the same order', () => {
    const { id, type, title } = PAPER
    const sameValues = { ...RECORD, references: [{ volume: '1', title, type, id }] }
    expect(changedFields(RECORD, sameValues)).toEqual([])
    const two = { ...RECORD, references: [PAPER, { ...PAPER, id: 'other' }] }
    expect(changedFields(two, { ...two, references: [...two.references].reverse() })).toHaveLength(1)
  })

  it('leads from one to the other, and back', () => {
    fc.assert(
      fc.property(version, version, (before, after) => {
        const changes = changedFields(before, after)
        expect(applyChanges(before, changes)).toEqual(after)
        expect(applyChanges(after, inverseChanges(changes))).toEqual(before)
        expect(inverseChanges(changes)).toEqual(changedFields(after, before))
      }),
    )
  })

  it('leaves what it does not name, and the record it is applied to, as they are', () => {
    const changes = changedFields(RECORD, withCells(RECORD, { ct: 'yes' }))
    const later = { ...RECORD, name: 'Another name', version: 7 }
    const copy = structuredClone(later)
    expect(applyChanges(later, changes)).toEqual(withCells(later, { ct: 'yes' }))
    expect(later).toEqual(copy)
  })

  it('conflicts with a record that holds neither of its values', () => {
    const changes = changedFields(RECORD, { ...withCells(RECORD, { ct: 'yes' }), name: 'Pocus 2' })
    expect(conflictingFields({ ...withCells(RECORD, { ct: 'unknown' }), name: 'Pocus 2' }, changes)).toEqual([
      'availability.ct',
    ])
  })
})

describe('undoing a change', () => {
  const after = { ...withCells(RECORD, { ct: 'yes' }), name: 'Pocus 2', version: 2 }

  it('keeps later changes to other fields, other cells among them', () => {
    const current = { ...withCells(after, { mrt: 'yes' }), organization: 'A hospital', version: 4 }
    expect(undoChange(RECORD, after, current)).toEqual({
      record: { ...withCells(RECORD, { mrt: 'yes' }), organization: 'A hospital', version: 4 },
    })
  })

  it('names the fields that a later change touched too', () => {
    const current = { ...withCells(after, { ct: 'unknown' }), version: 3 }
    expect(undoChange(RECORD, after, current)).toEqual({ conflicts: ['availability.ct'] })
  })

  it('is nothing to do for a field that is back already', () => {
    const current = { ...after, name: 'Pocus', version: 3 }
    expect(undoChange(RECORD, after, current)).toEqual({ record: { ...RECORD, version: 3 } })
  })

  it('either conflicts or restores just the fields of the change', () => {
    fc.assert(
      fc.property(version, version, version, (before, changed, current) => {
        const undone = undoChange(before, changed, current)
        const touched = changedFields(before, changed).map(({ field }) => field)
        if ('conflicts' in undone) {
          expect(touched).toEqual(expect.arrayContaining([...undone.conflicts]))
        } else {
          const off = changedFields(undone.record, before).map(({ field }) => field)
          expect(off.filter((field) => touched.includes(field))).toEqual([])
          const moved = changedFields(current, undone.record).map(({ field }) => field)
          expect(moved.filter((field) => !touched.includes(field))).toEqual([])
        }
      }),
    )
  })
})
