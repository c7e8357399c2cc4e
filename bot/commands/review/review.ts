import { RegistryError } from '../../../schema/errors.ts'
import { type Decision, SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import { type FormField, form } from '../../cards/kit/form.ts'
import { plain } from '../../cards/kit/markdown.ts'
import type { Card } from '../../cards/kit/message.ts'
import { notice } from '../../cards/kit/notice.ts'
import { queueCard } from '../../cards/submissions/queue-card.ts'
import { reviewCard } from '../../cards/submissions/review-card.ts'
import type { ComponentState } from '../../custom-id.ts'
import { described, type Messages, refusedText } from '../../languages/index.ts'
import { type Call, type Entered, textOption } from '../../request.ts'
import type { Flow, PrivateReply, RequestContext, Subcommand } from '../flow.ts'
import { editFields, reasonFields, reasonFrom } from './forms.ts'

/** The card of a submission as it stands now, with a word on what just happened. */
const reviewed = async (
  { registry, actor, messages, pages }: RequestContext,
  key: string,
  note?: string,
): Promise<Card> => reviewCard(messages, await registry.reviewSubmission(actor, key), pages, note)

/** Acts, and shows what came of it; who comes too late, or saw an older version, gets the card as it is now. */
async function acted(asker: RequestContext, key: string, act: () => Promise<unknown>): Promise<Card> {
  try {
    await act()
    return await reviewed(asker, key)
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code !== 'conflict') throw error
    return reviewed(asker, key, refusedText(asker.messages, error))
  }
}

const decide = (
  asker: RequestContext,
  key: string,
  decision: Decision,
  given: { version?: number; resourceVersion?: number; reason?: string | undefined },
) => {
  const { reason, ...seen } = given
  const input = { decision, ...seen, ...(reason !== undefined && { reason }) }
  return acted(asker, key, () => asker.registry.decideSubmission(asker.actor, key, input, asker.id))
}

/** The submission that waits next after this one; the first, where none does. */
async function next(asker: RequestContext, key: string): Promise<Card | PrivateReply> {
  const { next: following } = await asker.registry.getQueueEntry(asker.actor, key)
  if (following === undefined)
    return { card: notice(asker.userMessages.review.nothingWaits), seen: 'private' }
  return reviewed(asker, following)
}

/** Opens a form that says itself what it is for, from the version that the card showed. */
const opens = (title: string, state: ComponentState, fields: readonly FormField[]) =>
  Promise.resolve({ form: form(title, state, fields) })

async function editForm({ registry, actor, messages }: RequestContext, key: string, version: number) {
  const { submission } = await registry.reviewSubmission(actor, key)
  const proposed = submission.resource ?? submission.changes ?? {}
  return opens(messages.review.editing(key), { action: 'edit', key, version }, editFields(messages, proposed))
}

/** Only what was filled in: an empty field leaves what is there. */
async function edited(
  asker: RequestContext,
  key: string,
  version: number,
  { texts }: Entered,
): Promise<Card> {
  const { registry, actor } = asker
  const { submission } = await registry.reviewSubmission(actor, key)
  const fields = Object.fromEntries([...texts].map(([name, value]) => [name, value.trim()]))
  const edit = submission.kind === 'addition' ? { resource: fields } : { changes: fields }
  return acted(asker, key, () => registry.editSubmission(actor, key, { version, ...edit }))
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
  seen: 'private',
  run: (call, asker) => decide(asker, keyOf(call), name, { reason: textOption(call, 'reason') }),
})

const QUEUE_SIZE = 10
const DEAD_SHOWN = 3

export const review: Flow = {
  command: 'covid-review',
  subcommands: [
    {
      declaration: { type: 1, name: 'queue', ...ofReview(({ queue }) => queue) },
      seen: 'private',
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
      seen: 'private',
      run: (call, asker) => reviewed(asker, keyOf(call)),
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
      seen: 'private',
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
      seen: 'private',
      async run(call, { registry, actor, messages: { review } }) {
        const isLifted = call.options.get('lift') === true
        await registry.setBlocked(actor, keyOf(call), !isLifted, textOption(call, 'reason'))
        return notice(isLifted ? review.isLifted : review.isBlocked)
      },
    },
  ],
  components: {
    review: { seen: 'private', run: ({ key }, chosen, asker) => reviewed(asker, chosen[0] ?? key) },
    next: { seen: 'here', run: ({ key }, _chosen, asker) => next(asker, key) },
    approve: {
      seen: 'here',
      run: ({ key, version, resource }, _chosen, asker) =>
        decide(asker, key, 'approve', { version, ...(resource > 0 && { resourceVersion: resource }) }),
    },
    retry: {
      seen: 'private',
      async run({ delivery }, _chosen, { registry, actor, messages }) {
        await registry.retryDelivery(actor, delivery)
        return notice(messages.review.sentAgain)
      },
    },
    undo: {
      seen: 'here',
      run: ({ key, version }, _chosen, asker) =>
        acted(asker, key, () => asker.registry.undoDecision(asker.actor, key, version)),
    },
    reject: {
      seen: 'form',
      run: (state, _chosen, { messages }) =>
        opens(messages.review.rejecting(state.key), state, reasonFields(messages, true)),
    },
    ask: {
      seen: 'form',
      run: (state, _chosen, { messages }) =>
        opens(messages.review.asking(state.key), state, reasonFields(messages, false)),
    },
    edit: { seen: 'form', run: ({ key, version }, _chosen, asker) => editForm(asker, key, version) },
  },
  forms: {
    reject: {
      seen: 'here',
      run: ({ key, version }, entered, asker) =>
        decide(asker, key, 'reject', { version, reason: reasonFrom(entered) }),
    },
    ask: {
      seen: 'here',
      run: ({ key, version }, entered, asker) =>
        decide(asker, key, 'ask', { version, reason: reasonFrom(entered) }),
    },
    edit: {
      seen: 'here',
      run: ({ key, version }, entered, asker) => edited(asker, key, version, entered),
    },
  },
}
