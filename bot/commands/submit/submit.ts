import { RegistryError } from '../../../schema/errors.ts'
import { filledUp } from '../../../schema/record/sites/look-up.ts'
import type { Draft, SubmissionInput } from '../../../schema/record/submission.ts'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import { button, type Card, card, fullest, row } from '../../cards/kit/message.ts'
import { type Modal, modal } from '../../cards/kit/modal.ts'
import { notice } from '../../cards/kit/notice.ts'
import { resourceCard } from '../../cards/resource/resource-card.ts'
import { cellsOf, draftCard } from '../../cards/submissions/draft-card.ts'
import { type RefusedInput, refusedInput } from '../../cards/submissions/refused-input.ts'
import { submitterCard } from '../../cards/submissions/submitter-card.ts'
import { described, type Messages } from '../../languages/index.ts'
import { textOption } from '../../request.ts'
import type { Flow, RequestContext } from '../flow.ts'
import { referenceFields, referencesIn } from './reference-form.ts'
import { draftFrom, EMPTY, submitModal, suggestForm, typesAmong } from './submit-form.ts'

function inputOf(draft: Draft): SubmissionInput {
  const typed = {
    name: draft.name,
    url: draft.url,
    organization: draft.organization,
    availability: cellsOf(draft),
    ...(draft.notes !== '' && { notes: draft.notes }),
    ...(draft.references?.length && { references: [...draft.references] }),
  }
  const { resource, evidence } = filledUp(typed, draft.found ?? NOTHING_FOUND)
  return { kind: 'addition', resource, ...(evidence.length > 0 && { evidence }) }
}

const NOTHING_FOUND = { isPaper: false, fields: {}, evidence: [] }

/** The card waits, and says that it does; whatever is slower has nothing to say. */
const CARD_LIMIT_MS = 6000

/** The draft with what its address says of itself. What was found at it before, or left out, stays so. */
async function withFound({ lookUp }: RequestContext, draft: Draft, before?: Draft): Promise<Draft> {
  const isSame = before?.url === draft.url && before.found !== undefined
  const found = isSame ? before.found : await lookUp(draft.url, CARD_LIMIT_MS)
  if (!found) return draft
  const { isPaper, fields, evidence } = found
  return { ...draft, found: { isPaper, fields, evidence } }
}

/** The card of a draft, or of the resource that is listed at its address. */
async function cardOfDraft(
  { registry, actor, messages, pages }: RequestContext,
  id: string,
  draft: Draft,
  refusal?: RegistryError,
): Promise<Card> {
  const preview = await registry.previewSubmission(actor, inputOf(draft))
  if (preview.listedAs)
    return resourceCard(messages, await registry.resolveResource(preview.listedAs), false, pages)
  return draftCard(messages, id, draft, preview, refusal)
}

async function saveAndShow(context: RequestContext, draft: Draft, id: string): Promise<Card> {
  const saved = await context.registry.saveDraft(context.actor, draft, id)
  return cardOfDraft(context, saved.id, draft)
}

/** A form that is delivered twice is one draft: the interaction's id is its own. */
export async function saveNew(context: RequestContext, draft: Draft): Promise<Card> {
  const { id, registry, actor } = context
  const kept = await registry.findDraft(actor, id)
  if (kept) return cardOfDraft(context, id, kept)
  return (await findSentCard(context, id)) ?? saveAndShow(context, await withFound(context, draft), id)
}

/** The card of what a draft was sent as. */
async function findSentCard({ registry, actor, messages }: RequestContext, id: string) {
  const sent = await registry.findSentDraft(actor, id)
  return sent && submitterCard(messages, sent)
}

/** The draft; or the card of what it was sent as, since a card of the draft may still be on another screen. */
async function openDraft(
  context: RequestContext,
  id: string,
): Promise<{ readonly draft: Draft } | { readonly sent: Card }> {
  try {
    return { draft: await context.registry.getDraft(context.actor, id) }
  } catch (error) {
    const sent = error instanceof RegistryError ? await findSentCard(context, id) : undefined
    if (!sent) throw error
    return { sent }
  }
}

