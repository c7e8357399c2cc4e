import type { Resource } from '../../../schema/record/resource.ts'
import { iri } from '../../../schema/record/values/addresses/address.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import type { Catalogue } from '../catalogue.ts'
import { describeLicense } from '../fact-text.ts'
import { labelled, mediaType, mediaTypeIri } from './dcat-nodes.ts'
import { distributionIri } from './iris.ts'
import { link, literal, statements } from './turtle.ts'

/** Registered media types of the formats that IANA has one for. https://www.iana.org/assignments/media-types/ */
const REGISTERED: Readonly<Record<string, string>> = {
  CSV: 'text/csv',
  DICOM: 'application/dicom',
  JPEG: 'image/jpeg',
  JPG: 'image/jpeg',
  JSON: 'application/json',
  MP4: 'video/mp4',
  PDF: 'application/pdf',
  PNG: 'image/png',
  TIFF: 'image/tiff',
  TSV: 'text/tab-separated-values',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  XML: 'text/xml',
  ZIP: 'application/zip',
}

/** An address that ends in one of these is a file, not a page about files. */
const FILE = /\.(?:7z|csv|dcm|json|nii|nrrd|parquet|pdf|rar|tar|tgz|tsv|xlsx?|zip)(?:\.gz)?$/i

/**
 * The data as they can be had: portals such as CKAN read address, licence and format here. Several formats are parts of
 * one distribution, not a choice.
 */
export function distribution(resource: Resource, catalogue: Catalogue): string[] {
  const { url, formats } = resource
  const license = licenseLink(resource)
  const [format = ''] = formats
  const type = formats.length === 1 ? mediaTypeOf(format) : undefined
  return [
    statements(distributionIri(catalogue, resource), [
      ['a', ['dcat:Distribution']],
      ['dct:title', [literal(resource.name)]],
      ['dcat:accessURL', [link(url)]],
      ['dcat:downloadURL', FILE.test(URL.parse(iri(url))?.pathname ?? '') ? [link(url)] : []],
      [
        'dct:license',
        license === undefined ? labelled(describeLicense(resource), 'dct:LicenseDocument') : [link(license)],
      ],
      ['dct:format', formats.length === 0 ? [] : labelled(formats.join(', '), 'dct:MediaTypeOrExtent')],
      ['dcat:mediaType', type === undefined ? [] : [link(mediaTypeIri(type))]],
    ]),
    ...(type === undefined ? [] : [mediaType(type)]),
  ]
}

/** The media type of a format as written: by its name, or as itself. */
function mediaTypeOf(format: string): string | undefined {
  const types = Object.values(REGISTERED)
  return REGISTERED[format.toUpperCase()] ?? types.find((type) => type === format.toLowerCase())
}
