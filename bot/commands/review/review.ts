import { RegistryError } from '../../../schema/errors.ts'
import { type Decision, SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import { plain } from '../../cards/kit/markdown.ts'
import type { Card } from '../../cards/kit/message.ts'
import { type ModalField, modal } from '../../cards/kit/modal.ts'
import { notice } from '../../cards/kit/notice.ts'
import { revertCard } from '../../cards/resource/revert-card.ts'
import { reviewCard } from '../../cards/submissions/review-card.ts'
import type { ComponentState } from '../../custom-id.ts'
import { described, type Messages, refusedText } from '../../languages/index.ts'
import { type Call, type ModalInput, textOption } from '../../request.ts'
import type { EphemeralReply, Flow, RequestContext, Subcommand } from '../flow.ts'
import { editFields, reasonFields, reasonFrom } from './forms.ts'

/** The card of a submission in its present state, with a note on the last attempt. */
const currentCard = async (
  { registry, actor, messages, pages }: RequestContext,
  key: string,
  beside: Parameters<typeof reviewCard>[3] = {},
): Promise<Card> => reviewCard(messages, await registry.reviewSubmission(actor, key), pages, beside)

/** Shows the submission after an action. After a conflict (someone else decided first) the card says so. */
async function actAndShow(context: RequestContext, key: string, act: () => Promise<unknown>): Promise<Card> {
  try {
    await act()
    return await currentCard(context, key)
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code !== 'conflict') throw error
    return currentCard(context, key, { note: refusedText(context.messages, error) })
  }
}

const decide = (
  context: RequestContext,
  key: string,
  decision: Decision,
  { reason, ...versions }: { version: number; resourceVersion?: number; reason?: string | undefined },
) => {
  const input = { decision, ...versions, ...(reason !== undefined && { reason }) }
  return actAndShow(context, key, () =>
    context.registry.decideSubmission(context.actor, key, input, context.id),
  )
}

const versionsIn = ({ version, resource }: { readonly version: number; readonly resource: number }) => ({
  version,
  ...(resource > 0 && { resourceVersion: resource }),
})

/** The submission after this one in the queue; after the last, the first. */
async function nextCard(context: RequestContext, key: string): Promise<Card | EphemeralReply> {
  const { next: following } = await context.registry.getQueueEntry(context.actor, key)
  if (following === undefined)
    return { card: notice(context.userMessages.review.nothingWaits), reply: 'ephemeral' }
  return currentCard(context, following)
}

/** Opens a modal. Its state names the version that the card showed. */
const openModal = (title: string, state: ComponentState, fields: readonly ModalField[]) =>
  Promise.resolve({ modal: modal(title, state, fields) })

/** Who may not decide hears so before they write: a card may be older than who maintains the registry. */
async function reasonModal(
  { registry, actor, messages }: RequestContext,
  state: Extract<ComponentState, { readonly action: 'reject' | 'ask' }>,
) {
  await registry.getQueueEntry(actor, state.key)
  const isRejection = state.action === 'reject'
  const { rejecting, asking } = messages.review
  return openModal((isRejection ? rejecting : asking)(state.key), state, reasonFields(messages, isRejection))
}

async function editModal({ registry, actor, messages }: RequestContext, key: string, version: number) {
  const { submission } = await registry.reviewSubmission(actor, key)
  const proposed = submission.resource ?? submission.changes ?? {}
  return openModal(
    messages.review.editing(key),
    { action: 'edit', key, version },
    editFields(messages, proposed),
  )
}

/** An empty field leaves the proposal as it is. */
async function edit(
  context: RequestContext,
  key: string,
  version: number,
  { texts }: ModalInput,
): Promise<Card> {
  const { registry, actor } = context
  const { submission } = await registry.reviewSubmission(actor, key)
  const fields = Object.fromEntries([...texts].map(([name, value]) => [name, value.trim()]))
  const changes = submission.kind === 'addition' ? { resource: fields } : { changes: fields }
  return actAndShow(context, key, () => registry.editSubmission(actor, key, { version, ...changes }))
}

const describedIn = (text: (commands: Messages['commands']['review']) => string) =>
  described(({ commands }) => text(commands.review))

const submissionOption = {
  type: 3,
  name: 'submission',
  ...describedIn(({ submission }) => submission),
  required: true,
} as const
const keyOf = (call: Call) => textOption(call, 'submission') ?? ''
const reasonOption = (required: boolean) =>
  ({
    type: 3,
    name: 'reason',
    ...describedIn(({ reason }) => reason),
    required,
    max_length: SUBMISSION_LENGTHS.reason,
  }) as const

