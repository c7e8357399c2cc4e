import { bibtexRecord, cslRecord, risRecord } from './bibliography.ts'
import type { RecordFormat } from './catalogue.ts'
import { EXPORT_FORMATS } from './exports.ts'

/** The forms of a single resource by the suffix of its address. A form has the media type of its download. */
export const RECORD_FORMS = {
  bib: {
    type: EXPORT_FORMATS.bib.type,
    format: bibtexRecord,
    description: 'Its references in BibTeX',
  },
  ris: {
    type: EXPORT_FORMATS.ris.type,
    format: risRecord,
    description: 'Its references in RIS, for reference managers',
  },
  csl: {
    type: EXPORT_FORMATS.csl.type,
    format: cslRecord,
    description: 'Its references in CSL-JSON',
  },
} as const satisfies Record<
  string,
  { readonly type: string; readonly format: RecordFormat; readonly description: string }
>
