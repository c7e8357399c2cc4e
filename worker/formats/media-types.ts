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

/** The downloads that a catalogue of data sets lists: those with the whole table, for programs. */
const WHOLE = [
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['ndjson', 'NDJSON'],
  ['jsonld', 'JSON-LD'],
  ['ttl', 'Turtle'],
] as const satisfies readonly (readonly [suffix: keyof typeof MEDIA_TYPES, name: string])[]

/** These with their media types, without parameters. IANA has not registered a type that begins with `x-` (RFC 6838, 3.4). */
export const DOWNLOADS = WHOLE.map(([suffix, name]) => {
  const [mediaType = ''] = MEDIA_TYPES[suffix].split(';')
  return { file: `export.${suffix}`, name, mediaType, registered: !mediaType.includes('/x-') }
})
