import { RegistryError } from '../../../schema/errors.ts'
import { type Decision, SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import { plain } from '../../cards/kit/markdown.ts'
import type { Card } from '../../cards/kit/message.ts'
import { type ModalField, modal } from '../../cards/kit/modal.ts'
import { notice } from '../../cards/kit/notice.ts'
import { queueCard } from '../../cards/submissions/queue-card.ts'
import { reviewCard } from '../../cards/submissions/review-card.ts'
import type { ComponentState } from '../../custom-id.ts'
import { described, type Messages, refusedText } from '../../languages/index.ts'
import { type Call, type ModalInput, textOption } from '../../request.ts'
import type { EphemeralReply, Flow, RequestContext, Subcommand } from '../flow.ts'
import { editFields, reasonFields, reasonFrom } from './forms.ts'

/** The card of a submission as it stands now, with a word on what just happened. */
const reviewed = async (
  { registry, actor, messages, pages }: RequestContext,
  key: string,
  note?: string,
): Promise<Card> => reviewCard(messages, await registry.reviewSubmission(actor, key), pages, note)

/** Acts, and shows what came of it; who comes too late, or saw an older version, gets the card as it is now. */
async function acted(context: RequestContext, key: string, act: () => Promise<unknown>): Promise<Card> {
  try {
    await act()
    return await reviewed(context, key)
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code !== 'conflict') throw error
    return reviewed(context, key, refusedText(context.messages, error))
  }
}

const decide = (
  context: RequestContext,
  key: string,
  decision: Decision,
  given: { version?: number; resourceVersion?: number; reason?: string | undefined },
) => {
  const { reason, ...seen } = given
  const input = { decision, ...seen, ...(reason !== undefined && { reason }) }
  return acted(context, key, () => context.registry.decideSubmission(context.actor, key, input, context.id))
}

/** The submission that waits next after this one; the first, where none does. */
async function next(context: RequestContext, key: string): Promise<Card | EphemeralReply> {
  const { next: following } = await context.registry.getQueueEntry(context.actor, key)
  if (following === undefined)
    return { card: notice(context.userMessages.review.nothingWaits), reply: 'ephemeral' }
  return reviewed(context, following)
}

/** Opens a form that says itself what it is for, from the version that the card showed. */
const opens = (title: string, state: ComponentState, fields: readonly ModalField[]) =>
  Promise.resolve({ modal: modal(title, state, fields) })

async function editForm({ registry, actor, messages }: RequestContext, key: string, version: number) {
  const { submission } = await registry.reviewSubmission(actor, key)
  const proposed = submission.resource ?? submission.changes ?? {}
  return opens(messages.review.editing(key), { action: 'edit', key, version }, editFields(messages, proposed))
}

/** Only what was filled in: an empty field leaves what is there. */
async function edited(
  context: RequestContext,
  key: string,
  version: number,
  { texts }: ModalInput,
): Promise<Card> {
  const { registry, actor } = context
  const { submission } = await registry.reviewSubmission(actor, key)
  const fields = Object.fromEntries([...texts].map(([name, value]) => [name, value.trim()]))
  const edit = submission.kind === 'addition' ? { resource: fields } : { changes: fields }
  return acted(context, key, () => registry.editSubmission(actor, key, { version, ...edit }))
}

const ofReview = (say: (commands: Messages['commands']['review']) => string) =>
  described(({ commands }) => say(commands.review))

const reference = {
  type: 3,
  name: 'submission',
  ...ofReview(({ submission }) => submission),
  required: true,
} as const
const keyOf = (call: Call) => textOption(call, 'submission') ?? ''
const reasonOption = (required: boolean) =>
  ({
    type: 3,
    name: 'reason',
    ...ofReview(({ reason }) => reason),
    required,
    max_length: SUBMISSION_LENGTHS.reason,
  }) as const

const decision = (name: Decision): Subcommand => ({
  declaration: {
    type: 1,
    name,
    ...ofReview((commands) => commands[name]),
    options: [reference, reasonOption(name !== 'approve')],
  },
  reply: 'ephemeral',
  run: (call, context) => decide(context, keyOf(call), name, { reason: textOption(call, 'reason') }),
})

