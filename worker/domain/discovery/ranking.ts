// Which of the data sets that were found a maintainer is offered first, and why.

import {
  CANDIDATE_SIGN_KEYS,
  CANDIDATE_SIGNS,
  type CandidateSign,
} from '../../../schema/record/sites/candidate.ts'
import { fold } from '../../../schema/text/fold.ts'
import { type FileFormat, IMAGE_TYPES } from '../../../schema/vocabulary.ts'
import { namedDataTypes } from '../look-up/words.ts'
import { type FoundDataSet, speaksOfCovid } from './found.ts'

const MEGABYTE = 1_000_000

const IMAGE_FORMATS: readonly FileFormat[] = [
  'DICOM',
  'NIfTI',
  'PNG',
  'JPEG',
  'TIFF',
  'MP4',
  'AVI',
  'MOV',
  'NPY',
]

/** The titles that publishers give to what belongs to a paper: "Additional file 3 of …", "S1 Table", "Figure 2. …". */
const SUPPLEMENT =
  /^(?:(?:online |electronic )?supplement|additional files?\b|(?:fig(?:ure)?|table|data ?sheet|image|video|appendix|file|presentation)\.? ?s?\d|s\d+ (?:fig|table|file|data|text|appendix|video|checklist)|source data|peer review)|\.s\d{3}$/

const isSupplement = ({ name, found }: FoundDataSet): boolean =>
  SUPPLEMENT.test(fold(name)) || SUPPLEMENT.test(found.fields.doi ?? '')

/** A lower sum is not worth a maintainer's time. */
const LEAST = 2

export interface Ranked {
  readonly dataSet: FoundDataSet
  /** What counts for it and against it, in the order of the list. */
  readonly signs: readonly CandidateSign[]
  readonly score: number
}

export function ranked(dataSet: FoundDataSet): Ranked {
  const { name, found, isPart } = dataSet
  const { availability = {}, license, downloadBytes: bytes, fileFormats = [] } = found.fields
  const inTitle = namedDataTypes([name.replace(/[-_.]/g, ' ')])
  const hasImages = (row: object) => IMAGE_TYPES.some((type) => type in row)
  const holds: { readonly [Sign in CandidateSign]: boolean } = {
    imagesInTitle: hasImages(inTitle),
    imagesInWords: !hasImages(inTitle) && hasImages(availability),
    covidInTitle: speaksOfCovid(name),
    licenceStated: license !== undefined && license !== null,
    sizeStated: (bytes ?? 0) >= 10 * MEGABYTE,
    imageFiles: (fileFormats ?? []).some((format) => IMAGE_FORMATS.includes(format)),
    metadataOnly: !hasImages(availability),
    small: typeof bytes === 'number' && bytes < MEGABYTE,
    part: isPart,
    supplement: isSupplement(dataSet),
  }
  const signs = CANDIDATE_SIGN_KEYS.filter((sign) => holds[sign])
  return { dataSet, signs, score: signs.reduce((sum, sign) => sum + CANDIDATE_SIGNS[sign], 0) }
}

const byRank = (a: Ranked, b: Ranked): number =>
  b.score - a.score || (a.dataSet.changedAt < b.dataSet.changedAt ? 1 : -1)

/**
 * What is worth offering, the best first: nothing that has an address in `known`, and of several versions of one data set
 * the best, which is the latest of equals.
 */
export function worthOffering(found: readonly FoundDataSet[], known: ReadonlySet<string>): Ranked[] {
  const taken = new Set(known)
  return found
    .map(ranked)
    .filter(({ score }) => score >= LEAST)
    .sort(byRank)
    .filter(({ dataSet: { addresses } }) => {
      if (addresses.some((address) => taken.has(address))) return false
      for (const address of addresses) taken.add(address)
      return true
    })
}
