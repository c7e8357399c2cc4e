/**
 * The media type of each format by its suffix. Those of text/csv are in RFC 4180, of text/markdown in RFC 7763 and 7764;
 * NDJSON, BibTeX and RIS have none that is registered, these are the usual ones.
 */
export const MEDIA_TYPES = {
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv; charset=utf-8; header=present',
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  csl: 'application/vnd.citationstyles.csl+json',
  jsonld: 'application/ld+json',
  ttl: 'text/turtle; charset=utf-8',
  md: 'text/markdown; charset=utf-8; variant=GFM',
} as const
