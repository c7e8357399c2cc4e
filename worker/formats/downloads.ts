/**
 * The downloads of the whole table that a catalogue of data sets tells of. `registered` says whether IANA knows the
 * media type.
 */
export const DOWNLOADS = [
  { file: 'export.csv', name: 'CSV', mediaType: 'text/csv', registered: true },
  { file: 'export.json', name: 'JSON', mediaType: 'application/json', registered: true },
  { file: 'export.ndjson', name: 'NDJSON', mediaType: 'application/x-ndjson', registered: false },
  { file: 'export.jsonld', name: 'JSON-LD', mediaType: 'application/ld+json', registered: true },
  { file: 'export.ttl', name: 'Turtle', mediaType: 'text/turtle', registered: true },
] as const
