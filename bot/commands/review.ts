import { RegistryError } from '../../schema/errors.ts'
import { type Decision, SUBMISSION_LENGTHS } from '../../schema/submission.ts'
import { type FormField, form } from '../cards/form.ts'
import { plain } from '../cards/markdown.ts'
import { notice } from '../cards/notice.ts'
import { queueCard } from '../cards/queue-card.ts'
import { reviewCard } from '../cards/review-card.ts'
import type { ComponentState } from '../custom-id.ts'
import { type Call, type Entered, textOption } from '../interaction.ts'
import type { Asker, Flow, Outcome, Subcommand } from './flow.ts'
import { editFields, reasonFields, reasonFrom } from './review-forms.ts'

/** The card of a submission as it stands now, with a word on what just happened. */
async function reviewed(
  { registry, actor }: Asker,
  key: string,
  seen: 'here' | 'private',
  note?: string,
): Promise<Outcome> {
  return { card: reviewCard(await registry.reviewSubmission(actor, key), note), seen }
}

/** Acts, and shows what came of it; who comes too late, or saw an older version, gets the card as it is now. */
async function acted(asker: Asker, key: string, act: () => Promise<unknown>): Promise<Outcome> {
  try {
    await act()
    return await reviewed(asker, key, 'here')
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code !== 'conflict') throw error
    return reviewed(asker, key, 'here', error.message)
  }
}

const decide = (
  asker: Asker,
  key: string,
  decision: Decision,
  given: { version?: number; resourceVersion?: number; reason?: string | undefined },
) => {
  const { reason, ...seen } = given
  const input = { decision, ...seen, ...(reason !== undefined && { reason }) }
  return acted(asker, key, () => asker.registry.decideSubmission(asker.actor, key, input))
}

/** The submission that waits next after this one; the first, where none does. */
async function next(asker: Asker, key: string): Promise<Outcome> {
  const { next: following } = await asker.registry.getPlace(asker.actor, key)
  if (following === undefined) return { card: notice('Nothing waits for a decision.'), seen: 'private' }
  return reviewed(asker, following, 'here')
}

/** Opens a form that says itself what it is for, from the version that the card showed. */
const opens = (title: string, state: ComponentState, fields: readonly FormField[]): Promise<Outcome> =>
  Promise.resolve({ form: form(title, state, fields) })

async function editForm({ registry, actor }: Asker, key: string, version: number): Promise<Outcome> {
  const { submission } = await registry.reviewSubmission(actor, key)
  const proposed = submission.resource ?? submission.changes ?? {}
  return opens(`Edit ${key}`, { action: 'edit', key, version }, editFields(proposed))
}

/** Only what was filled in: an empty field leaves what is there. */
async function edited(asker: Asker, key: string, version: number, { texts }: Entered): Promise<Outcome> {
  const { registry, actor } = asker
  const { submission } = await registry.reviewSubmission(actor, key)
  const fields = Object.fromEntries([...texts].map(([name, value]) => [name, value.trim()]))
  const edit = submission.kind === 'addition' ? { resource: fields } : { changes: fields }
  return acted(asker, key, () => registry.editSubmission(actor, key, { version, ...edit }))
}

const reference = {
  type: 3,
  name: 'submission',
  description: 'Its reference, such as S-7Q4K2',
  required: true,
} as const
const keyOf = (call: Call) => textOption(call, 'submission') ?? ''
const reasonOption = (required: boolean) =>
  ({
    type: 3,
    name: 'reason',
    description: 'In your words',
    required,
    max_length: SUBMISSION_LENGTHS.reason,
  }) as const

const decision = (name: Decision, description: string): Subcommand => ({
  declaration: { type: 1, name, description, options: [reference, reasonOption(name !== 'approve')] },
  run: async (call, asker) => ({
    ...(await decide(asker, keyOf(call), name, { reason: textOption(call, 'reason') })),
    seen: 'private',
  }),
})

const QUEUE_SIZE = 10
const DEAD_SHOWN = 3

export const review: Flow = {
  command: 'covid-review',
  subcommands: [
    {
      declaration: { type: 1, name: 'queue', description: 'What waits for a decision, oldest first' },
      run: async (_call, { registry, actor }) => {
        const [pending, asked, dead] = await Promise.all([
          registry.listSubmissions(actor, { state: 'pending', size: QUEUE_SIZE }),
          registry.listSubmissions(actor, { state: 'asked', size: 1 }),
          registry.listDead(actor, { size: DEAD_SHOWN }),
        ])
        return { card: queueCard(pending.items, pending.total, asked.total, dead.items), seen: 'private' }
      },
    },
    {
      declaration: { type: 1, name: 'show', description: 'All that deciding takes', options: [reference] },
      run: (call, asker) => reviewed(asker, keyOf(call), 'private'),
    },
    decision('approve', 'Accept a submission'),
    decision('reject', 'Decline a submission, and say why'),
    decision('ask', 'Ask who sent it a question'),
    {
      declaration: {
        type: 1,
        name: 'revert',
        description: 'Undo one change of a resource by a new one',
        options: [
          { type: 4, name: 'change', description: 'Its number in the history', required: true, min_value: 1 },
          reasonOption(true),
        ],
      },
      async run(call, { registry, actor }) {
        const sequence = Number(call.options.get('change'))
        const { name, version } = await registry.revertChange(
          actor,
          sequence,
          textOption(call, 'reason') ?? '',
        )
        return {
          card: notice(`Reverted: ${plain(name, 200)} is at version ${version} now.`),
          seen: 'private',
        }
      },
    },
    {
      declaration: {
        type: 1,
        name: 'block',
        description: 'Let someone send in nothing more, or lift that again',
        options: [
          { ...reference, description: 'One of their submissions' },
          reasonOption(false),
          { type: 5, name: 'lift', description: 'Let them send again' },
        ],
      },
      async run(call, { registry, actor }) {
        const isLifted = call.options.get('lift') === true
        await registry.setBlocked(actor, keyOf(call), !isLifted, textOption(call, 'reason'))
        const told = isLifted ? 'Who sent this may send again.' : 'Who sent this can send nothing more.'
        return { card: notice(told), seen: 'private' }
      },
    },
  ],
  components: {
    review: async ({ key }, chosen, asker) => reviewed(asker, chosen[0] ?? key, 'private'),
    next: async ({ key }, _chosen, asker) => next(asker, key),
    approve: async ({ key, version, resource }, _chosen, asker) =>
      decide(asker, key, 'approve', { version, ...(resource > 0 && { resourceVersion: resource }) }),
    retry: async ({ delivery }, _chosen, { registry, actor }) => {
      await registry.retryDelivery(actor, delivery)
      return { card: notice('It is being sent again.'), seen: 'private' }
    },
    undo: async ({ key, version }, _chosen, asker) =>
      acted(asker, key, () => asker.registry.undoDecision(asker.actor, key, version)),
    reject: async (state) => opens(`Reject ${state.key}`, state, reasonFields(true)),
    ask: async (state) => opens(`Ask about ${state.key}`, state, reasonFields(false)),
    edit: async ({ key, version }, _chosen, asker) => editForm(asker, key, version),
  },
  forms: {
    reject: async ({ key, version }, entered, asker) =>
      decide(asker, key, 'reject', { version, reason: reasonFrom(entered) }),
    ask: async ({ key, version }, entered, asker) =>
      decide(asker, key, 'ask', { version, reason: reasonFrom(entered) }),
    edit: async ({ key, version }, entered, asker) => edited(asker, key, version, entered),
  },
}
