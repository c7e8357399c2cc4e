import type { ErasureVerbs } from '../../../schema/verbs/erasure.ts'
import type { Verbs } from '../context.ts'
import { erasePerson, eraseSelf, findPersonalData } from './erase.ts'
import { previewRedaction, redactResource, redactSubmission } from './redact.ts'

export const erasureVerbs: Verbs<ErasureVerbs> = {
  findPersonalData,
  erasePerson,
  eraseSelf,
  previewRedaction,
  redactResource,
  redactSubmission,
}
