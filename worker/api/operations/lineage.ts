// The lineage of resources, and the comparison of two.

import * as z from 'zod/mini'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import { answerJson } from '../../http/conditional.ts'
import { Comparison, jsonAnswer, Lineage } from '../document/shapes.ts'
import type { Operation } from '../operation.ts'
import { readQuery } from '../query.ts'

const ResourceName = z.string().check(z.maxLength(LENGTHS.query))
const CompareQuery = z.strictObject({ a: ResourceName, b: ResourceName })

const comparison: Operation = {
  method: 'GET',
  path: '/v1/compare',
  group: 'Registry',
  summary: 'Compare two resources, and see whether they overlap',
  description:
    'Where `overlap` is true, both have data of the resources and origins in `shared`: who trains on one and tests on ' +
    'the other tests on what was trained on. Where it is false, nobody has said so here.',
  query: CompareQuery,
  answer: jsonAnswer('Both, and what they share.', Comparison),
  refusals: [400, 404],
  async handle(c) {
    const query = readQuery(c, CompareQuery)
    const { a, b, shared } = await c.get('registry').compareResources(query.a, query.b)
    return answerJson(c, { a, b, shared, overlap: shared.length > 0 })
  },
}

const lineage: Operation = {
  method: 'GET',
  path: '/v1/lineage',
  group: 'Registry',
  summary: 'Which data are in which resource, as a graph',
  query: z.strictObject({}),
  answer: jsonAnswer('The graph: it has no circles.', Lineage),
  refusals: [400],
  async handle(c) {
    readQuery(c, z.strictObject({}))
    const { nodes, edges, asOf } = await c.get('registry').getLineage()
    return answerJson(c, { nodes, edges }, { changedAt: asOf.changedAt })
  },
}

export const lineageOperations: readonly Operation[] = [comparison, lineage]
