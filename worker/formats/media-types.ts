/**
 * The media type of each format by its suffix. RFC 4180 defines text/csv, RFC 7763 and 7764 text/markdown. NDJSON,
 * BibTeX and RIS have no registered type, so these are the usual ones.
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

/** The downloads that a catalogue of data sets lists: those that have the whole table for programs. */
const CATALOGUED = [
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['ndjson', 'NDJSON'],
  ['jsonld', 'JSON-LD'],
  ['ttl', 'Turtle'],
] as const satisfies readonly (readonly [suffix: keyof typeof MEDIA_TYPES, name: string])[]

/** `mediaType` has no parameters. IANA registers no type that begins with `x-` (RFC 6838, 3.4). */
export const DOWNLOADS = CATALOGUED.map(([suffix, name]) => {
  const [mediaType = ''] = MEDIA_TYPES[suffix].split(';')
  return { file: `export.${suffix}`, name, mediaType, registered: !mediaType.includes('/x-') }
})
