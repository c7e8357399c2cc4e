// The formats of files by name and by registered media type. https://www.iana.org/assignments/media-types/

import type { Resource } from '../../schema/record/resource.ts'
import { iri } from '../../schema/record/values/addresses/address.ts'

const REGISTERED: Readonly<Record<string, string>> = {
  CSV: 'text/csv',
  DICOM: 'application/dicom',
  GIF: 'image/gif',
  JPEG: 'image/jpeg',
  JPG: 'image/jpeg',
  JSON: 'application/json',
  MOV: 'video/quicktime',
  MP4: 'video/mp4',
  PDF: 'application/pdf',
  PNG: 'image/png',
  TIFF: 'image/tiff',
  TSV: 'text/tab-separated-values',
  TXT: 'text/plain',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  XML: 'text/xml',
  ZIP: 'application/zip',
}
const TYPES = Object.values(REGISTERED)

type WithFormats = Pick<Resource, 'formats' | 'fileFormats'>

/** The media type of a format as written: by its name, or as itself. */
const mediaTypeOf = (format: string): string | undefined =>
  REGISTERED[format.toUpperCase()] ?? TYPES.find((type) => type === format.toLowerCase())

const isSame = (a: string, b: string) =>
  a.toUpperCase() === b.toUpperCase() || (mediaTypeOf(a) ?? a) === mediaTypeOf(b)

/** The formats in the words of the source, then those of the closed list that the words do not name. */
export function formatNames({ formats, fileFormats }: WithFormats): string[] {
  const words = formats.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
  const unnamed = fileFormats.filter((format) => !words.some((word) => isSame(word, format)))
  return [...formats, ...unnamed.filter((format) => format !== 'other')]
}

/** The media types that are registered for the formats. */
export const mediaTypes = ({ formats, fileFormats }: WithFormats): string[] => [
  ...new Set([...formats, ...fileFormats].flatMap((format) => mediaTypeOf(format) ?? [])),
]

/** The media types, then the names of the formats that have none. */
export const typesAndNames = (resource: WithFormats): string[] => [
  ...mediaTypes(resource),
  ...formatNames(resource).filter((format) => mediaTypeOf(format) === undefined),
]

/** The media type of all files; undefined where there are several formats, or one without a registered type. */
export function onlyMediaType(resource: WithFormats): string | undefined {
  const [type, ...others] = mediaTypes(resource)
  const isOne = formatNames(resource).length === 1 && !resource.fileFormats.includes('other')
  return isOne && others.length === 0 ? type : undefined
}

const FILE = /\.(?:7z|csv|dcm|json|nii|nrrd|parquet|pdf|rar|tar|tgz|tsv|xlsx?|zip)(?:\.gz)?$/i

/** Whether an address is that of a file, not of a page about files. */
export const isFile = (url: string): boolean => FILE.test(URL.parse(iri(url))?.pathname ?? '')
