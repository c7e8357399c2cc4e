// The operation that looks an address up: for contributors, whose forms fill themselves in, and for their programs.

import * as z from 'zod/mini'
import { writtenAs } from '../../../schema/record/values/checked-text.ts'
import { LENGTHS, text } from '../../../schema/record/values/text.ts'
import { anonymousActor } from '../../http/anonymous-actor.ts'
import { listedAt, lookUpFor } from '../../http/look-up.ts'
import { readBody } from '../body.ts'
import type { LookedUp } from '../document/shapes.ts'
import type { Operation } from '../operation.ts'

const JSON_TYPE = 'application/json'
const TIME_LIMIT_MS = 8000

const LookUpInput = z.strictObject({ url: text(LENGTHS.url).check(writtenAs('address')) })

export const lookUpOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/v1/lookup',
    group: 'Submissions',
    summary: 'Look an address up',
    description:
      'What a web address, a DOI or an arXiv number says of itself, by its agency, its host or its page: the fields of a ' +
      'proposal, with the source of each, and what is listed there already. Nothing is kept.',
    body: { type: JSON_TYPE, shape: LookUpInput },
    answer: {
      status: 200,
      description: 'What was found; without fields where no site says anything.',
      content: { [JSON_TYPE]: 'LookedUp' },
      isCacheable: false,
    },
    refusals: [400, 413, 415, 422, 503],
    async handle(c) {
      const { url } = await readBody(c, LookUpInput)
      const { fields, ...found } = await lookUpFor(c, anonymousActor(c), url, TIME_LIMIT_MS)
      return c.json({
        ...found,
        resource: { ...fields, url: fields.url ?? found.address },
        listed: [...(await listedAt(c, { ...found, fields }))],
      } satisfies z.infer<typeof LookedUp>)
    },
  },
]
