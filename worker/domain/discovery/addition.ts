import { filledUp } from '../../../schema/record/sites/look-up.ts'
import type { Found, SubmissionInput } from '../../../schema/record/submission.ts'
import { LENGTHS } from '../../../schema/record/values/text.ts'

interface Offered {
  readonly url: string
  readonly publisher: string
  readonly found: Found
}

/**
 * The addition that a candidate is taken up as: what its address says now, and where it says nothing, what was found. A
 * candidate has a name.
 */
export function additionOf({ url, publisher, found }: Offered, lookedUp?: Found): SubmissionInput {
  const source = lookedUp?.fields.name === undefined || lookedUp.isPaper ? found : lookedUp
  const { name = url, organization = publisher, availability = {} } = source.fields
  const typed = { name, url, organization: organization.slice(0, LENGTHS.organization), availability }
  return { kind: 'addition', ...filledUp(typed, source), reason: `Found by a search of ${publisher}.` }
}
