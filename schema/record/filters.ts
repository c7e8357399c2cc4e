// By what a list is filtered beside the data types, the licence, the status and the date of change: the same through
// chat, API and page. A record has the values of each; one without a value has `unknown`.

import {
  ACCESS,
  type Access,
  ANNOTATIONS,
  type Annotation,
  type DataTypeKey,
  FILE_FORMATS,
  LINK_VERDICTS,
  PERMISSIONS,
  type Permission,
  type UseKey,
} from '../vocabulary.ts'
import type { FieldKey, FieldValues } from './field-keys.ts'
import { UNCHECKED, type WithLink } from './sites/link.ts'
import { COUNTRIES } from './values/countries.ts'

interface Listed {
  /** What can be asked for; several are alternatives. */
  readonly values: readonly string[]
  readonly field: FieldKey
  /** For the API's document. */
  readonly meaning: string
  readonly of: (record: WithLink<FieldValues>) => readonly string[]
}

const orUnknown = (values: readonly string[]): readonly string[] => (values.length > 0 ? values : ['unknown'])

const permitted = (use: UseKey, what: string): Listed => ({
  values: PERMISSIONS satisfies readonly Permission[],
  field: 'use',
  meaning: `Whether ${what} is allowed.`,
  of: (record) => [record.use[use]],
})

const VALUE_FILTERS = {
  access: {
    values: ACCESS,
    field: 'access',
    meaning: 'How one gets at the data.',
    of: ({ access }) => [access],
  },
  annotations: {
    values: [...ANNOTATIONS, 'unknown'],
    field: 'annotations',
    meaning: 'How the images are labelled; one of those named is enough.',
    of: ({ annotations }) => orUnknown(annotations),
  },
  commercial: permitted('commercial', 'commercial use'),
  redistribution: permitted('redistribution', 'passing the data on'),
  modification: permitted('modification', 'passing changed copies on'),
  fileFormat: {
    values: [...FILE_FORMATS, 'unknown'],
    field: 'fileFormats',
    meaning: 'What kind of files there are; one of those named is enough.',
    of: ({ fileFormats }) => orUnknown(fileFormats),
  },
  country: {
    values: [...COUNTRIES, 'unknown'],
    field: 'countries',
    meaning: 'Where patients are from, by ISO 3166-1 alpha-2; one of those named is enough.',
    of: ({ countries }) => orUnknown(countries),
  },
  original: {
    values: ['yes', 'no'],
    field: 'derivedFrom',
    meaning: 'Whether it has data of its own alone, so far as is recorded: `no` has data of others in it.',
    of: ({ derivedFrom, origins }) => [derivedFrom.length + origins.length === 0 ? 'yes' : 'no'],
  },
  link: {
    values: LINK_VERDICTS,
    field: 'url',
    meaning: 'What the last look at its address says. Only of now, so not with `at` or `release`.',
    of: ({ link = UNCHECKED }) => [link.verdict],
  },
} as const satisfies { readonly [name: string]: Listed }

export type ValueFilter = keyof typeof VALUE_FILTERS
export const valueFilterOf = (name: ValueFilter): Listed => VALUE_FILTERS[name]
/** The cast holds because the list has no keys but its own. */
export const VALUE_FILTER_NAMES = Object.keys(VALUE_FILTERS) as readonly ValueFilter[]

/** The numbers by which lists are filtered and sorted, each the largest or latest first. */
export const MEASURES = ['images', 'patients', 'published'] as const
export type Measure = (typeof MEASURES)[number]

export const measureOf = (
  measure: Measure,
  { counts, published }: Pick<FieldValues, 'counts' | 'published'>,
) => (measure === 'published' ? published : counts?.[measure]) ?? null

/** Bounds, both included. What has no such number is outside of any. */
export const RANGE_FILTERS = {
  minImages: { measure: 'images', bound: 'least', meaning: 'At least so many images.' },
  minPatients: { measure: 'patients', bound: 'least', meaning: 'At least so many patients.' },
  publishedFrom: { measure: 'published', bound: 'least', meaning: 'Published in this year or later.' },
  publishedTo: { measure: 'published', bound: 'most', meaning: 'Published in this year or earlier.' },
} as const satisfies {
  readonly [name: string]: {
    readonly measure: Measure
    readonly bound: 'least' | 'most'
    readonly meaning: string
  }
}
export type RangeFilter = keyof typeof RANGE_FILTERS
/** The cast holds because the list has no keys but its own. */
export const RANGE_FILTER_NAMES = Object.keys(RANGE_FILTERS) as readonly RangeFilter[]

export type ValueFilters = { readonly [Name in ValueFilter]?: readonly string[] | undefined }
export type RangeFilters = { readonly [Name in RangeFilter]?: number | undefined }

/** A value of a filter as a word of its own, to be looked for among those of a record. */
export const filterTag = (name: string, value: string): string => `${name}=${value}`

/** Every such word of a record, without that of its link, which is beside the record. */
export const filterTags = (record: FieldValues): string[] =>
  VALUE_FILTER_NAMES.filter((name) => name !== 'link').flatMap((name) =>
    valueFilterOf(name)
      .of(record)
      .map((value) => filterTag(name, value)),
  )

/** That of its link too. */
export const filterTagsNow = (record: WithLink<FieldValues>): string[] => [
  ...filterTags(record),
  ...valueFilterOf('link')
    .of(record)
    .map((value) => filterTag('link', value)),
]

/** Terms on which a person in chat wants data: one value of each. */
export interface Terms {
  readonly access?: Access | undefined
  /** The name of one licence or of several, as `findRequestedLicences` has it; `other` or `unknown`. */
  readonly license?: string | undefined
  /** That may be done with the data, perhaps on conditions. */
  readonly use?: UseKey | undefined
  readonly annotations?: Annotation | undefined
}

/** Data types that a resource has, and the terms on which it can be had. */
export interface Wanted {
  readonly dataTypes: readonly DataTypeKey[]
  readonly terms: Terms
}

export const hasTerms = (terms: Terms): boolean => Object.values(terms).some((value) => value !== undefined)

const PERMITTED = ['yes', 'conditional'] as const satisfies readonly Permission[]

/** The values that a record needs one of for each term; the licence is asked for apart. */
export const valuesUnder = ({ access, use, annotations }: Terms): ValueFilters => ({
  ...(access && { access: [access] }),
  ...(use && { [use]: PERMITTED }),
  ...(annotations && { annotations: [annotations] }),
})
