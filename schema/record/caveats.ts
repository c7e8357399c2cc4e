// Why a resource may be of no use to a person who looks for images, however many kinds of data its row names.

import { type DataTypeKey, hasEnded, IMAGE_TYPES } from '../vocabulary.ts'
import { type Fact, factOf } from './facts.ts'
import type { Resource } from './resource.ts'

/** Whether one can no longer get the data here, or should take another's. */
export const isEnded = ({ status }: Pick<Resource, 'status'>): boolean =>
  status === 'removed' || hasEnded(status)

const isDenied = ({ others }: Fact) => others.some(({ value }) => value === 'no')

export interface Caveats {
  readonly isEnded: boolean
  /** Whether it has no kind of image. */
  readonly isWithoutImages: boolean
  /** The kinds of image that it is said to have, where a source denies each of them. */
  readonly denied: readonly DataTypeKey[]
}

export function caveatsOf(record: Resource): Caveats {
  const having = IMAGE_TYPES.filter((type) => record.availability[type] === 'yes')
  const denied = having.filter((type) => isDenied(factOf(record, `availability.${type}`)))
  return {
    isEnded: isEnded(record),
    isWithoutImages: IMAGE_TYPES.every((type) => record.availability[type] === 'no'),
    denied: denied.length === having.length ? denied : [],
  }
}

/** A record that nobody changed or confirmed for so long may no longer be right. */
const CONFIRMED_FOR_DAYS = 365

/** The latest time of a change from which a record is still taken for confirmed, ISO 8601. */
export const confirmedSince = (now: Date): string =>
  new Date(now.getTime() - CONFIRMED_FOR_DAYS * 86_400_000).toISOString()

/** Whether nobody has changed or confirmed it for twelve months. Of a removed record there is nothing to confirm. */
export const isUnconfirmed = ({ status, updatedAt }: Resource, now: Date): boolean =>
  status !== 'removed' && updatedAt < confirmedSince(now)

/** Whether its address should not look like the way to usable images. */
export const isDoubtful = ({ isEnded: ended, isWithoutImages, denied }: Caveats): boolean =>
  ended || isWithoutImages || denied.length > 0
