import type { ExportFormat } from './catalogue.ts'
import { turtleExport } from './linked-data/dcat.ts'
import { jsonldExport } from './linked-data/schema-org.ts'
import { MEDIA_TYPES } from './media-types.ts'
import { bibtexExport, cslExport, risExport } from './references/bibliography.ts'
import { csv } from './tables/csv.ts'
import { jsonExport } from './tables/json.ts'
import { markdown } from './tables/markdown.ts'
import { ndjson } from './tables/ndjson.ts'

/** The downloads by their suffix, each with its media type. */
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
} as const satisfies Record<
  string,
  { readonly type: string; readonly format: ExportFormat; readonly description: string }
>
