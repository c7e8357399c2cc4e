// The queue of waiting submissions, and decisions on several of them at once.

import { actOnEach, type Chosen, sortChosen } from '../../../schema/verbs/selection.ts'
import type { Card } from '../../cards/kit/message.ts'
import { queueCard } from '../../cards/submissions/queue-card.ts'
import { approvedCard, questionCard, undoneCard } from '../../cards/submissions/several-card.ts'
import { readChosen } from '../../custom-id.ts'
import { described } from '../../languages/index.ts'
import type { Flow, RequestContext } from '../flow.ts'

const QUEUE_SIZE = 10
const DEAD_SHOWN = 3

async function currentQueue({ registry, actor, messages }: RequestContext): Promise<Card> {
  const [queue, dead] = await Promise.all([
    registry.listSubmissions(actor, { state: 'pending', size: QUEUE_SIZE }),
    registry.listDead(actor, { size: DEAD_SHOWN }),
  ])
  return queueCard(messages, queue.items, queue.totals, dead.items)
}

/** Asks before anything is approved. */
async function ask({ registry, actor, messages }: RequestContext, chosen: readonly Chosen[]): Promise<Card> {
  const references = chosen.map(({ reference }) => reference)
  const { items } = await registry.listSubmissions(actor, {
    state: 'pending',
    references,
    size: chosen.length,
  })
  return questionCard(messages, sortChosen(chosen, items))
}

async function approve(
  { id, registry, actor, messages }: RequestContext,
  chosen: readonly Chosen[],
  before: readonly Chosen[],
): Promise<Card> {
  const { outcomes, remaining } = await actOnEach(registry, chosen, ({ reference, version }) =>
    registry.decideSubmission(actor, reference, { decision: 'approve', version }, `${id} ${reference}`),
  )
  return approvedCard(messages, outcomes, remaining, before)
}

async function undo({ registry, actor, messages }: RequestContext, chosen: readonly Chosen[]): Promise<Card> {
  const { outcomes, remaining } = await actOnEach(registry, chosen, ({ reference, version }) =>
    registry.undoDecision(actor, reference, version),
  )
  return undoneCard(messages, outcomes, remaining)
}

export const queue: Flow = {
  command: 'covid-review',
  subcommands: [
    {
      declaration: { type: 1, name: 'queue', ...described(({ commands }) => commands.review.queue) },
      reply: 'ephemeral',
      run: (_call, context) => currentQueue(context),
    },
  ],
  components: {
    queue: { reply: 'update', run: (_state, _chosen, context) => currentQueue(context) },
    choose: {
      reply: 'update',
      run: (_state, values, context) =>
        ask(
          context,
          values.flatMap((value) => readChosen(value) ?? []),
        ),
    },
    approveMany: {
      reply: 'update',
      run: ({ chosen, done }, _chosen, context) => approve(context, chosen, done),
    },
    undoMany: { reply: 'update', run: ({ chosen }, _chosen, context) => undo(context, chosen) },
  },
}
