// The closed lists in plain words, once for cards, formats and pages. What only one of them says stands there.

import {
  type Access,
  type Annotation,
  type Counted,
  FILE_FORMATS,
  type FileFormat,
  type Permission,
  type ResourceStatus,
  type UseKey,
} from './vocabulary.ts'

export const ACCESS_WORDS: Readonly<Record<Access, string>> = {
  open: 'open to everyone',
  agreement: 'after accepting an agreement',
  login: 'login required',
  registration: 'registration required',
  application: 'application required',
  view_only: 'view only',
  build_it_yourself: 'scripts only, which gather the data from its sources',
  unknown: 'unknown',
}

/** In a word or two, then what that means. */
export const STATUS_WORDS: Readonly<Record<ResourceStatus, string>> = {
  active: 'active',
  moved: 'moved: it has another address now',
  superseded: 'superseded',
  frozen: 'no longer updated',
  retired: 'discontinued',
  gated: 'access on request',
  unreachable: 'unreachable: it is reported not to answer',
  unknown: 'not checked',
  removed: 'removed from the list; the record is kept, and its history says why',
}

/** Of such words those without what they mean. */
export const inShort = (words: string): string => words.replace(/[:;].*/, '')

export const statusWord = (status: ResourceStatus): string => inShort(STATUS_WORDS[status])

/** How much of what. */
export const COUNT_WORDS: Readonly<Record<Counted, { readonly one: string; readonly many: string }>> = {
  images: { one: 'image', many: 'images' },
  volumes: { one: 'volume', many: 'volumes' },
  videos: { one: 'video', many: 'videos' },
  studies: { one: 'study', many: 'studies' },
  patients: { one: 'patient', many: 'patients' },
  covidImages: { one: 'COVID-19 image', many: 'COVID-19 images' },
  covidStudies: { one: 'COVID-19 study', many: 'COVID-19 studies' },
  covidPatients: { one: 'COVID-19 patient', many: 'COVID-19 patients' },
}

export const ANNOTATION_WORDS: Readonly<Record<Annotation, string>> = {
  class_labels: 'class labels',
  lesion_masks: 'lesion masks',
  lung_masks: 'lung masks',
  bounding_boxes: 'bounding boxes',
  severity_scores: 'severity scores',
  findings: 'findings',
  reports: 'radiology reports',
  outcomes: 'outcomes',
  pcr_results: 'PCR results',
  none: 'none',
}

/** Formats have one name in every language. The cast holds because every format gets its name. */
export const FILE_FORMAT_WORDS = Object.fromEntries(
  FILE_FORMATS.map((format) => [format, format]),
) as Readonly<Record<FileFormat, string>>

export const USE_WORDS: Readonly<Record<UseKey, string>> = {
  commercial: 'commercial use',
  redistribution: 'redistribution',
  modification: 'changed copies',
}

export const PERMISSION_WORDS: Readonly<Record<Permission, string>> = {
  yes: 'yes',
  conditional: 'on conditions',
  no: 'no',
  unknown: 'not stated',
}

/** "licence, access and size" */
export const listed = (parts: readonly string[], and = 'and'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts[parts.length - 1]}`
