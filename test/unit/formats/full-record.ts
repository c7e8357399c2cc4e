// A made-up resource of which everything is known. Where a text may stand, it has what could be taken for markup or for
// an address.

import type { Resource } from '../../../schema/record/resource.ts'
import { surveyResource } from './records.ts'

export const FULL: Resource = {
  ...surveyResource('covid-ct'),
  slug: 'full',
  name: 'Lungs & <more>',
  url: 'https://lungs.example/data',
  organization: 'The "Lung" Institute',
  description: 'CT & X-rays of <lungs>, with masks',
  license: 'CC BY-NC 4.0',
  licenseSpdx: 'CC-BY-NC-4.0',
  use: {
    commercial: 'no',
    redistribution: 'yes',
    modification: 'conditional',
    note: 'Changed copies must be under the "same" licence',
  },
  access: 'open',
  annotations: ['class_labels', 'lesion_masks'],
  published: 2020,
  lastUpdated: '2021-03',
  countries: ['ES', 'DE'],
  counts: { images: 1252, patients: 1, covidImages: 349, text: '1,252 slices <CT>', asOf: '2020-10' },
  formats: ['DICOM', 'image/png', 'CSV & text'],
  fileFormats: ['DICOM', 'PNG', 'CSV', 'NIfTI', 'other'],
  downloadBytes: 18_700_000_000,
  versions: [
    { label: '1 <beta>', date: '2020-05-12', url: 'https://lungs.example/v1', available: 'no' },
    { label: '2', date: '2020-10', url: 'https://lungs.example/data', available: 'yes' },
    { label: '3', date: null, url: null, available: 'unknown' },
  ],
  aliases: ['Lungs', '"L&M"'],
  otherUrls: ['https://mirror.example/lungs?a=1&b=2'],
  doi: '10.5281/zenodo.4000000',
  formerUrls: ['https://old.example/data'],
  successor: 'larger-lungs',
  cautions: ['Split it by patient, not by <slice>.', 'Not for diagnosis'],
  derivedFrom: ['covid-ct', 'coronacases'],
  origins: ['A "hospital" & others', 'https://elsewhere.example/'],
  claims: [
    { field: 'license', value: 'MIT', source: 'https://lungs.example/terms', asOf: '2020-05', stated: false },
  ],
  status: 'superseded',
  position: 15,
  version: 2,
}
