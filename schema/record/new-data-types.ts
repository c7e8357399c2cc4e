// Of which data types a resource newly counts as one that has them: what a watch of a data type is told of.

import { DATA_TYPE_KEYS, type DataTypeKey } from '../vocabulary.ts'
import type { Resource } from './resource.ts'

type Listed = Pick<Resource, 'availability' | 'status'>

const has = ({ availability, status }: Listed, key: DataTypeKey) =>
  status !== 'removed' && availability[key] === 'yes'

/** Those with yes now that had no yes before, or were not listed. Unknown is no news: it is what most rows start as. */
export const newDataTypes = (before: Listed | undefined, after: Listed): DataTypeKey[] =>
  DATA_TYPE_KEYS.filter((key) => has(after, key) && !(before && has(before, key)))
