// What the words of a title, a description or a keyword say of a data set.

import { spdxOf } from '../../../schema/record/values/licence.ts'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import { fold } from '../../../schema/text/fold.ts'
import { DATA_TYPES, type DataTypeKey, type FileFormat, IMAGE_TYPES } from '../../../schema/vocabulary.ts'

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  hellip: '…',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  rdquo: '”',
  rsquo: '’',
}

/** The character references of HTML that texts have in practice; any other stays as it is written. */
export const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (written, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? written
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : written
  })

/** Text without markup, on one line. Descriptions have HTML, JATS or Markdown in them. */
export function plainText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const plain = decoded(text.slice(0, 20_000).replace(/<\/?[a-z][^<>]{0,1000}>/gi, ' '))
    .replace(/!?\[([^\][]*)\]\((?:[^()\s]|\([^()\s]*\))*\)/g, '$1')
    .replace(/[*_`#]{2,}|^#+ /gm, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' ? undefined : plain
}

/** The beginning of a description: whole sentences, as many as a record has room for. */
export function summary(text: string | undefined): string | undefined {
  const plain = plainText(text)
  const most = LENGTHS.description
  if (plain === undefined || plain.length <= most) return plain
  const sentences = plain.slice(0, most).match(/^.*[.!?](?=\s)/s)?.[0]
  if (sentences !== undefined && sentences.length > 80) return sentences
  return `${plain
    .slice(0, most - 1)
    .replace(/\s+\S*$/, '')
    .toWellFormed()}…`
}

/** In running text these are more often something else: "Mr.", "lus". */
const AMBIGUOUS = new Set(['mr', 'lus', 'sono', 'plain film', 'tomographic'])
/** Before a data type these say that it is not meant: "no CT", "instead of X-ray". */
const DENIED =
  /(?:\b(?:no|not|without|non|neither|nor|except|excluding|instead of|rather than|unlike|ohne|kein\w*)|\bother than) $/

const NAMES: readonly (readonly [DataTypeKey, RegExp])[] = DATA_TYPES.filter(
  ({ key }) => IMAGE_TYPES.includes(key) || key === 'metadata',
).map(({ key, words }) => {
  const names = words.filter((word) => !AMBIGUOUS.has(word)).map((word) => word.replace(/ /g, '[ -]?'))
  return [key, new RegExp(`(?<![a-z0-9])(?:${names.join('|')})(?![a-z0-9])`, 'g')]
})

/** The data types that texts name, as `yes`. What they do not name stays unrecorded. */
export function namedDataTypes(texts: readonly (string | undefined)[]): { [Key in DataTypeKey]?: 'yes' } {
  const folded = fold(
    texts
      .filter((text) => text !== undefined)
      .join(' . ')
      .slice(0, 20_000),
  ).replace(/\s+/g, ' ')
  const isNamed = (name: RegExp) =>
    [...folded.matchAll(name)].some(({ index }) => !DENIED.test(folded.slice(Math.max(0, index - 20), index)))
  return Object.fromEntries(NAMES.filter(([, name]) => isNamed(name)).map(([key]) => [key, 'yes'] as const))
}

/** By the end of a file's name or of its media type. What only packs other files says nothing of them. */
const FORMATS: readonly (readonly [RegExp, FileFormat])[] = [
  [/dicom|^dcm$/, 'DICOM'],
  [/nifti|^nii(?:\.gz)?$/, 'NIfTI'],
  [/^(?:x-)?png$/, 'PNG'],
  [/^(?:p?jpe?g)$/, 'JPEG'],
  [/^tiff?$/, 'TIFF'],
  [/^gif$/, 'GIF'],
  [/^(?:mp4|mpeg4)$/, 'MP4'],
  [/^(?:avi|x-msvideo)$/, 'AVI'],
  [/^(?:mov|quicktime)$/, 'MOV'],
  [/^npy$|^npz$|numpy/, 'NPY'],
  [/hdf5?|^h5$/, 'HDF5'],
  [/^mat$|matlab/, 'MAT'],
  [/^csv$|comma-separated/, 'CSV'],
  [/^xlsx?$|spreadsheetml|ms-excel/, 'XLSX'],
  [/^(?:json|jsonl|ndjson)$/, 'JSON'],
  [/^(?:txt|plain)$/, 'TXT'],
  [/^pdf$/, 'PDF'],
]

/** The formats of the closed list that media types, file endings or names stand for. */
export function fileFormatsIn(written: readonly string[]): FileFormat[] {
  const endings = written.map((text) =>
    text.trim().toLowerCase().replace(/;.*$/, '').replace(/^.*\//, '').replace(/^\./, ''),
  )
  return FORMATS.filter(([pattern]) => endings.some((ending) => pattern.test(ending))).map(
    ([, format]) => format,
  )
}

/** Of several ways of writing a licence the one that the SPDX list knows, in words if there are words; else the first. */
export function licenceIn(written: readonly (string | undefined)[]): string | undefined {
  const texts = written.flatMap((text) => plainText(text) ?? [])
  const known = texts.filter((text) => spdxOf(text) !== null)
  const [first] = known
  const inWords = known.find((text) => !text.includes('://'))
  if (inWords !== undefined) return spelledAsListed(inWords)
  return first === undefined ? texts[0] : (spdxOf(first) ?? first)
}

/** Sites write the names of the SPDX list in small letters. */
export function spelledAsListed(license: string): string {
  const spdx = spdxOf(license)
  return spdx !== null && spdx.toLowerCase() === license.toLowerCase() ? spdx : license
}
