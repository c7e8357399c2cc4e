// Operations for maintainers that take texts down: what would go, and then its going.

import * as z from 'zod/mini'
import { RedactionInput } from '../../../schema/record/submission.ts'
import type { RedactionTarget } from '../../../schema/verbs/erasure.ts'
import { requireMaintainer } from '../actor.ts'
import { readBody } from '../body.ts'
import { freshAnswer, type Operation, partOf } from '../operation.ts'
import { readQuery } from '../query.ts'

const JSON_TYPE = 'application/json'

const NOTHING = z.strictObject({})
const VersionQuery = z.strictObject({ version: z.optional(z.string().check(z.regex(/^[1-9]\d{0,8}$/))) })
const OfResource = z.extend(RedactionInput, { version: z.optional(z.int().check(z.positive())) })

const targetOf = (slug: string, version: string | undefined): RedactionTarget => ({
  slug,
  ...(version !== undefined && { version: Number(version) }),
})

const review = { group: 'Review', by: 'maintainer' } as const
const preview = {
  ...review,
  method: 'GET',
  answer: freshAnswer('What would go.', 'Redactable'),
} as const
const act = {
  ...review,
  method: 'POST',
  answer: freshAnswer('What has no texts now, and since when.', 'Redacted'),
  refusals: [400, 401, 404, 409, 413, 415, 422],
} as const
const STAYS =
  'The slug, the numbers of versions, their dates, what lists count by, and a public note with the date and your reason stay. It can’t be undone. Give `versions` as the preview says it.'

const resource = {
  path: '/v1/resources/{slug}/redactions',
  parts: { slug: 'The slug of the resource.' },
} as const
const submission = {
  path: '/v1/submissions/{id}/redactions',
  parts: { id: 'The reference of the submission, as S-7Q4K2, or its id.' },
} as const

export const redactionOperations: readonly Operation[] = [
  {
    ...preview,
    ...resource,
    summary: 'See what a redaction of a resource would take',
    description: 'Of one `version`, or of all. Refused where the redaction would be.',
    query: VersionQuery,
    refusals: [400, 401, 404, 409],
    async handle(c) {
      const actor = requireMaintainer(c)
      const { version } = readQuery(c, VersionQuery)
      return c.json(await c.get('registry').previewRedaction(actor, targetOf(partOf(c, 'slug'), version)))
    },
  },
  {
    ...act,
    ...resource,
    summary: 'Replace all texts and addresses of a removed resource, or of an old version, by a tombstone',
    description: `Also those of the submissions that these came from. ${STAYS}`,
    body: { type: JSON_TYPE, shape: OfResource },
    async handle(c) {
      const actor = requireMaintainer(c)
      const input = await readBody(c, OfResource)
      return c.json(await c.get('registry').redactResource(actor, partOf(c, 'slug'), input))
    },
  },
  {
    ...preview,
    ...submission,
    summary: 'See what a redaction of a submission would take',
    query: NOTHING,
    refusals: [400, 401, 404, 409],
    async handle(c) {
      const actor = requireMaintainer(c)
      readQuery(c, NOTHING)
      return c.json(await c.get('registry').previewRedaction(actor, { submission: partOf(c, 'id') }))
    },
  },
  {
    ...act,
    ...submission,
    summary: 'Replace all texts of a rejected or withdrawn submission by a tombstone',
    description: STAYS,
    body: { type: JSON_TYPE, shape: RedactionInput },
    async handle(c) {
      const actor = requireMaintainer(c)
      const input = await readBody(c, RedactionInput)
      return c.json(await c.get('registry').redactSubmission(actor, partOf(c, 'id'), input))
    },
  },
]
