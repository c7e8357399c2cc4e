import {
  RANGE_FILTER_NAMES,
  RANGE_FILTERS,
  VALUE_FILTER_NAMES,
  valueFilterOf,
} from '../../../schema/record/filters.ts'
import { SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import { AVAILABILITY, DATA_TYPES, RESOURCE_STATUSES } from '../../../schema/vocabulary.ts'

/** The description of a parameter, the same in every operation. */
export interface Parameter {
  readonly description: string
  readonly example?: string | number | readonly string[]
  /** Replaces the schema of the checked text where the documented type differs. */
  readonly schema?: Readonly<Record<string, unknown>>
  readonly style?: 'form'
  readonly explode?: boolean
}

/** One or several values of a closed list. They may also be separated by commas. */
const someOf = (values: readonly string[]) =>
  ({
    style: 'form',
    explode: true,
    schema: { type: 'array', items: { type: 'string', enum: values }, minItems: 1 },
  }) as const

/** A longer list is described by a pattern: it would stand in the document once for every operation. */
const MOST_LISTED = 30
const someWritten = (pattern: RegExp) =>
  ({
    style: 'form',
    explode: true,
    schema: { type: 'array', items: { type: 'string', pattern: pattern.source }, minItems: 1 },
  }) as const

const cell = { ...someOf(AVAILABILITY), example: ['yes', 'unknown'] }

export const QUERY_PARAMETERS: Readonly<Record<string, Parameter>> = {
  ...Object.fromEntries(
    DATA_TYPES.map(({ key, label, meaning }) => [
      key,
      { description: `Only where ${label} (${meaning}) has one of these values.`, ...cell },
    ]),
  ),
  mri: { description: '`mrt` under the name that most people type.', ...cell },
  status: {
    description: 'Only those of these statuses. Without it, all but the removed.',
    ...someOf(RESOURCE_STATUSES),
    example: RESOURCE_STATUSES,
  },
  ...Object.fromEntries(
    VALUE_FILTER_NAMES.map((name) => {
      const { values, meaning } = valueFilterOf(name)
      const unknown = values.includes('unknown') ? ' `unknown` where that is not recorded.' : ''
      const schema = values.length > MOST_LISTED ? someWritten(/^([A-Z]{2}|unknown)$/) : someOf(values)
      return [name, { description: `${meaning}${unknown}`, ...schema, example: values.slice(0, 2) }]
    }),
  ),
  ...Object.fromEntries(
    RANGE_FILTER_NAMES.map((name) => {
      const { meaning, measure } = RANGE_FILTERS[name]
      const schema = { type: 'integer', minimum: 0, maximum: 9_999_999_999 }
      const example = measure === 'published' ? 2020 : 50
      return [
        name,
        { description: `${meaning} What is recorded without that number is left out.`, schema, example },
      ]
    }),
  ),
  license: {
    description:
      'Only those under one of these licences, as SPDX or people name them (without a version, all versions); `other` ' +
      'for what is none of the SPDX list, `unknown` where none is recorded.',
    style: 'form',
    explode: true,
    schema: { type: 'array', items: { type: 'string' }, minItems: 1 },
    example: ['CC-BY-4.0', 'CC0-1.0'],
  },
  q: {
    description:
      'Only what the search finds for this text: words in any order, misspelt or in part, an address, a DOI.',
    example: 'lung ultrasound',
  },
  sort: {
    description:
      'By table order, name, latest change, most images, most patients, year of publication (latest first), or (with ' +
      '`q`) relevance; or `certain`: what has the data types asked for, ' +
      'then what may have them, and in each what has ended last. By itself relevance with `q`, `certain` where a data ' +
      'type is asked for, else table order.',
    example: 'certain',
  },
  limit: {
    description: 'How many a page.',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
    example: 50,
  },
  cursor: { description: 'The `nextCursor` of the page before, as it came.' },
  release: { description: 'As it was in this release; not together with `at`.', example: '2.0' },
  at: {
    description: 'As it was at this instant of the past, with Z or an offset; not together with `release`.',
    example: '2020-12-31T23:59:59Z',
  },
  slug: { description: 'Only those of this resource.', example: 'covid-ct' },
  a: { description: 'The first: its slug, name, address or DOI.', example: 'covid-ct' },
  b: { description: 'The second, likewise.', example: 'cord-19' },
  version: { description: 'Only this version.', schema: { type: 'integer', minimum: 1 }, example: 2 },
  by: { description: 'Only those of the maintainer with this Discord id.', example: '900000000000000001' },
  since: { description: 'Only those from this day (UTC) on.', example: '2026-05-12' },
  decided: { description: 'Those that were decided on so, in place of those that wait.', example: 'taken' },
  state: { description: 'Only those in this state.', example: 'asked' },
  verb: { description: 'What is asked for.', example: 'Identify' },
  identifier: { description: 'Of one record: `oai:`, our host, and the slug.' },
  metadataPrefix: { description: 'The form of the records.', example: 'oai_dc' },
  from: { description: 'Only what changed at this day or second (UTC), or later.', example: '2020-05-12' },
  until: { description: 'Only what changed up to this day or second (UTC).', example: '2020-05-12' },
  set: { description: 'There are no sets.' },
  resumptionToken: { description: 'That of the page before, as it came.' },
}

export const REQUEST_HEADERS = {
  'Idempotency-Key': {
    description: 'Any text of your own, once for each thing to be done: a repetition does nothing twice.',
    schema: {
      type: 'string',
      minLength: 1,
      maxLength: SUBMISSION_LENGTHS.idempotencyKey,
      pattern: '^[ -~]+$',
    },
    example: '5f0c9f0e-6f0f-4d55-8f0e-0b7f3f1c2a9d',
  },
} as const satisfies Readonly<Record<string, Parameter>>
