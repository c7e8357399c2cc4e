// The one list of the fields of a record, in the order in which a record is read. The shapes, the differences between
// versions, claims, proposals, forms, CSV, the API's document and the names in every language follow from it.

import * as z from 'zod/mini'
import { ACCESS, PROPOSED_STATUSES, RESOURCE_STATUSES } from '../vocabulary.ts'
import { ACCESS_WORDS, STATUS_WORDS } from '../words.ts'
import { AvailabilityRow, SomeCells } from './values/availability.ts'
import { Counts } from './values/counts.ts'
import { spdxOf } from './values/licence.ts'
import { LENGTHS, listOf, Slug, text } from './values/text.ts'
import { Reference } from './works/reference.ts'

interface Described {
  /** Its value in a record. */
  readonly shape: z.ZodMiniType
  /** Its value in a proposal, where a proposal may say less or other things than a record. */
  readonly proposed?: z.ZodMiniType
  /** The value that says nothing; none where every record says something. */
  readonly empty?: null | 'unknown' | readonly []
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
  /** The query parameter that filters lists by it; it has a column in `versions` then. */
  readonly filter?: string
  /** Its value where that follows from other fields. */
  readonly derived?: (record: never) => unknown
  /** In English; the other languages name it by its key. */
  readonly label: string
  /** For the API's document, in a sentence. */
  readonly meaning: string
  /** For a person who fills in a form. */
  readonly hint?: string
}

/** How a text is written: on one line, as a web address, as a DOI, or as a slug of a resource here. */
export type Writing = 'line' | 'address' | 'doi' | 'slug'

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
        readonly kind: 'choice'
        readonly values: readonly string[]
        readonly words: Readonly<Record<string, string>>
      }
    | { readonly kind: 'cells' | 'counts' | 'references' }
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
    filter: 'license',
    derived: ({ license }: { readonly license: string | null }) => spdxOf(license),
    hasOwnPlace: true,
    label: 'Licence in the SPDX list',
    meaning: 'The licence as an SPDX expression, where it is one.',
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
    filter: 'access',
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
    meaning: 'The file formats of the data.',
    hint: 'Of the files, as in DICOM, NIfTI; one a line, or with commas.',
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
    filter: 'status',
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
    isProposable: false,
    isClaimable: false,
    hasOwnPlace: true,
    label: 'References',
    meaning: 'What to cite, in the order cited, as CSL-JSON items.',
  },
} as const satisfies { readonly [key: string]: Field }

export type Fields = typeof FIELDS
