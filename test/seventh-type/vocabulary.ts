// The vocabulary with a data type more, in place of the real one: vitest.config.ts.

import { DATA_TYPES as SIX } from '../../schema/vocabulary.ts'

export * from '../../schema/vocabulary.ts'

export const DATA_TYPES = [
  ...SIX,
  {
    key: 'pet',
    label: 'PET',
    command: 'pet',
    meaning: 'positron emission tomography',
    technique: 'positron emission tomography',
    words: ['pet', 'positron emission tomography'],
  },
] as const
export const DATA_TYPE_KEYS = DATA_TYPES.map((type) => type.key)
