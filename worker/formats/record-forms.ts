import type { RecordFormat } from './catalogue.ts'
import { CROISSANT_VERSION, croissant } from './linked-data/croissant.ts'
import { turtle } from './linked-data/dcat.ts'
import { jsonld } from './linked-data/schema-org.ts'
import { MEDIA_TYPES } from './media-types.ts'
import { bibtexRecord, cslRecord, risRecord } from './references/bibliography.ts'

/** The forms of a single resource by the suffix of its address, beside the record itself. */
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
    // The profile says which JSON-LD it is (RFC 6906).
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
} as const satisfies Record<
  string,
  { readonly type: string; readonly format: RecordFormat; readonly description: string }
>

/** All of them; the first is what its own address gives by itself. */
export const FORMS = {
  json: {
    type: MEDIA_TYPES.json,
    format: (resource) => JSON.stringify(resource),
    description: 'All of it in JSON',
  },
  ...RECORD_FORMS,
} as const satisfies Record<
  string,
  { readonly type: string; readonly format: RecordFormat; readonly description: string }
>
export type Suffix = keyof typeof FORMS
export const SUFFIXES = Object.keys(FORMS) as Suffix[]
