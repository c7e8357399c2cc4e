import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../../schema/record/resource.ts'
import type { LookUp } from '../../../../schema/record/sites/look-up.ts'
import type { UpstreamSaying } from '../../../../schema/record/sites/upstream.ts'
import { sayingOf, upstreamCorrection } from '../../../../worker/domain/upstream/correction.ts'
import { madeUpResource } from '../../bot/cards/made-up-resource.ts'

const SITE = 'https://api.github.com/repos/ada/lungs'
const REPOSITORY = 'https://github.com/ada/lungs'

const lookUp = (fields: LookUp['fields'], more: Partial<LookUp> = {}): LookUp => ({
  ...{ address: REPOSITORY, isPaper: false, fields, inquiries: [{ source: SITE, outcome: 'answered' }] },
  evidence: Object.keys(fields).map((field) => ({
    field: field as 'license',
    source: SITE,
    asOf: '2027-01-05',
  })),
  ...more,
})

/** What is proposed of a record, by what its site said before and says now. */
const proposed = (
  record: Partial<Resource>,
  before: UpstreamSaying | null,
  now: LookUp['fields'],
  more?: Partial<LookUp>,
) =>
  upstreamCorrection({
    record: madeUpResource({ url: REPOSITORY, ...record }),
    lookUp: lookUp(now, more),
    before,
  })

const version = (label: string) => ({ label, date: null, url: null, available: 'yes' as const })

describe('a licence', () => {
  it('that is another than the record says is proposed, with where it was read', () => {
    expect(proposed({ license: 'MIT' }, null, { license: 'CC-BY-4.0' })).toEqual({
      changes: { license: 'CC-BY-4.0' },
      evidence: [{ field: 'license', source: SITE, asOf: '2027-01-05' }],
    })
  })

  it.each([
    ['the same in other letters', { license: 'mit' }, null, 'MIT'],
    ['the same by another name', { license: 'CC BY 4.0' }, null, 'CC-BY-4.0'],
    ['what the site said before too', { license: 'MIT' }, { license: 'cc-by-4.0' }, 'CC BY 4.0'],
  ])('is not proposed where it is %s', (_, record, before, license) => {
    expect(proposed(record, before, { license })).toBeUndefined()
  })

  it('is not proposed where a source of the record is known to say it', () => {
    const claim = { field: 'license', value: 'CC BY 4.0', source: SITE, asOf: null, stated: false } as const
    expect(proposed({ license: 'MIT', claims: [claim] }, null, { license: 'CC-BY-4.0' })).toBeUndefined()
  })

  it('of a paper is none of the data set', () => {
    expect(proposed({ license: 'MIT' }, null, { license: 'CC-BY-4.0' }, { isPaper: true })).toBeUndefined()
  })

  it('that is not said any more takes nothing back', () => {
    expect(proposed({ license: 'MIT' }, { license: 'MIT' }, { name: 'lungs' })).toBeUndefined()
    expect(sayingOf(lookUp({ name: 'lungs' }), { license: 'MIT' })).toMatchObject({ license: 'MIT' })
  })
})

describe('a repository', () => {
  it('that was archived is proposed as frozen, once', () => {
    const before = sayingOf(lookUp({ status: 'frozen' }), null)
    expect(proposed({ status: 'active' }, null, { status: 'frozen' })?.changes).toEqual({ status: 'frozen' })
    expect(proposed({ status: 'active' }, before, { status: 'frozen' })).toBeUndefined()
  })

  it.each([
    'frozen',
    'superseded',
    'retired',
    'unreachable',
  ] as const)('of a record that is %s is left', (status) => {
    expect(proposed({ status }, null, { status: 'frozen' })).toBeUndefined()
  })

  it('that was renamed is proposed with its new address', () => {
    const url = 'https://github.com/ada/chest'
    expect(proposed({}, { url: REPOSITORY }, { url })?.changes).toEqual({ url })
    expect(proposed({}, { url }, { url })).toBeUndefined()
  })

  it.each([
    'https://github.com/Ada/Lungs',
    `${REPOSITORY}/`,
    'https://lungs.org',
  ])('that is said to be at %s has not moved', (url) => {
    expect(proposed({}, null, { url })).toBeUndefined()
  })
})

describe('a name', () => {
  it('changes with that of the site where the record had that one', () => {
    expect(proposed({ name: 'Lungs' }, { name: 'lungs' }, { name: 'Chest atlas' })?.changes).toEqual({
      name: 'Chest atlas',
    })
  })

  it('of the record’s own stays', () => {
    expect(proposed({ name: 'The lung set' }, { name: 'lungs' }, { name: 'chest' })).toBeUndefined()
    expect(proposed({ name: 'Lungs' }, null, { name: 'chest' })).toBeUndefined()
  })
})

describe('a version', () => {
  it('that is new since the last look is put after the others', () => {
    const record = { versions: [version('1.0')] }
    const before = { versions: ['v1.0'] }
    expect(proposed(record, before, { versions: [version('2.0')] })?.changes).toEqual({
      versions: [version('1.0'), version('2.0')],
    })
  })

  it.each([
    ['at the first look', null, '2.0'],
    ['that the site named before', { versions: ['2.0'] }, '2.0'],
    ['that the record has under another writing', {}, 'Version 1.0'],
  ])('%s is not proposed', (_, before, label) => {
    expect(proposed({ versions: [version('v1.0')] }, before, { versions: [version(label)] })).toBeUndefined()
  })
})
