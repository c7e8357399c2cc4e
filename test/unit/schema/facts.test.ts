import { expect, it } from 'vitest'
import type { Claim } from '../../../schema/record/claims.ts'
import { contestedFacts, factOf, sourcesOfEntry } from '../../../schema/record/facts.ts'
import { madeUpResource } from '../bot/cards/made-up-resource.ts'

const claim = (field: Claim['field'], value: Claim['value'], source: string, stated: boolean): Claim => ({
  ...{ field, value, source, asOf: null, stated },
})

const record = madeUpResource({
  license: 'MIT',
  formats: ['PNG', 'DICOM'],
  claims: [
    claim('license', 'GPL', 'a paper', false),
    claim('license', 'MIT', 'a README', true),
    claim('formats', ['PNG', 'JPEG'], 'a page', false),
    claim('access', 'open', 'a page', false),
  ],
})

it('a fact has the claims behind it and the claims of something else', () => {
  const licence = factOf(record, 'license')
  expect(licence.stated).toBe('MIT')
  expect(licence.sources.map(({ source }) => source)).toEqual(['a README'])
  expect(licence.others.map(({ value }) => value)).toEqual(['GPL'])
})

it('of a list a claim can be behind one entry and add another', () => {
  const formats = factOf(record, 'formats')
  expect(formats.sources).toHaveLength(1)
  expect(formats.others.map(({ value }) => value)).toEqual([['JPEG']])
  expect(sourcesOfEntry(formats, 'PNG')).toHaveLength(1)
  expect(sourcesOfEntry(formats, 'DICOM')).toEqual([])
})

it('a fact of which sources disagree comes before one that the record leaves open', () => {
  expect(contestedFacts(record).map(({ field, isStated }) => [field, isStated])).toEqual([
    ['license', true],
    ['access', false],
    ['formats', true],
  ])
})