/** Keeps the draft as `change` makes it, and shows it. */
async function updateDraft(
  context: RequestContext,
  id: string,
  change: (draft: Draft) => Draft | Promise<Draft>,
): Promise<Card> {
  const opened = await openDraft(context, id)
  return 'sent' in opened ? opened.sent : saveAndShow(context, await change(opened.draft), id)
}

/** A form that begins with the draft. */
async function modalOfDraft(context: RequestContext, id: string, draw: (draft: Draft) => Modal) {
  const opened = await openDraft(context, id)
  if ('sent' in opened) return { card: opened.sent, reply: 'ephemeral' } as const
  return { modal: draw(opened.draft) }
}

/** Beside the draft, which stays as it was. */
const refusedReferencesCard = (messages: Messages, id: string, refused: RefusedInput): Card =>
  fullest([2000, 1000, 200], (most) =>
    card([
      ...refusedInput(messages, refused, most),
      row(button(messages.fields.references, { action: 'references', draft: id })),
    ]),
  )

async function sendDraft(context: RequestContext, id: string): Promise<Card> {
  const { registry, actor, messages } = context
  const opened = await openDraft(context, id)
  if ('sent' in opened) return opened.sent
  const { draft } = opened
  try {
    // The draft's id makes two clicks on Send one submission.
    const how = { door: 'discord', idempotencyKey: id, draft: id } as const
    return submitterCard(messages, (await registry.submit(actor, inputOf(draft), how)).submission)
  } catch (error) {
    // A refused submission stays a draft, and the card says why.
    if (error instanceof RegistryError) return cardOfDraft(context, id, draft, error)
    throw error
  }
}

export const submit: Flow = {
  command: 'covid-data',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'submit',
        ...described(({ commands }) => commands.submit.description),
        options: [
          {
            type: 3,
            name: 'link',
            ...described(({ commands }) => commands.submit.link),
            max_length: LENGTHS.url,
          },
        ],
      },
      reply: 'modal',
      run: async (call, context) => ({ modal: await suggestForm(context, textOption(call, 'link') ?? '') }),
    },
  ],
  components: {
    redo: {
      reply: 'modal',
      run: ({ draft: id }, _chosen, context) =>
        modalOfDraft(context, id, (draft) =>
          submitModal(context.messages, { action: 'redo', draft: id }, draft),
        ),
    },
    lacks: {
      reply: 'update',
      run: ({ draft: id }, chosen, context) =>
        updateDraft(context, id, (draft) => ({
          ...draft,
          lacks: typesAmong(chosen).filter((key) => !draft.has.includes(key)),
        })),
    },
    references: {
      reply: 'modal',
      run: ({ draft: id }, _chosen, context) =>
        modalOfDraft(context, id, ({ references = [] }) => {
          const { messages } = context
          const state = { action: 'references', draft: id } as const
          return modal(messages.fields.references, state, referenceFields(messages, references))
        }),
    },
    unfound: {
      reply: 'update',
      run: ({ draft: id }, _chosen, context) =>
        updateDraft(context, id, (draft) => ({ ...draft, found: NOTHING_FOUND })),
    },
    send: { reply: 'update', run: ({ draft }, _chosen, context) => sendDraft(context, draft) },
    discard: {
      reply: 'update',
      async run({ draft }, _chosen, context) {
        const sent = await findSentCard(context, draft)
        if (sent) return sent
        await context.registry.discardDraft(context.actor, draft)
        return notice(context.messages.draft.discarded)
      },
    },
  },
  modals: {
    submit: {
      reply: 'ephemeral',
      run: (_state, input, context) => saveNew(context, draftFrom(input, EMPTY)),
    },
    redo: {
      reply: 'update',
      run: ({ draft: id }, input, context) =>
        updateDraft(context, id, (draft) => withFound(context, draftFrom(input, draft), draft)),
    },
    references: {
      reply: 'update',
      async run({ draft: id }, input, context) {
        try {
          return await updateDraft(context, id, async (draft) => ({
            ...draft,
            references: await referencesIn(context, input, draft.references ?? []),
          }))
        } catch (error) {
          if (!(error instanceof RegistryError)) throw error
          return { card: refusedReferencesCard(context.messages, id, { error, input }), reply: 'ephemeral' }
        }
      },
    },
  },
}
