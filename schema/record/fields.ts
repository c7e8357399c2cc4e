// The one list of the fields of a record, in the order in which a record is read. The shapes, the differences between
// versions, claims, proposals, forms, CSV, the API's document and the names in every language follow from it.

import * as z from 'zod/mini'
import { ACCESS, ANNOTATIONS, FILE_FORMATS, PROPOSED_STATUSES, RESOURCE_STATUSES } from '../vocabulary.ts'
import { ACCESS_WORDS, ANNOTATION_WORDS, FILE_FORMAT_WORDS, STATUS_WORDS } from '../words.ts'
import { AvailabilityRow, SomeCells } from './values/availability.ts'
import { COUNTRIES, Country } from './values/countries.ts'
import { Counts } from './values/counts.ts'
import { PartialDate } from './values/dates.ts'
import { LENGTHS, listOf, Slug, text } from './values/text.ts'
import { UNKNOWN_USE, Use } from './values/use.ts'
import { Versions } from './values/versions.ts'
import { Reference } from './works/reference.ts'

interface Described {
  /** Its value in a record. */
  readonly shape: z.ZodMiniType
  /** Its value in a proposal, where a proposal may say less or other things than a record. */
  readonly proposed?: z.ZodMiniType
  /** The value that says nothing; none where every record says something. */
  readonly empty?: null | 'unknown' | readonly [] | Use
  /** Whether an addition must have it. */
  readonly isRequired?: true
  readonly isProposable: boolean
  /** Whether sources can be cited for it, and disagree about it. */
  readonly isClaimable: boolean
  /** Whether it is counted as missing where a record says nothing of it. */
  readonly isSought?: true
  /** Whether cards and pages lay it out in a place of its own; any other field is a line among the facts. */
  readonly hasOwnPlace?: true
  /** Whether cards and pages put its entries before all else. */
  readonly isWarning?: true
  /** In English; the other languages name it by its key. */
  readonly label: string
  /** For the API's document, in a sentence. */
  readonly meaning: string
  /** For a person who fills in a form. */
  readonly hint?: string
}

/**
 * How a text is written: on one line, as a web address, as a DOI, as a slug of a resource here, as a partial date, as the
 * code of a country, or as what takes a record's place.
 */
export type Writing = 'line' | 'address' | 'doi' | 'slug' | 'date' | 'country' | 'successor'

export type Field = Described &
  (
    | { readonly kind: 'text'; readonly writing: Writing }
    | {
        readonly kind: 'list'
        readonly writing: Writing
        /** What one entry is called. */
        readonly entry: string
        /** What parts entries in a form, where that is not the end of a line alone. */
        readonly separator?: RegExp
      }
    | {
        /** One value of a closed list, or several. */
        readonly kind: 'choice' | 'choices'
        readonly values: readonly string[]
        readonly words: Readonly<Record<string, string>>
      }
    | { readonly kind: 'number'; readonly unit: 'year' | 'bytes' }
    | { readonly kind: 'cells' | 'counts' | 'references' | 'use' | 'versions' }
  )

