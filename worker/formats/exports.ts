import { bibtexExport, cslExport, risExport } from './bibliography.ts'
import type { ExportFormat } from './catalogue.ts'
import { csv } from './csv.ts'
import { jsonExport } from './json.ts'
import { markdown } from './markdown.ts'
import { ndjson } from './ndjson.ts'

/**
 * The downloads by their suffix, each with its media type: those of text/csv are in RFC 4180, those of text/markdown
 * in RFC 7763 and 7764; NDJSON, BibTeX and RIS have none that is registered, these are the usual ones.
 */
export const EXPORT_FORMATS = {
  json: {
    type: 'application/json',
    format: jsonExport,
    description: 'All resources in one JSON document, one a line',
  },
  ndjson: {
    type: 'application/x-ndjson',
    format: ndjson,
    description: 'A resource a line, each a JSON document',
  },
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    format: csv,
    description: 'The table for spreadsheets and statistics, with the links of the references',
  },
  bib: {
    type: 'application/x-bibtex; charset=utf-8',
    format: bibtexExport,
    description: 'All references in BibTeX',
  },
  ris: {
    type: 'application/x-research-info-systems; charset=utf-8',
    format: risExport,
    description: 'All references in RIS, for reference managers',
  },
  csl: {
    type: 'application/vnd.citationstyles.csl+json',
    format: cslExport,
    description: 'All references in CSL-JSON',
  },
  md: {
    type: 'text/markdown; charset=utf-8; variant=GFM',
    format: markdown,
    description: 'The table in Markdown: Y, N or U for each data type',
  },
} as const satisfies Record<
  string,
  { readonly type: string; readonly format: ExportFormat; readonly description: string }
>
