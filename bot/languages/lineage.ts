import type { RelatedResource } from '../../schema/record/lineage/graph.ts'
import { licenceTerms } from '../../schema/record/values/licence.ts'
import type { Messages } from './index.ts'
import { termsText } from './values.ts'

/**
 * The terms of the licences of included data, which still apply to the resource, and how many have no known licence:
 * silence is no permission. Undefined where no licence is known.
 */
export function limitsText(messages: Messages, ancestors: readonly RelatedResource[]): string | undefined {
  const licensed = ancestors.flatMap((node) =>
    node.kind === 'resource' && node.license !== null ? [node] : [],
  )
  if (licensed.length === 0) return undefined
  const terms = termsText(messages, licenceTerms(licensed.map(({ licenseSpdx }) => licenseSpdx)))
  return messages.lineage.limits(licensed.length, terms, ancestors.length - licensed.length)
}
