// Operations for maintainers on data sets that the registry found by itself.

import * as z from 'zod/mini'
import { RegistryError } from '../../../schema/errors.ts'
import { likenessText } from '../../../schema/likeness.ts'
import { present } from '../../../schema/present.ts'
import { CandidateDecision } from '../../../schema/record/sites/candidate.ts'
import type { Candidate } from '../../../schema/verbs/candidates.ts'
import { takeUp } from '../../http/take-up.ts'
import { requireMaintainer } from '../actor.ts'
import { readBody } from '../body.ts'
import type { CandidatePage, OfferedCandidate } from '../document/shapes.ts'
import { numberedPage } from '../numbered-page.ts'
import { freshAnswer, type Operation, partOf } from '../operation.ts'
import { PAGE, readQuery } from '../query.ts'

const JSON_TYPE = 'application/json'

const ListQuery = z.strictObject({ ...PAGE, decided: z.optional(z.enum(['taken', 'declined'])) })

/** What a candidate proposes, in the shape that a look-up has. */
const shown = ({ found: { fields, evidence }, signs, alike, ...candidate }: Candidate) => ({
  ...candidate,
  resource: { ...fields, url: candidate.url },
  evidence: [...evidence],
  signs: [...signs],
  alike: alike.map(({ signs: likeness, ...other }) => ({ ...other, reason: likenessText(likeness) })),
})

const review = { group: 'Review', by: 'maintainer' } as const

export const candidateOperations: readonly Operation[] = [
  {
    ...review,
    method: 'GET',
    path: '/v1/candidates',
    summary: 'List data sets that a search found and that are not listed',
    description:
      'Those that wait for a decision, the best first; or those that were decided on, the latest first.',
    query: ListQuery,
    answer: freshAnswer('A page of candidates.', 'CandidatePage'),
    refusals: [400, 401],
    async handle(c) {
      const actor = requireMaintainer(c)
      const { decided: state = 'offered', ...page } = readQuery(c, ListQuery)
      const { items, nextCursor } = await numberedPage(['candidates', state], page, (size, skip) =>
        c.get('registry').listCandidates(actor, { state, size, ...present({ skip }) }),
      )
      return c.json({ items: items.map(shown), nextCursor } satisfies z.infer<typeof CandidatePage>)
    },
  },
  {
    ...review,
    method: 'POST',
    path: '/v1/candidates/{id}/decisions',
    summary: 'Take a candidate up, or decline it',
    description:
      'Taken up, it becomes a submission that waits for a decision like any other: `submission` is its reference. Declined, it is not offered again.',
    parts: { id: 'The number of the candidate.' },
    body: { type: JSON_TYPE, shape: CandidateDecision },
    answer: freshAnswer('The candidate as it is now.', 'OfferedCandidate'),
    refusals: [400, 401, 404, 409, 413, 415, 422],
    async handle(c) {
      const actor = requireMaintainer(c)
      const id = Number(/^[1-9]\d{0,8}$/.exec(partOf(c, 'id'))?.[0])
      const input = await readBody(c, CandidateDecision)
      if (Number.isNaN(id)) throw new RegistryError('not_found', 'A candidate has a number.')
      const decided =
        input.decision === 'take_up'
          ? await takeUp(c, actor, id)
          : await c.get('registry').declineCandidate(actor, id, input.reason)
      return c.json(shown(decided) satisfies z.infer<typeof OfferedCandidate>)
    },
  },
]
