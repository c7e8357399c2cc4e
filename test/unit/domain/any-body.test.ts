import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RegistryError } from '../../../schema/errors.ts'
import { DecisionInput, SubmissionEdit, SubmissionInput } from '../../../schema/record/submission.ts'
import { parse } from '../../../worker/domain/intake/parse.ts'

const anything = fc.oneof(
  fc.constantFrom('addition', 'correction', 'a name', 'yes', '\u202e', 'http://127.1', null, '', 1),
  fc.jsonValue(),
)
const some = (...names: string[]) =>
  fc.oneof(
    anything,
    fc.record(Object.fromEntries(names.map((name) => [name, anything])), { requiredKeys: [] }),
  )
const body = fc.oneof(
  anything,
  fc.record(
    {
      kind: fc.oneof(fc.constantFrom('addition', 'correction', 'removal'), anything),
      slug: anything,
      version: anything,
      baseVersion: anything,
      reason: anything,
      resource: some('name', 'url', 'organization', 'notes', 'availability', '__proto__'),
      changes: some('name', 'url', 'organization', 'notes', 'availability'),
      evidence: fc.oneof(anything, fc.array(some('field', 'source', 'asOf'))),
      submitter: some('name', 'contact'),
    },
    { requiredKeys: [] },
  ),
)

it.each([
  ['a submission', SubmissionInput],
  ['an edit', SubmissionEdit],
  ['a decision', DecisionInput],
] as const)('any body that is not %s is told so in sentences, and breaks nothing', (_, shape) => {
  fc.assert(
    fc.property(body, (generated) => {
      const given: unknown = JSON.parse(JSON.stringify(generated))
      const refused = refusalOf(() => parse<unknown>(shape, given, 'body'))
      if (refused === undefined) return
      expect(refused.code).toBe('invalid')
      const problems = refused.details.problems ?? []
      expect(problems.length).toBeGreaterThan(0)
      for (const { problem } of problems) {
        expect(problem).toMatch(/^[A-Z“].*\.$/)
        expect(problem).not.toContain('undefined')
      }
    }),
  )
})

function refusalOf(attempt: () => unknown): RegistryError | undefined {
  try {
    attempt()
    return undefined
  } catch (error) {
    if (error instanceof RegistryError) return error
    throw error
  }
}

const faultsOf = (given: unknown) =>
  refusalOf(() => parse(SubmissionInput, given, 'body'))?.details.problems?.map(({ field }) => field)

const resource = { name: 'A', url: 'https://data.org', organization: 'B' }

describe('one answer names every field at fault', () => {
  it('of the wrong type, of the wrong length, and with the wrong text', () => {
    const given = {
      kind: 'addition',
      resource: { ...resource, name: '\u200b', url: 'http://127.1', organization: 7, notes: '', doi: 'none' },
      submitter: { name: '\u202e', contact: 'x'.repeat(1000) },
      evidence: [{ field: 'license', source: ' ' }],
      color: 'blue',
    }
    expect(faultsOf(given)?.sort()).toEqual([
      ...['color', 'evidence.0.source', 'resource.doi', 'resource.name', 'resource.notes'],
      ...['resource.organization', 'resource.url', 'submitter.contact', 'submitter.name'],
    ])
  })

  it.each([
    [[''], ['resource.formats.0']],
    [[7], ['resource.formats.0']],
    [[' '], ['resource.formats']],
    [
      ['', '\u200b'],
      ['resource.formats.0', 'resource.formats'],
    ],
    [Array.from({ length: 21 }, (_, i) => `F${i}`), ['resource.formats']],
    ['DICOM', ['resource.formats']],
  ])('of a list that is %j', (formats, faults) => {
    expect(faultsOf({ kind: 'addition', resource: { ...resource, formats } })).toEqual(faults)
  })

  it('of a size whose words are empty', () => {
    const counts = { images: -1, text: '\u200b' }
    expect(faultsOf({ kind: 'addition', resource: { ...resource, counts: { text: ' ' } } })).toEqual([
      'resource.counts.text',
    ])
    expect(faultsOf({ kind: 'addition', resource: { ...resource, counts } })).toContain(
      'resource.counts.images',
    )
  })

  it('of a correction that changes nothing, whatever else is wrong with it', () => {
    const correction = {
      kind: 'correction',
      slug: 'covid-ct',
      baseVersion: 1,
      changes: {},
      reason: 'A reason',
    }
    expect(faultsOf(correction)).toEqual(['changes'])
    expect(faultsOf({ ...correction, reason: '' })?.sort()).toEqual(['changes', 'reason'])
    expect(faultsOf({ ...correction, changes: 7 })).toEqual(['changes'])
    const evidence = [{ field: 'license', source: 'https://data.org/terms' }]
    expect(faultsOf({ ...correction, evidence })).toBeUndefined()
  })
})

it('what was normalised once stays as it is', () => {
  const given = {
    kind: 'addition',
    resource: {
      ...resource,
      name: '  A\t name ',
      doi: 'https://doi.org/10.5281/zenodo.4000001',
      formats: ['DICOM ', 'DICOM'],
      cautions: [' Mind\u00a0this '],
    },
    reason: 'One\r\n\r\n\r\ntwo',
  }
  const once = parse(SubmissionInput, given, 'body')
  expect(once).toMatchObject({
    resource: { name: 'A name', doi: '10.5281/zenodo.4000001', formats: ['DICOM'], cautions: ['Mind this'] },
    reason: 'One\n\ntwo',
  })
  expect(parse(SubmissionInput, once, 'body')).toEqual(once)
})
