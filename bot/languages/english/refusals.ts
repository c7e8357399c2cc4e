// Refusals of the registry.

import { REFUSALS, type Refusals } from '../../../schema/refusals.ts'
import { fieldName } from '../field-name.ts'
import { nameMessages } from './names.ts'
import { day } from './writing.ts'

export const refusals: Refusals = {
  ...REFUSALS,
  // The API's sentences have field names and times for programs.
  decidedBefore: (by, state, at) =>
    `${by || 'A maintainer'} already ${state} this, on ${day(at)} at ${at.slice(11, 16)} UTC.`,
  changedLater: (fields) =>
    `Later changes affect the same fields: ${fields.map((field) => fieldName(nameMessages, field)).join(', ')}. Correct it instead.`,
}
