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
 * How a text is written: on one line, as a web address, as a DOI, as a slug of a resource here, as a partial date, or as
 * the code of a country.
 */
export type Writing = 'line' | 'address' | 'doi' | 'slug' | 'date' | 'country'

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
    hint: 'As its makers call it.',
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
    meaning: 'For each data type whether it has it; unknown is that the source does not say.',
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
    hint: 'What it is, in a sentence or two: which images, of whom, made for what.',
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
    hint: 'As the source states it, as in CC BY 4.0.',
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
    hint: 'What one may do with the data. Of a well-known licence it is known already.',
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
    hint: 'How one gets at the data.',
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
    hint: 'How the images are labelled, and what is known of the patients.',
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
    hint: 'The year in which it came out, as in 2020.',
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
    hint: 'When its data last changed, as in 2020-10-07, 2020-10 or 2020.',
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
    hint: 'Where the patients are from: names or two-letter codes, with commas.',
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
    hint: 'Of the files, as in DICOM, NIfTI; one a line, or with commas.',
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
    hint: 'What kind of files there are.',
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
    hint: 'How large the download is, as in 18.7 GB.',
  },
  versions: {
    kind: 'versions',
    shape: Versions,
    empty: [],
    isProposable: true,
    isClaimable: true,
    label: 'Versions',
    meaning: 'The versions that it has come out in, oldest first, and whether one can still get them.',
    hint: 'One a line: name | date | address | yes, no or unknown for whether one can get it.',
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
    hint: 'Of the data itself, not of a paper about it, as in 10.5281/zenodo.1234.',
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
    hint: 'Other names that it is known by, one a line.',
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
    hint: 'Where else it is found, one a line.',
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
    hint: 'Where it was before, one a line.',
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
    hint: 'Whether it is there.',
  },
  /** A slug, or the name of a resource that is not listed. */
  successor: {
    kind: 'text',
    writing: 'line',
    shape: z.nullable(text(LENGTHS.successor)),
    empty: null,
    isProposable: true,
    isClaimable: true,
    hasOwnPlace: true,
    label: 'Successor',
    meaning: 'What takes its place: a slug, or the name of what is not listed.',
    hint: 'What takes its place, by its name, or its short name here.',
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
    hint: 'What to mind: how to split it, consent, what it is not for. One a line.',
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
    hint: 'What is listed here and has its data in it: the addresses of their pages here, or their short names, one a line.',
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
    hint: 'Where else its data is from, by name, one a line.',
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
    hint: 'Papers about it: a DOI, an arXiv number, a PubMed number or an address, one a line; or BibTeX or RIS, pasted as it is. A line that begins with a name in brackets is a reference that it has already.',
  },
} as const satisfies { readonly [key: string]: Field }

export type Fields = typeof FIELDS
