// Every field of the list, walked through all that is made of it: a field that is forgotten somewhere fails here.

import { describe, expect, it } from 'vitest'
import { fieldName as nameIn } from '../../../bot/languages/field-name.ts'
import { LANGUAGES } from '../../../bot/languages/index.ts'
import { applyChanges, changedFields, firstFields, undoChange } from '../../../schema/record/changes.ts'
import {
  CELL_FIELDS,
  CLAIM_FIELDS,
  dataTypeOf,
  type FIELD_KEYS,
  fieldOf,
  RECORD_FIELDS,
  type RecordField,
  valueAt,
  withValue,
} from '../../../schema/record/field-keys.ts'
import { proposedRecord, withChanges } from '../../../schema/record/proposal.ts'
import { proposedChanges } from '../../../schema/record/proposed-changes.ts'
import { Resource } from '../../../schema/record/resource.ts'
import { ProposedChanges, ProposedResource } from '../../../schema/record/submission.ts'
import { recordSchema } from '../../../worker/api/document/record-schema.ts'
import { readTable, tableFields } from '../../../worker/cli/reading/table.ts'
import { csv } from '../../../worker/formats/tables/csv.ts'
import { proposalIn, valuesFrom } from '../../../worker/web/parts/proposal/reading.ts'
import { madeUpResource } from '../bot/cards/made-up-resource.ts'
import { CATALOGUE } from '../formats/records.ts'

/** A value that the field does not have in the empty record. */
function sampleOf(field: RecordField): unknown {
  if (dataTypeOf(field)) return 'no'
  const described = fieldOf(field as (typeof FIELD_KEYS)[number])
  switch (described.kind) {
    case 'text':
      return {
        address: 'https://data.org/sample',
        doi: '10.5281/zenodo.4000001',
        slug: 'sample',
        line: 'MIT',
        date: '2021-05',
        country: 'DE',
        successor: 'sample',
      }[described.writing]
    case 'list':
      return {
        address: ['https://data.org/old'],
        doi: ['10.5281/zenodo.1'],
        slug: ['eurorad'],
        line: ['One', 'Two'],
        date: ['2021-05'],
        country: ['DE', 'ES'],
        successor: ['sample'],
      }[described.writing]
    case 'choice':
      return described.values.find((value) => value !== 'unknown')
    case 'choices':
      return described.values.slice(1, 3)
    case 'number':
      return described.unit === 'year' ? 2021 : 1_234_567
    case 'use':
      return { commercial: 'no', redistribution: 'conditional', modification: 'yes', note: 'By contract.' }
    case 'versions':
      return [
        { label: '1.0', date: '2020-05', url: 'https://data.org/1.0', available: 'no' },
        { label: '2.0 (A, B)', date: null, url: null, available: 'unknown' },
      ]
    case 'counts':
      return { images: 7, text: 'Seven images', asOf: '2021-05' }
    case 'references':
      return [{ id: 'doi-10-5281-zenodo-4000002', type: 'dataset', DOI: '10.5281/zenodo.4000002' }]
    case 'cells':
      throw new Error('Each cell is a field of its own.')
  }
}

const EMPTY = CELL_FIELDS.reduce(
  (record, cell) => withValue(record, cell, 'unknown'),
  madeUpResource({ claims: [] }),
)

const whole = RECORD_FIELDS.reduce((record, field) => withValue(record, field, sampleOf(field)), EMPTY)
const WHOLE = Resource.parse({ ...whole, licenseSpdx: 'MIT' })
const PROPOSED = RECORD_FIELDS.filter((field) =>
  dataTypeOf(field) ? true : fieldOf(field as (typeof FIELD_KEYS)[number]).isProposable,
)
const {
  slug: _slug,
  position: _position,
  version: _version,
  updatedAt: _at,
  claims: _claims,
  ...fields
} = WHOLE
const { licenseSpdx: _spdx, ...proposable } = fields

describe.each(RECORD_FIELDS)('the field %s', (field) => {
  const changed = withValue(EMPTY, field, valueAt(WHOLE, field))

  it('is in the history, in the first version, and in an undo', () => {
    expect(changedFields(EMPTY, changed).map((change) => change.field)).toEqual([field])
    expect(applyChanges(EMPTY, changedFields(EMPTY, changed))).toEqual(changed)
    expect(firstFields(WHOLE).map((first) => first.field)).toContain(field)
    expect(undoChange(EMPTY, changed, changed)).toEqual({ record: EMPTY })
    const other = RECORD_FIELDS.find((one) => one !== field) ?? field
    const later = withValue(changed, other, valueAt(WHOLE, other))
    expect(undoChange(EMPTY, changed, later)).toEqual({
      record: withValue(EMPTY, other, valueAt(WHOLE, other)),
    })
  })

  it('has a name in every language, and a meaning in the document', () => {
    for (const messages of Object.values(LANGUAGES)) expect(nameIn(messages, field)).toMatch(/\S/)
    const { properties } = recordSchema('') as { properties: Record<string, { description?: string }> }
    const key = dataTypeOf(field) ? 'availability' : field
    expect(properties[key]?.description).toMatch(/\.$/)
  })
})

/** At the proposed address already: an address that a record leaves becomes a former one. */
const UNMOVED = withValue(EMPTY, 'url', WHOLE.url)

describe.each(PROPOSED)('the proposable field %s', (field) => {
  it('is proposed, corrected, and left alone where nothing differs', () => {
    const changes = ProposedChanges.parse(proposable)
    expect(valueAt(withChanges(UNMOVED, changes, []), field)).toEqual(valueAt(WHOLE, field))
    const added = proposedRecord(
      { ...ProposedResource.parse(proposable), availability: WHOLE.availability },
      [],
    )
    expect(valueAt(added, field)).toEqual(valueAt(WHOLE, field))
    const wanted = { fields: changes, evidence: [] }
    expect(proposedChanges(WHOLE, wanted)).toBeUndefined()
    expect(valueAt(withChanges(UNMOVED, proposedChanges(UNMOVED, wanted)?.changes ?? {}, []), field)).toEqual(
      valueAt(WHOLE, field),
    )
  })

  it('comes back from a form as it went in', () => {
    const form = valuesFrom(proposable as Parameters<typeof valuesFrom>[0])
    expect(proposalIn(form, WHOLE.references)).toEqual(proposable)
  })

  it('comes back from CSV as it went out', () => {
    const writer = csv(CATALOGUE)
    const [first] = readTable(`${writer.head()}${writer.row(WHOLE)}${writer.tail()}`)
    if (!first || 'problem' in first) throw new Error('The CSV has no row.')
    const read = ProposedChanges.parse(tableFields(first.row))
    expect(valueAt(withChanges(UNMOVED, read, []), field)).toEqual(valueAt(WHOLE, field))
  })
})

it.each(CLAIM_FIELDS)('a source can be cited for %s', (field) => {
  const evidence = [{ field, source: 'https://data.org/terms' }]
  const { claims } = withChanges(WHOLE, {}, evidence)
  expect(claims).toEqual([
    { field, value: valueAt(WHOLE, field), source: 'https://data.org/terms', asOf: null, stated: true },
  ])
})
