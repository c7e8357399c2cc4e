// A resource described in sentences, for formats that have a description instead of facts.

import type { Resource } from '../../schema/record/resource.ts'
import { type Annotation, type Availability, DATA_TYPES, type DataType } from '../../schema/vocabulary.ts'
import { ANNOTATION_WORDS } from '../../schema/words.ts'
import {
  describeAccess,
  describeAnnotations,
  describeCountries,
  describeDownload,
  describeLicense,
  describeSize,
  describeUse,
} from './fact-text.ts'

/** The subjects of every listed resource. */
const SUBJECTS = ['COVID-19', 'medical imaging']

/** The data types with this availability. */
export function typesWith(resource: Pick<Resource, 'availability'>, value: Availability): DataType[] {
  return DATA_TYPES.filter((type) => resource.availability[type.key] === value)
}

/** Google's guidelines for data sets ask for at most 5000 characters, and Croissant adds a sentence. */
const MAX_LENGTH = 4700

/**
 * The record's own description, the data types and the other facts in sentences, at least 50 characters; sentences that
 * do not fit in `MAX_LENGTH` are left out.
 */
export function description(resource: Resource): string {
  const labelsOf = (value: Availability, last: string) =>
    joined(
      typesWith(resource, value).map((type) => type.label),
      last,
    )
  const yes = labelsOf('yes', 'and')
  const no = labelsOf('no', 'or')
  const unknown = labelsOf('unknown', 'or')
  return [
    `Public COVID-19 medical imaging data: ${resource.name}, from ${resource.organization}.`,
    ...(resource.description === null ? [] : [ended(resource.description)]),
    yes && `It has ${yes}.`,
    no && `It does not have ${no}.`,
    unknown && `Whether it has ${unknown} is unknown.`,
    ...sentence('Annotations', describeAnnotations(resource)),
    ...sentence('Patients from', describeCountries(resource)),
    ...sentence('Size', describeSize(resource.counts)),
    ...sentence('Download', describeDownload(resource)),
    ...sentence('Licence, as claimed', describeLicense(resource)),
    ...sentence('Use', describeUse(resource)),
    ...sentence('Access', describeAccess(resource)),
    ...resource.cautions.flatMap((caution) => sentence('Caution', caution)),
  ]
    .filter((text) => text !== '')
    .reduce((all, text) => (all.length + text.length < MAX_LENGTH ? `${all} ${text}` : all))
}

/** "Size: 100 images." */
export const sentence = (label: string, text: string | undefined): string[] =>
  text === undefined ? [] : [ended(`${label}: ${text}`)]

/** A text that ends in a full stop gets no second one. */
export const ended = (text: string): string => (/[.?!…]”?$/.test(text) ? text : `${text}.`)

/** The annotations that there are. */
export const annotationsOf = ({ annotations }: Pick<Resource, 'annotations'>): Annotation[] =>
  annotations.filter((annotation) => annotation !== 'none')

/** The subjects, the available data types and the annotations. */
export function keywords(resource: Pick<Resource, 'availability' | 'annotations'>): string[] {
  return [
    ...SUBJECTS,
    ...typesWith(resource, 'yes').map((type) => type.label),
    ...annotationsOf(resource).map((annotation) => ANNOTATION_WORDS[annotation]),
  ]
}

/** The imaging techniques of the available data types. */
export function techniques(resource: Pick<Resource, 'availability'>): string[] {
  return typesWith(resource, 'yes').flatMap(({ technique }) => technique ?? [])
}

/** `A`, `A and B`, `A, B and C`. */
function joined(items: readonly string[], last: string): string {
  const end = items.at(-1) ?? ''
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} ${last} ${end}` : end
}
