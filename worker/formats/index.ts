// The formats of a resource and of the whole table. Routes, links, content negotiation, the download lists of pages and
// the OpenAPI document are generated from these two lists.

import type { ExportFormat, RecordFormat } from './catalogue.ts'
import { CROISSANT_VERSION, croissant } from './linked-data/croissant.ts'
import { turtle, turtleExport } from './linked-data/dcat.ts'
import { jsonld, jsonldExport } from './linked-data/schema-org.ts'
import { MEDIA_TYPES } from './media-types.ts'
import {
  bibtexExport,
  bibtexRecord,
  cslExport,
  cslRecord,
  risExport,
  risRecord,
} from './references/bibliography.ts'
import { csv, csvForExcel } from './tables/csv.ts'
import { jsonExport } from './tables/json.ts'
import { markdown } from './tables/markdown.ts'
import { ndjson } from './tables/ndjson.ts'

/** By the suffix of the address. */
type Forms<Format> = Readonly<
  Record<string, { readonly type: string; readonly format: Format; readonly description: string }>
>

/** The formats of one resource, besides its JSON. */
export const RECORD_FORMS = {
  jsonld: {
    type: MEDIA_TYPES.jsonld,
    format: jsonld,
    description: 'A data set in schema.org, for search engines',
  },
  ttl: {
    type: MEDIA_TYPES.ttl,
    format: turtle,
    description: 'A data set in DCAT 3, for data portals',
  },
  'croissant.json': {
    // The profile distinguishes it from other JSON-LD (RFC 6906).
    type: `${MEDIA_TYPES.jsonld}; profile="${CROISSANT_VERSION}"`,
    format: croissant,
    description: 'A data set in Croissant, for machine learning; its files are not described',
  },
  bib: {
    type: MEDIA_TYPES.bib,
    format: bibtexRecord,
    description: 'Its references in BibTeX',
  },
  ris: {
    type: MEDIA_TYPES.ris,
    format: risRecord,
    description: 'Its references in RIS, for reference managers',
  },
  csl: {
    type: MEDIA_TYPES.csl,
    format: cslRecord,
    description: 'Its references in CSL-JSON',
  },
} as const satisfies Forms<RecordFormat>

/** All formats of one resource. An address without a suffix has the first. */
export const FORMS = {
  json: {
    type: MEDIA_TYPES.json,
    format: (resource) => JSON.stringify(resource),
    description: 'All of it in JSON',
  },
  ...RECORD_FORMS,
} as const satisfies Forms<RecordFormat>
export type Suffix = keyof typeof FORMS
export const SUFFIXES = Object.keys(FORMS) as Suffix[]

/** The formats of the whole table. */
export const EXPORT_FORMATS = {
  json: {
    type: MEDIA_TYPES.json,
    format: jsonExport,
    description: 'All resources in one JSON document, one a line',
  },
  ndjson: {
    type: MEDIA_TYPES.ndjson,
    format: ndjson,
    description: 'A resource a line, each a JSON document',
  },
  csv: {
    type: MEDIA_TYPES.csv,
    format: csv,
    description: 'The table for spreadsheets and statistics, with the links of the references',
  },
  'excel.csv': {
    type: MEDIA_TYPES.csv,
    format: csvForExcel,
    description: 'The same table with a byte order mark, for Excel',
  },
  bib: {
    type: MEDIA_TYPES.bib,
    format: bibtexExport,
    description: 'All references in BibTeX',
  },
  ris: {
    type: MEDIA_TYPES.ris,
    format: risExport,
    description: 'All references in RIS, for reference managers',
  },
  csl: {
    type: MEDIA_TYPES.csl,
    format: cslExport,
    description: 'All references in CSL-JSON',
  },
  jsonld: {
    type: MEDIA_TYPES.jsonld,
    format: jsonldExport,
    description: 'The registry as a catalogue of data sets in schema.org, for search engines',
  },
  ttl: {
    type: MEDIA_TYPES.ttl,
    format: turtleExport,
    description: 'The registry as a catalogue of data sets in DCAT 3, for data portals',
  },
  md: {
    type: MEDIA_TYPES.md,
    format: markdown,
    description: 'The table in Markdown: Y, N or U for each data type',
  },
} as const satisfies Forms<ExportFormat>
