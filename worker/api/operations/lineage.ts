// The lineage of resources, and the comparison of two.

import * as z from 'zod/mini'
import { nodeId, pairOverlap } from '../../../schema/record/lineage/queries.ts'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import { rewrittenAt } from '../../../schema/verbs/as-of.ts'
import { answerJson } from '../../http/conditional.ts'
import { cachedAnswer, type Operation } from '../operation.ts'
import { readQuery } from '../query.ts'

const ResourceName = z.string().check(z.maxLength(LENGTHS.query))
const CompareQuery = z.strictObject({ a: ResourceName, b: ResourceName })

const comparison: Operation = {
  method: 'GET',
  path: '/v1/compare',
  group: 'Registry',
  summary: 'Compare two resources, and see whether they overlap',
  description:
    'Both have data of what is in `shared`. `relation` is `contains` where one has data of the other, ' +
    '`may_share_images` where a common source has the same kind of image, `same_source` where no kind of ' +
    'image in common is recorded, `none` where no common source is recorded. `overlap` is true for the first two.',
  query: CompareQuery,
  answer: cachedAnswer('Both, and what they share.', 'Comparison'),
  refusals: [400, 404],
  async handle(c) {
    const query = readQuery(c, CompareQuery)
    const { resources, lineage } = await c.get('registry').compareResources([query.a, query.b])
    const [a, b] = resources
    if (!a || !b) throw new Error('Two were compared, and there are not two.')
    const { overlap, shared } = pairOverlap(lineage, a.slug, b.slug)
    const isOverlap = overlap === 'contains' || overlap === 'may_share_images'
    return answerJson(c, { a, b, shared: shared.map(nodeId), overlap: isOverlap, relation: overlap })
  },
}

const lineage: Operation = {
  method: 'GET',
  path: '/v1/lineage',
  group: 'Registry',
  summary: 'Which data are in which resource, as a graph',
  query: z.strictObject({}),
  answer: cachedAnswer('The graph: it has no circles.', 'Lineage'),
  refusals: [400],
  async handle(c) {
    readQuery(c, z.strictObject({}))
    const { nodes, edges, asOf } = await c.get('registry').getLineage()
    return answerJson(c, { nodes, edges }, { changedAt: rewrittenAt(asOf) })
  },
}

export const lineageOperations: readonly Operation[] = [comparison, lineage]
