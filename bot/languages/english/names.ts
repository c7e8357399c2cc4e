// Names of data types, fields and values.

import type { InputField } from '../../../schema/field-path.ts'
import { CHOICE_WORDS, FIELD_NAMES } from '../../../schema/record/field-keys.ts'
import type { RangeFilter, ValueFilter } from '../../../schema/record/filters.ts'
import { countryName } from '../../../schema/record/values/countries.ts'
import {
  ACCESS,
  type Access,
  type Availability,
  type Counted,
  DATA_TYPES,
  type DataTypeKey,
  type Permission,
} from '../../../schema/vocabulary.ts'
import { COUNT_WORDS, PERMISSION_WORDS, USE_WORDS } from '../../../schema/words.ts'
import { bytes, day, number } from './writing.ts'

export const nameMessages = {
  dataTypes: Object.fromEntries(
    DATA_TYPES.map(({ key, label, meaning }) => [key, { label, meaning }]),
  ) as Record<DataTypeKey, { readonly label: string; readonly meaning: string }>,
  fields: FIELD_NAMES,
  inputs: {
    resource: 'Proposal',
    changes: 'Changes',
    version: 'Version',
    reason: 'Reason',
    text: 'Answer',
    note: 'Note',
    source: 'Source',
    value: 'Value',
    contact: 'Contact',
    mailAddress: 'Mail address',
    release: 'Release',
    at: 'Moment',
  } as Record<InputField, string>,

  /** Whether a resource has data of a type. */
  availability: { yes: 'yes', no: 'no', unknown: 'unknown' } as Record<Availability, string>,

  /** Lists of data types by availability, for one line of text. */
  cells: {
    yes: (labels: string) => `has ${labels}`,
    no: (labels: string) => `lacks ${labels}`,
    unknown: (labels: string) => `unknown ${labels}`,
  },

  /** The values of each field with a closed list: a word or two, then after a colon their meaning. */
  choices: CHOICE_WORDS,

  /** What one may want to do with data, and whether one may. */
  uses: USE_WORDS,
  permissions: PERMISSION_WORDS,

  /** Use, in a line of a list. */
  decision: {
    commercial: {
      yes: 'commercial use',
      conditional: 'commercial use on conditions',
      no: 'no commercial use',
    } as Record<Exclude<Permission, 'unknown'>, string>,
    noRedistribution: 'no redistribution',
    noModification: 'no changed copies',
    useNotStated: 'use not stated',
    someUse: 'use stated in part',
  },

  country: (code: string) => countryName('en', code),

  /** What lists are filtered by. */
  filters: {
    access: 'Access',
    annotations: 'Annotations',
    commercial: 'Commercial use',
    redistribution: 'Redistribution',
    modification: 'Changed copies',
    fileFormat: 'File format',
    country: 'Country',
    original: 'Only original data',
    link: 'Address',
    minImages: 'Images, at least',
    minPatients: 'Patients, at least',
    publishedFrom: 'Published from',
    publishedTo: 'Published to',
  } as Record<ValueFilter | RangeFilter, string>,

  /** "18.7 GB" */
  bytes,

  /** Beside the name of a version. */
  versions: { here: 'available', gone: 'no longer available' },

  /** Access in a word or two. */
  accessShort: {
    ...(Object.fromEntries(ACCESS.map((access) => [access, access.replaceAll('_', ' ')])) as Record<
      Access,
      string
    >),
    build_it_yourself: 'scripts only',
  },

  /** The size of a data set. */
  counts: {
    /** "1 image", "12,345 images" */
    amount: (of: Counted, count: number) =>
      `${number(count)} ${COUNT_WORDS[of][count === 1 ? 'one' : 'many']}`,
    infected: (count: number) => `${number(count)} of them COVID-19`,
    asOf: (date: string) => `(as of ${day(date)})`,
    nothing: 'nothing counted',
  },

  /** What a licence asks for. */
  licenses: {
    credit: 'credit',
    noCommerce: 'no commercial use',
    alike: 'share alike',
    noChanges: 'no changed copies',
    researchOnly: 'research only',
    noRedistribution: 'no redistribution',
    agreement: 'an agreement to accept',
  },
}
export type NameMessages = typeof nameMessages