export const FIELDS = {
  name: {
    kind: 'text',
    writing: 'line',
    shape: text(LENGTHS.name),
    isRequired: true,
    isProposable: true,
    isClaimable: true,
    hasOwnPlace: true,
    label: 'Name',
    meaning: 'Its name as the source has it.',
    hint: 'As its authors call it.',
  },
  url: {
    kind: 'text',
    writing: 'address',
    shape: text(LENGTHS.url),
    isRequired: true,
    isProposable: true,
    isClaimable: true,
    hasOwnPlace: true,
    label: 'Address',
    meaning: 'Where it is found, as the source writes it.',
    hint: 'Where the data is: a web address, a DOI or an arXiv number.',
  },
  organization: {
    kind: 'text',
    writing: 'line',
    shape: text(LENGTHS.organization),
    isRequired: true,
    isProposable: true,
    isClaimable: true,
    hasOwnPlace: true,
    label: 'Organisation',
    meaning: 'Who provides it.',
    hint: 'Who publishes it.',
  },
  availability: {
    kind: 'cells',
    shape: AvailabilityRow,
    proposed: SomeCells,
    isProposable: true,
    isClaimable: true,
    hasOwnPlace: true,
    label: 'Availability',
    meaning: 'For each data type whether it has it; unknown means not recorded.',
  },
  description: {
    kind: 'text',
    writing: 'line',
    shape: z.nullable(text(LENGTHS.description)),
    empty: null,
    isProposable: true,
    isClaimable: true,
    hasOwnPlace: true,
    label: 'Description',
    meaning: 'What it is, in a sentence or two.',
    hint: 'One or two sentences: which images, of which patients, for what purpose.',
  },
  /** As claimed, in its own words. */
  license: {
    kind: 'text',
    writing: 'line',
    shape: z.nullable(text(LENGTHS.license)),
    empty: null,
    isProposable: true,
    isClaimable: true,
    isSought: true,
    hasOwnPlace: true,
    label: 'Licence',
    meaning: 'Its licence as claimed; null where none is recorded.',
    hint: 'As the source states it, such as CC BY 4.0.',
  },
  licenseSpdx: {
    kind: 'text',
    writing: 'line',
    shape: z.nullable(text(LENGTHS.license)),
    empty: null,
    isProposable: false,
    isClaimable: false,
    hasOwnPlace: true,
    label: 'Licence in the SPDX list',
    meaning: 'The licence as an SPDX expression, where it is one.',
  },
  /** What the licence allows, narrowed by what sources say: values/use.ts. */
  use: {
    kind: 'use',
    shape: Use,
    empty: UNKNOWN_USE,
    isProposable: true,
    isClaimable: true,
    isSought: true,
    hasOwnPlace: true,
    label: 'Use',
    meaning: 'What one may do with the data: what the licence allows, or less where a source says so.',
    hint: 'Needed only for terms of their own: what a well-known licence allows is filled in for you.',
  },
  access: {
    kind: 'choice',
    values: ACCESS,
    words: ACCESS_WORDS,
    shape: z.enum(ACCESS),
    empty: 'unknown',
    isProposable: true,
    isClaimable: true,
    isSought: true,
    hasOwnPlace: true,
    label: 'Access',
    meaning: 'How one gets at the data.',
    hint: 'How to get the data.',
  },
  counts: {
    kind: 'counts',
    shape: z.nullable(Counts),
    empty: null,
    isProposable: true,
    isClaimable: true,
    isSought: true,
    hasOwnPlace: true,
    label: 'Size',
    meaning: 'How much there is, and when that was true.',
  },
  annotations: {
    kind: 'choices',
    values: ANNOTATIONS,
    words: ANNOTATION_WORDS,
    shape: listOf(z.enum(ANNOTATIONS), ANNOTATIONS.length),
    empty: [],
    isProposable: true,
    isClaimable: true,
    isSought: true,
    hasOwnPlace: true,
    label: 'Annotations',
    meaning:
      'How the images are labelled, and what is known of the patients; empty where that is not recorded.',
    hint: 'Tick what comes with the images.',
  },
  published: {
    kind: 'number',
    unit: 'year',
    shape: z.nullable(z.int().check(z.minimum(1990), z.maximum(2100))),
    empty: null,
    isProposable: true,
    isClaimable: true,
    label: 'Published',
    meaning: 'The year in which it came out.',
    hint: 'The year of publication, such as 2020.',
  },
  lastUpdated: {
    kind: 'text',
    writing: 'date',
    shape: z.nullable(PartialDate),
    empty: null,
    isProposable: true,
    isClaimable: true,
    label: 'Last updated',
    meaning: 'When its data last changed: a day, or as much of it as is known.',
    hint: 'When the data last changed, such as 2020-10-07, 2020-10 or 2020.',
  },
  countries: {
    kind: 'list',
    writing: 'country',
    separator: /[\n,;]/,
    shape: listOf(Country, COUNTRIES.length),
    empty: [],
    isProposable: true,
    isClaimable: true,
    label: 'Countries',
    entry: 'Country',
    meaning: 'Where the patients are from, by ISO 3166-1 alpha-2.',
    hint: 'Where the patients are from: names or two-letter codes, separated by commas.',
  },
  formats: {
    kind: 'list',
    writing: 'line',
    separator: /[\n,]/,
    shape: listOf(text(LENGTHS.format), LENGTHS.formats),
    empty: [],
    isProposable: true,
    isClaimable: true,
    isSought: true,
    label: 'Formats',
    entry: 'Format',
    meaning: 'The file formats of the data, in the words of the source.',
    hint: 'In the words of the source, such as DICOM, NIfTI; separated by commas.',
  },
  fileFormats: {
    kind: 'choices',
    values: FILE_FORMATS,
    words: FILE_FORMAT_WORDS,
    shape: listOf(z.enum(FILE_FORMATS), FILE_FORMATS.length),
    empty: [],
    isProposable: true,
    isClaimable: true,
    label: 'File formats',
    meaning: 'The formats of the files, from a closed list; empty where that is not recorded.',
    hint: 'Tick the formats of the files.',
  },
  downloadBytes: {
    kind: 'number',
    unit: 'bytes',
    shape: z.nullable(z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER))),
    empty: null,
    isProposable: true,
    isClaimable: true,
    label: 'Download size',
    meaning: 'How large the download is, in bytes.',
    hint: 'Such as 18.7 GB.',
  },
  versions: {
    kind: 'versions',
    shape: Versions,
    empty: [],
    isProposable: true,
    isClaimable: true,
    label: 'Versions',
    meaning: 'The versions that it has come out in, oldest first, and whether one can still get them.',
    hint: 'One per line: name | date | address | yes, no or unknown (can it still be downloaded?).',
  },
  /** Of the data set, not of a paper about it; bare, as 10.5281/zenodo.1234. */
  doi: {
    kind: 'text',
    writing: 'doi',
    shape: z.nullable(text(LENGTHS.doi)),
    empty: null,
    isProposable: true,
    isClaimable: true,
    isSought: true,
    label: 'DOI',
    meaning: 'The DOI of the data set, bare.',
    hint: 'Of the data itself, not of a paper about it, such as 10.5281/zenodo.1234.',
  },
  aliases: {
    kind: 'list',
    writing: 'line',
    shape: listOf(text(LENGTHS.alias), LENGTHS.aliases),
    empty: [],
    isProposable: true,
    isClaimable: true,
    label: 'Also called',
    entry: 'Other name',
    meaning: 'Other names that it is known by.',
    hint: 'Its other names, one per line.',
  },
  otherUrls: {
    kind: 'list',
    writing: 'address',
    shape: listOf(text(LENGTHS.url), LENGTHS.otherUrls),
    empty: [],
    isProposable: true,
    isClaimable: true,
    hasOwnPlace: true,
    label: 'Other addresses',
    entry: 'Other address',
    meaning: 'Where else it is found: mirrors, and pages of its own beside the address.',
    hint: 'Mirrors and other pages of it, one per line.',
  },
  formerUrls: {
    kind: 'list',
    writing: 'address',
    shape: listOf(text(LENGTHS.url), LENGTHS.formerUrls),
    empty: [],
    isProposable: true,
    isClaimable: false,
    hasOwnPlace: true,
    label: 'Former addresses',
    entry: 'Former address',
    meaning: 'Where it was found before.',
    hint: 'Where it was before, one per line.',
  },
  status: {
    kind: 'choice',
    values: PROPOSED_STATUSES,
    words: STATUS_WORDS,
    shape: z.enum(RESOURCE_STATUSES),
    proposed: z.enum(PROPOSED_STATUSES),
    empty: 'unknown',
    isProposable: true,
    isClaimable: true,
    isSought: true,
    hasOwnPlace: true,
    label: 'Status',
    meaning: 'What is known of it as a whole; removed is a tombstone.',
    hint: 'Whether the data is still available.',
  },
  /** A slug, or the name of a resource that is not listed. */
  successor: {
    kind: 'text',
    writing: 'successor',
    shape: z.nullable(text(LENGTHS.successor)),
    empty: null,
    isProposable: true,
    isClaimable: true,
    hasOwnPlace: true,
    label: 'Successor',
    meaning: 'What takes its place: a slug, or the name of what is not listed.',
    hint: 'The data set that replaces it: its name, or its short name here.',
  },
  cautions: {
    kind: 'list',
    writing: 'line',
    shape: listOf(text(LENGTHS.caution), LENGTHS.cautions),
    empty: [],
    isProposable: true,
    isClaimable: true,
    hasOwnPlace: true,
    isWarning: true,
    label: 'Cautions',
    entry: 'Caution',
    meaning: 'What to mind when using it.',
    hint: 'What users must know: how to split it, consent, limits of use. One per line.',
  },
  /** The resources whose data it contains. */
  derivedFrom: {
    kind: 'list',
    writing: 'slug',
    shape: listOf(Slug, LENGTHS.sources),
    empty: [],
    isProposable: true,
    isClaimable: true,
    hasOwnPlace: true,
    label: 'Data from',
    entry: 'Source',
    meaning: 'The slugs of the resources whose data it has in it.',
    hint: 'Listed data sets that it includes: their page here or their short name, one per line.',
  },
  /** Sources that are not listed, by name. */
  origins: {
    kind: 'list',
    writing: 'line',
    shape: listOf(text(LENGTHS.origin), LENGTHS.sources),
    empty: [],
    isProposable: true,
    isClaimable: true,
    hasOwnPlace: true,
    label: 'Origins',
    entry: 'Origin',
    meaning: 'Where else its data are from.',
    hint: 'Sources that are not listed here, by name, one per line.',
  },
  references: {
    kind: 'references',
    shape: listOf(Reference, LENGTHS.references),
    empty: [],
    isProposable: true,
    isClaimable: false,
    hasOwnPlace: true,
    label: 'References',
    meaning: 'What to cite, in the order cited, as CSL-JSON items.',
    hint: 'One paper per line: a DOI, an arXiv or PubMed number, or an address. You can also paste BibTeX or RIS. Keep the lines that begin with a name in brackets: they are recorded already.',
  },
} as const satisfies { readonly [key: string]: Field }

export type Fields = typeof FIELDS
