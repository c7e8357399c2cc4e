import fc from 'fast-check'
import { expect, it } from 'vitest'
import { filterTag } from '../../../schema/record/filters.ts'
import { ALL_CODES, admits, cellsRow } from '../../../schema/record/values/cells.ts'
import type { ResourceFilter } from '../../../schema/verbs/resources.ts'
import {
  ACCESS,
  ANNOTATIONS,
  AVAILABILITY,
  DATA_TYPE_KEYS,
  RESOURCE_STATUSES,
} from '../../../schema/vocabulary.ts'
import { facetsOf } from '../../../worker/domain/search/facets.ts'
import type { Tally } from '../../../worker/domain/search/resource-filter.ts'

const LICENSES = ['CC-BY-4.0', 'other', 'unknown']

const tally: fc.Arbitrary<Tally> = fc.record({
  availability: fc.integer({ min: 0, max: ALL_CODES - 1 }).map(cellsRow),
  status: fc.constantFrom(...RESOURCE_STATUSES),
  tags: fc
    .tuple(fc.constantFrom(...ACCESS), fc.subarray([...ANNOTATIONS], { minLength: 1 }))
    .map(([access, annotations]) => [
      filterTag('access', access),
      ...annotations.map((value) => filterTag('annotations', value)),
    ]),
  isInRange: fc.boolean(),
  license: fc.constantFrom(...LICENSES),
  resources: fc.integer({ min: 1, max: 9 }),
})

const maybe = <Value>(values: readonly Value[]) => fc.option(fc.subarray([...values]), { nil: undefined })

const anyFilter: fc.Arbitrary<ResourceFilter> = fc.record({
  cells: fc.dictionary(fc.constantFrom(...DATA_TYPE_KEYS), fc.subarray([...AVAILABILITY])),
  statuses: maybe(RESOURCE_STATUSES),
  values: fc.record({ access: maybe(ACCESS), annotations: maybe(ANNOTATIONS) }),
  licenses: maybe(LICENSES.map((license) => license.toLowerCase())),
})

/** What there is, found the plain way. */
const count = (
  tallies: readonly Tally[],
  { cells = {}, statuses, values, licenses }: ResourceFilter,
  isBounded = true,
) =>
  tallies
    .filter(
      (one) =>
        admits(cells, one.availability) &&
        (statuses?.includes(one.status) ?? one.status !== 'removed') &&
        (one.isInRange || !isBounded) &&
        (['access', 'annotations'] as const).every(
          (name) => values?.[name]?.some((value) => one.tags.includes(filterTag(name, value))) ?? true,
        ) &&
        (licenses?.includes(one.license.toLowerCase()) ?? true),
    )
    .reduce((sum, { resources }) => sum + resources, 0)

it('counts under one name what is asked for by it', () => {
  const one = {
    availability: cellsRow(0),
    status: 'active',
    tags: [],
    isInRange: true,
    resources: 1,
  } as const
  const { licenses } = facetsOf(
    [
      { ...one, license: 'CC0-1.0' },
      { ...one, license: 'public-domain' },
    ],
    {},
  )
  expect([...licenses]).toEqual([
    ['public-domain', 2],
    ['CC0-1.0', 1],
  ])
})

it('every count is how many there are, asked for like that', () => {
  fc.assert(
    fc.property(fc.array(tally, { maxLength: 12 }), anyFilter, (tallies, given) => {
      const facets = facetsOf(tallies, given)
      expect(facets.shown).toBe(count(tallies, given))
      expect(facets.all).toBe(count(tallies, { cells: {} }, false))
      for (const key of DATA_TYPE_KEYS)
        for (const value of AVAILABILITY) {
          const alone = { ...given, cells: { ...given.cells, [key]: [value] } }
          expect(facets.cells[key][value]).toBe(count(tallies, alone))
          const within = tallies.filter(({ availability }) => availability[key] === value)
          expect(facets.coverage[key][value]).toBe(count(within, given))
        }
      for (const [status, number] of facets.statuses)
        expect(number).toBe(count(tallies, { ...given, statuses: [status] }))
      for (const name of ['access', 'annotations'] as const)
        for (const [value, number] of facets.values[name])
          expect(number).toBe(count(tallies, { ...given, values: { ...given.values, [name]: [value] } }))
      for (const [license, number] of facets.licenses)
        expect(number).toBe(count(tallies, { ...given, licenses: [license.toLowerCase()] }))
    }),
  )
})
