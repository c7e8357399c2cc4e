// Which records should not look like the way to usable images.

import { describe, expect, it } from 'vitest'
import { caveatsOf, isDoubtful } from '../../../schema/record/caveats.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { DataTypeKey } from '../../../schema/vocabulary.ts'
import { FULL } from '../formats/full-record.ts'

const NONE = { ct: 'no', xray: 'no', mrt: 'no', ultrasound: 'no', metadata: 'yes', caseReview: 'no' } as const

const record = (more: Partial<Resource>): Resource => ({ ...FULL, status: 'active', claims: [], ...more })

const having = (cells: Partial<Resource['availability']>, denied: readonly DataTypeKey[] = []) =>
  record({
    availability: { ...NONE, ...cells },
    claims: denied.map((type) => ({
      field: `availability.${type}` as const,
      value: 'no',
      source: 'https://lungs.example/readme',
      asOf: null,
      stated: false,
    })),
  })

describe('a record', () => {
  it.each<[string, Resource, boolean]>([
    ['that is unreachable', record({ status: 'unreachable' }), true],
    ['that is removed', record({ status: 'removed' }), true],
    ['that is frozen', record({ status: 'frozen' }), false],
    ['that is gated', record({ status: 'gated' }), false],
    ['that has moved', record({ status: 'moved' }), false],
    ['of metadata alone', having({}), true],
    ['of which one kind of image is not recorded', having({ mrt: 'unknown' }), false],
    ['of which a source denies the only kind of image', having({ ultrasound: 'yes' }, ['ultrasound']), true],
    ['of which sources deny both kinds', having({ ct: 'yes', mrt: 'yes' }, ['ct', 'mrt']), true],
    ['of which a source denies one kind of two', having({ ct: 'yes', mrt: 'yes' }, ['mrt']), false],
    ['of which a source denies metadata', having({ ct: 'yes' }, ['metadata']), false],
  ])('%s is doubtful or not', (_, resource, doubtful) => {
    expect(isDoubtful(caveatsOf(resource))).toBe(doubtful)
  })
})