const QUEUE_SIZE = 10
const DEAD_SHOWN = 3

export const review: Flow = {
  command: 'covid-review',
  subcommands: [
    {
      declaration: { type: 1, name: 'queue', ...ofReview(({ queue }) => queue) },
      reply: 'ephemeral',
      run: async (_call, { registry, actor, messages }) => {
        const [pending, asked, dead] = await Promise.all([
          registry.listSubmissions(actor, { state: 'pending', size: QUEUE_SIZE }),
          registry.listSubmissions(actor, { state: 'asked', size: 1 }),
          registry.listDead(actor, { size: DEAD_SHOWN }),
        ])
        return queueCard(messages, pending.items, pending.total, asked.total, dead.items)
      },
    },
    {
      declaration: { type: 1, name: 'show', ...ofReview(({ show }) => show), options: [reference] },
      reply: 'ephemeral',
      run: (call, context) => reviewed(context, keyOf(call)),
    },
    decision('approve'),
    decision('reject'),
    decision('ask'),
    {
      declaration: {
        type: 1,
        name: 'revert',
        ...ofReview(({ revert }) => revert),
        options: [
          { type: 4, name: 'change', ...ofReview(({ change }) => change), required: true, min_value: 1 },
          reasonOption(true),
        ],
      },
      reply: 'ephemeral',
      async run(call, { registry, actor, messages }) {
        const sequence = Number(call.options.get('change'))
        const { name, version } = await registry.revertChange(
          actor,
          sequence,
          textOption(call, 'reason') ?? '',
        )
        return notice(messages.review.reverted(plain(name, 200), version))
      },
    },
    {
      declaration: {
        type: 1,
        name: 'block',
        ...ofReview(({ block }) => block),
        options: [
          { ...reference, ...ofReview(({ blocked }) => blocked) },
          reasonOption(false),
          { type: 5, name: 'lift', ...ofReview(({ lift }) => lift) },
        ],
      },
      reply: 'ephemeral',
      async run(call, { registry, actor, messages: { review } }) {
        const isLifted = call.options.get('lift') === true
        await registry.setBlocked(actor, keyOf(call), !isLifted, textOption(call, 'reason'))
        return notice(isLifted ? review.isLifted : review.isBlocked)
      },
    },
  ],
  components: {
    review: { reply: 'ephemeral', run: ({ key }, chosen, context) => reviewed(context, chosen[0] ?? key) },
    next: { reply: 'update', run: ({ key }, _chosen, context) => next(context, key) },
    approve: {
      reply: 'update',
      run: ({ key, version, resource }, _chosen, context) =>
        decide(context, key, 'approve', { version, ...(resource > 0 && { resourceVersion: resource }) }),
    },
    retry: {
      reply: 'ephemeral',
      async run({ delivery }, _chosen, { registry, actor, messages }) {
        await registry.retryDelivery(actor, delivery)
        return notice(messages.review.sentAgain)
      },
    },
    undo: {
      reply: 'update',
      run: ({ key, version }, _chosen, context) =>
        acted(context, key, () => context.registry.undoDecision(context.actor, key, version)),
    },
    reject: {
      reply: 'modal',
      run: (state, _chosen, { messages }) =>
        opens(messages.review.rejecting(state.key), state, reasonFields(messages, true)),
    },
    ask: {
      reply: 'modal',
      run: (state, _chosen, { messages }) =>
        opens(messages.review.asking(state.key), state, reasonFields(messages, false)),
    },
    edit: { reply: 'modal', run: ({ key, version }, _chosen, context) => editForm(context, key, version) },
  },
  modals: {
    reject: {
      reply: 'update',
      run: ({ key, version }, entered, context) =>
        decide(context, key, 'reject', { version, reason: reasonFrom(entered) }),
    },
    ask: {
      reply: 'update',
      run: ({ key, version }, entered, context) =>
        decide(context, key, 'ask', { version, reason: reasonFrom(entered) }),
    },
    edit: {
      reply: 'update',
      run: ({ key, version }, entered, context) => edited(context, key, version, entered),
    },
  },
}
