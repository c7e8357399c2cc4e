// A resource told in words, for forms that want a description where the registry keeps facts.

import type { Resource } from '../../schema/record/resource.ts'
import { type Availability, DATA_TYPES, type DataType } from '../../schema/vocabulary.ts'
import { accessWords, licenseWords, sizeWords } from './fact-words.ts'

/** What holds of every resource, or it would not be listed. */
const SUBJECTS = ['COVID-19', 'medical imaging']

/** The data types of which the row says this. */
export function typesWith(resource: Pick<Resource, 'availability'>, value: Availability): DataType[] {
  return DATA_TYPES.filter((type) => resource.availability[type.key] === value)
}

type Described = Pick<
  Resource,
  'name' | 'organization' | 'availability' | 'license' | 'licenseSpdx' | 'access' | 'counts' | 'cautions'
>

/**
 * All that the row says, and what else is known, in sentences: from 50 to 5000 characters, as Google's guidelines for
 * data sets want it.
 */
export function description(resource: Described): string {
  const listed = (value: Availability, last: string) =>
    inWords(
      typesWith(resource, value).map((type) => type.label),
      last,
    )
  const yes = listed('yes', 'and')
  const no = listed('no', 'or')
  const unknown = listed('unknown', 'or')
  return [
    `Public COVID-19 medical imaging data: ${resource.name}, from ${resource.organization}.`,
    yes && `It has ${yes}.`,
    no && `It does not have ${no}.`,
    unknown && `Whether it has ${unknown} is unknown.`,
    ...told('Size', sizeWords(resource.counts)),
    ...told('Licence, as claimed', licenseWords(resource)),
    ...told('Access', accessWords(resource)),
    ...resource.cautions.flatMap((caution) => told('Caution', caution)),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

/** A text of others may have its full stop already. */
function told(what: string, text: string | undefined): string[] {
  return text === undefined ? [] : [`${what}: ${text}${/[.?!…]”?$/.test(text) ? '' : '.'}`]
}

/** What it is about and what it has. */
export function keywords(resource: Pick<Resource, 'availability'>): string[] {
  return [...SUBJECTS, ...typesWith(resource, 'yes').map((type) => type.label)]
}

/** How the images that it has were made. */
export function techniques(resource: Pick<Resource, 'availability'>): string[] {
  return typesWith(resource, 'yes').flatMap(({ technique }) => technique ?? [])
}

/** `A`, `A and B`, `A, B and C`. */
function inWords(items: readonly string[], last: string): string {
  const end = items.at(-1) ?? ''
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} ${last} ${end}` : end
}
