import { inheritedTerms } from '../../schema/record/licence-terms.ts'
import type { RelatedResource } from '../../schema/record/lineage/graph.ts'
import type { Messages } from './index.ts'

/**
 * The terms of the licences of included data, which still apply to the resource, and how many sources have none that is
 * known: silence is no permission. Undefined where nothing limits the use.
 */
export function limitsText(messages: Messages, ancestors: readonly RelatedResource[]): string | undefined {
  const terms = inheritedTerms(ancestors.map((node) => (node.kind === 'resource' ? node : undefined)))
  if (terms.limits.length + terms.unrecorded + terms.unread === 0) return undefined
  const { lineage, licenses } = messages
  const limits = terms.limits.map(({ term, sources }) =>
    lineage.limit(licenses[term], sources, terms.sources),
  )
  return lineage.limits(limits.join(', '), terms)
}
