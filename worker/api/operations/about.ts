// Operations about the API itself.

import * as z from 'zod/mini'
import { type HealthReport, healthReport } from '../../health.ts'
import { baseOf } from '../../http/base.ts'
import { answerText } from '../../http/conditional.ts'
import { recordSchema } from '../document/record-schema.ts'
import { AnyObject } from '../document/shapes.ts'
import type { Operation } from '../operation.ts'
import { readQuery } from '../query.ts'

const NOTHING = z.strictObject({})
const JSON_TYPE = 'application/json'
const SCHEMA_TYPE = 'application/schema+json'

const answer = (type: string, description: string): Operation['answer'] => ({
  status: 200,
  description,
  alias: [JSON_TYPE],
  content: { [type]: AnyObject },
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
  handle(c) {
    readQuery(c, NOTHING)
    return answerText(c, JSON.stringify(recordSchema(baseOf(c))), { type: SCHEMA_TYPE })
  },
}

const count = z.int().check(z.nonnegative())
const moment = z.nullable(z.iso.datetime())

const HealthShape: z.ZodMiniType<HealthReport> = z.strictObject({
  status: z.enum(['ok', 'degraded']),
  reasons: z.array(z.string()),
  version: z.string(),
  build: z.string(),
  readOnly: z.nullable(z.string()),
  migrations: z.strictObject({ applied: count, expected: count }),
  cron: z.strictObject({ ranAt: moment, secondsAgo: z.nullable(z.int()) }),
  waiting: count,
  deliveries: z.strictObject({ waiting: count, oldestDueAt: moment, dead: count }),
})

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
    content: { [JSON_TYPE]: HealthShape },
    isCacheable: false,
  },
  refusals: [],
  async handle(c) {
    const found = await c.get('registry').getHealth()
    return c.json(healthReport(c.env, found, Date.now()), 200, { 'Cache-Control': 'no-store' })
  },
}

/** `describeApi` returns the document, which includes these operations. */
export function aboutOperations(describeApi: (base: string) => object): readonly Operation[] {
  // Generated once an isolate: it takes milliseconds, and depends only on the code and the base.
  let generated: { readonly base: string; readonly text: string } | undefined
  const document: Operation = {
    method: 'GET',
    path: '/openapi.json',
    group: 'About',
    summary: 'This API as an OpenAPI 3.1 document',
    query: NOTHING,
    answer: answer(JSON_TYPE, 'The document.'),
    refusals: [400],
    handle(c) {
      readQuery(c, NOTHING)
      const base = baseOf(c)
      if (generated?.base !== base) generated = { base, text: JSON.stringify(describeApi(base)) }
      return answerText(c, generated.text, { type: JSON_TYPE })
    },
  }
  return [schema, document, health]
}
