// Operations about the API itself.

import * as z from 'zod/mini'
import { healthReport } from '../../health.ts'
import { answerText } from '../../http/conditional.ts'
import { preparedAt } from '../../http/prepared-at.ts'
import type { Operation } from '../operation.ts'
import { readQuery } from '../query.ts'

const NOTHING = z.strictObject({})
const JSON_TYPE = 'application/json'
const SCHEMA_TYPE = 'application/schema+json'

const answer = (type: string, description: string): Operation['answer'] => ({
  status: 200,
  description,
  alias: [JSON_TYPE],
  content: { [type]: 'AnyObject' },
  isCacheable: true,
})

const schema: Operation = {
  method: 'GET',
  path: '/v1/resource.schema.json',
  group: 'About',
  summary: 'The JSON Schema of a resource',
  query: NOTHING,
  answer: answer(SCHEMA_TYPE, 'The schema, draft 2020-12.'),
  refusals: [400],
  async handle(c) {
    readQuery(c, NOTHING)
    return answerText(c, await preparedAt(c, 'resource.schema.json'), { type: SCHEMA_TYPE })
  },
}

const health: Operation = {
  method: 'GET',
  path: '/healthz',
  group: 'About',
  summary: 'Whether it runs as it should',
  description:
    'It answers 200 while it can read its database, and 503 otherwise. `degraded` says in `reasons` what to look at. Counts end at 100.',
  answer: {
    status: 200,
    description: 'It answers, with its database.',
    content: { [JSON_TYPE]: 'Health' },
    isCacheable: false,
  },
  refusals: [],
  async handle(c) {
    const found = await c.get('registry').getHealth()
    return c.json(healthReport(c.env, found, Date.now()), 200, { 'Cache-Control': 'no-store' })
  },
}

const document: Operation = {
  method: 'GET',
  path: '/openapi.json',
  group: 'About',
  summary: 'This API as an OpenAPI 3.1 document',
  query: NOTHING,
  answer: answer(JSON_TYPE, 'The document.'),
  refusals: [400],
  async handle(c) {
    readQuery(c, NOTHING)
    return answerText(c, await preparedAt(c, 'openapi.json'), { type: JSON_TYPE })
  },
}

export const aboutOperations: readonly Operation[] = [schema, document, health]
