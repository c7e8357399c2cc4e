import { describe, expect, it } from 'vitest'
import { disputedFields, withEvidence, withStated } from '../../../schema/record/claims.ts'
import { NO_FACTS, type Resource } from '../../../schema/record/resource.ts'

const RECORD: Resource = {
  slug: 'pocus',
  name: 'Pocus',
  url: 'https://example.org/pocus',
  organization: 'A university',
  availability: { ct: 'no', xray: 'no', mrt: 'no', ultrasound: 'yes', metadata: 'unknown', caseReview: 'no' },
  ...NO_FACTS,
  license: 'MIT',
  formats: ['PNG', 'CSV'],
  references: [],
  status: 'active',
  position: 4,
  version: 1,
  updatedAt: '2020-05-12T00:00:00.000Z',
}

const README = 'github.com/someone/pocus@0123abcd README.md'

describe('evidence', () => {
  it('without a value is for what the record states', () => {
    const { claims } = withEvidence(RECORD, [{ field: 'license', source: README, asOf: '2020-10' }])
    expect(claims).toEqual([
      { field: 'license', value: 'MIT', source: README, asOf: '2020-10', stated: true },
    ])
  })

  it('with another value is kept beside it', () => {
    const record = withEvidence(RECORD, [
      { field: 'license', source: README },
      { field: 'license', value: 'CC BY 4.0', source: 'https://example.org/terms' },
    ])
    expect(record.license).toBe('MIT')
    expect(record.claims.map(({ value, stated }) => [value, stated])).toEqual([
      ['MIT', true],
      ['CC BY 4.0', false],
    ])
    expect(disputedFields(record)).toEqual(['license'])
  })

  it('for a cell is of its availability', () => {
    const { claims } = withEvidence(RECORD, [{ field: 'availability.ultrasound', source: README }])
    expect(claims).toMatchObject([{ field: 'availability.ultrasound', value: 'yes', stated: true }])
  })

  it('for an entry of a list is stated where the list has it', () => {
    const record = withEvidence(RECORD, [
      { field: 'formats', value: 'PNG', source: README },
      { field: 'formats', value: 'DICOM', source: README },
    ])
    expect(record.claims.map(({ stated }) => stated)).toEqual([true, false])
    expect(disputedFields(record)).toEqual([])
  })

  it('for nothing, or for the notes, is no claim', () => {
    const { claims } = withEvidence(RECORD, [
      { field: 'doi', source: README },
      { field: 'cautions', source: README },
      { field: 'notes', source: README },
    ])
    expect(claims).toEqual([])
  })

  it('given twice by the same source counts once, as of the later date', () => {
    const once = withEvidence(RECORD, [{ field: 'license', source: README, asOf: '2020' }])
    const { claims } = withEvidence(once, [{ field: 'license', source: README, asOf: '2021' }])
    expect(claims).toMatchObject([{ asOf: '2021' }])
  })
})

describe('settling', () => {
  const disputed = withEvidence(RECORD, [
    { field: 'license', source: README },
    { field: 'license', value: 'CC BY 4.0', source: 'https://example.org/terms' },
    { field: 'availability.ct', value: 'yes', source: README },
  ])

  it('makes the record say what the claim says, and keeps the other', () => {
    const settled = withStated(disputed, 'license', 'CC BY 4.0')
    expect(settled.license).toBe('CC BY 4.0')
    expect(settled.claims.map(({ value, stated }) => [value, stated])).toEqual([
      ['MIT', false],
      ['CC BY 4.0', true],
      ['yes', false],
    ])
  })

  it('of a cell sets the cell', () => {
    expect(withStated(disputed, 'availability.ct', 'yes').availability.ct).toBe('yes')
  })

  it('of an entry adds it to the list', () => {
    expect(withStated(RECORD, 'formats', 'DICOM').formats).toEqual(['PNG', 'CSV', 'DICOM'])
  })
})
