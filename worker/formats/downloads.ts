import { MEDIA_TYPES } from './media-types.ts'

/** What a catalogue of data sets tells of: the downloads that have the whole table, in a form that programs read. */
const WHOLE = [
  ['csv', 'CSV'],
  ['json', 'JSON'],
  ['ndjson', 'NDJSON'],
  ['jsonld', 'JSON-LD'],
  ['ttl', 'Turtle'],
] as const satisfies readonly (readonly [suffix: keyof typeof MEDIA_TYPES, name: string])[]

/** They with their media types, bare of parameters, and whether IANA knows those: `x-` says not (RFC 6838, 3.4). */
export const DOWNLOADS = WHOLE.map(([suffix, name]) => {
  const [mediaType = ''] = MEDIA_TYPES[suffix].split(';')
  return { file: `export.${suffix}`, name, mediaType, registered: !mediaType.includes('/x-') }
})