/** Shows the submission: nobody decides on what they have not seen. */
const decisionSubcommand = (name: Decision): Subcommand => ({
  declaration: {
    type: 1,
    name,
    ...describedIn((commands) => commands[name]),
    options: [submissionOption, reasonOption(name !== 'approve')],
  },
  reply: 'ephemeral',
  run: (call, context) =>
    currentCard(context, keyOf(call), { typed: { decision: name, reason: textOption(call, 'reason') } }),
})

export const review: Flow = {
  command: 'covid-review',
  subcommands: [
    {
      declaration: { type: 1, name: 'show', ...describedIn(({ show }) => show), options: [submissionOption] },
      reply: 'ephemeral',
      run: (call, context) => currentCard(context, keyOf(call)),
    },
    decisionSubcommand('approve'),
    decisionSubcommand('reject'),
    decisionSubcommand('ask'),
    {
      declaration: {
        type: 1,
        name: 'revert',
        ...describedIn(({ revert }) => revert),
        options: [
          { type: 4, name: 'change', ...describedIn(({ change }) => change), required: true, min_value: 1 },
          reasonOption(true),
        ],
      },
      reply: 'ephemeral',
      async run(call, { registry, actor, messages }) {
        const reversal = await registry.previewRevert(actor, Number(call.options.get('change')))
        return revertCard(messages, reversal, textOption(call, 'reason') ?? '')
      },
    },
    {
      declaration: {
        type: 1,
        name: 'block',
        ...describedIn(({ block }) => block),
        options: [
          { ...submissionOption, ...describedIn(({ blocked }) => blocked) },
          reasonOption(false),
          { type: 5, name: 'lift', ...describedIn(({ lift }) => lift) },
        ],
      },
      reply: 'ephemeral',
      async run(call, { registry, actor, messages: { review } }) {
        const isLifted = call.options.get('lift') === true
        const reason = textOption(call, 'reason')
        const { hasAccount } = await registry.setBlocked(actor, keyOf(call), !isLifted, reason)
        return notice(isLifted ? review.isLifted : review.isBlocked(hasAccount))
      },
    },
  ],
  components: {
    review: { reply: 'ephemeral', run: ({ key }, chosen, context) => currentCard(context, chosen[0] ?? key) },
    next: { reply: 'update', run: ({ key }, _chosen, context) => nextCard(context, key) },
    approve: {
      reply: 'update',
      run: (state, _chosen, context) => decide(context, state.key, 'approve', versionsIn(state)),
    },
    decide: {
      reply: 'update',
      run: (state, _chosen, context) =>
        decide(context, state.key, state.decision, {
          ...versionsIn(state),
          reason: context.card?.reason || undefined,
        }),
    },
    revert: {
      reply: 'update',
      async run({ change, version }, _chosen, { registry, actor, messages, card }) {
        const reverted = await registry.revertChange(actor, change, version, card?.reason ?? '')
        return notice(messages.review.reverted(plain(reverted.name, 200), reverted.version))
      },
    },
    retry: {
      reply: 'ephemeral',
      async run({ delivery }, _chosen, { registry, actor, messages }) {
        await registry.retryDelivery(actor, delivery)
        return notice(messages.review.retrying)
      },
    },
    undo: {
      reply: 'update',
      run: ({ key, version }, _chosen, context) =>
        actAndShow(context, key, () => context.registry.undoDecision(context.actor, key, version)),
    },
    reject: { reply: 'modal', run: (state, _chosen, context) => reasonModal(context, state) },
    ask: { reply: 'modal', run: (state, _chosen, context) => reasonModal(context, state) },
    edit: { reply: 'modal', run: ({ key, version }, _chosen, context) => editModal(context, key, version) },
  },
  modals: {
    reject: {
      reply: 'update',
      run: ({ key, version }, input, context) =>
        decide(context, key, 'reject', { version, reason: reasonFrom(input) }),
    },
    ask: {
      reply: 'update',
      run: ({ key, version }, input, context) =>
        decide(context, key, 'ask', { version, reason: reasonFrom(input) }),
    },
    edit: {
      reply: 'update',
      run: ({ key, version }, input, context) => edit(context, key, version, input),
    },
  },
}
