// A resource described in sentences, for formats that have a description instead of facts.

import type { Resource } from '../../schema/record/resource.ts'
import { type Availability, DATA_TYPES, type DataType } from '../../schema/vocabulary.ts'
import { describeAccess, describeLicense, describeSize } from './fact-text.ts'

/** The subjects of every listed resource. */
const SUBJECTS = ['COVID-19', 'medical imaging']

/** The data types with this availability. */
export function typesWith(resource: Pick<Resource, 'availability'>, value: Availability): DataType[] {
  return DATA_TYPES.filter((type) => resource.availability[type.key] === value)
}

type DescribedFields = Pick<
  Resource,
  'name' | 'organization' | 'availability' | 'license' | 'licenseSpdx' | 'access' | 'counts' | 'cautions'
>

/**
 * The data types and the other facts in sentences: 50 to 5000 characters, as Google's guidelines for data sets ask.
 */
export function description(resource: DescribedFields): string {
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
    yes && `It has ${yes}.`,
    no && `It does not have ${no}.`,
    unknown && `Whether it has ${unknown} is unknown.`,
    ...sentence('Size', describeSize(resource.counts)),
    ...sentence('Licence, as claimed', describeLicense(resource)),
    ...sentence('Access', describeAccess(resource)),
    ...resource.cautions.flatMap((caution) => sentence('Caution', caution)),
  ]
    .filter((text) => text !== '')
    .join(' ')
}

/** "Size: 100 images." A text that ends in a full stop gets no second one. */
function sentence(label: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`${label}: ${text}${/[.?!…]”?$/.test(text) ? '' : '.'}`]
}

/** The subjects and the available data types. */
export function keywords(resource: Pick<Resource, 'availability'>): string[] {
  return [...SUBJECTS, ...typesWith(resource, 'yes').map((type) => type.label)]
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
