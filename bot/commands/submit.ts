import { RegistryError } from '../../schema/errors.ts'
import { type Draft, SUBMISSION_LENGTHS, type SubmissionInput } from '../../schema/record/submission.ts'
import { checkWebAddress } from '../../schema/record/values/addresses/web-address.ts'
import { LENGTHS } from '../../schema/record/values/text.ts'
import { DATA_TYPES, type DataTypeKey } from '../../schema/vocabulary.ts'
import { button, type Card, card, fullest, row } from '../cards/kit/message.ts'
import { checkboxes, type Modal, modal, textField } from '../cards/kit/modal.ts'
import { notice } from '../cards/kit/notice.ts'
import { resourceCard } from '../cards/resource/resource-card.ts'
import { cellsOf, draftCard } from '../cards/submissions/draft-card.ts'
import { type RefusedInput, refusedInput } from '../cards/submissions/refused-input.ts'
import { submitterCard } from '../cards/submissions/submitter-card.ts'
import type { ComponentState } from '../custom-id.ts'
import { described, type Messages } from '../languages/index.ts'
import type { ModalInput } from '../request.ts'
import type { Flow, RequestContext } from './flow.ts'
import { referenceFields, referencesIn } from './reference-form.ts'

const EMPTY: Draft = { url: '', name: '', organization: '', has: [], lacks: [], notes: '' }

export const submitModal = (
  { draft: texts, fields, dataTypes }: Messages,
  state: ComponentState,
  draft: Draft,
): Modal =>
  modal(texts.form, state, [
    {
      label: texts.link,
      description: texts.linkHelp,
      component: textField({ id: 'url', max: LENGTHS.url, value: draft.url }),
    },
    { label: fields.name, component: textField({ id: 'name', max: LENGTHS.name, value: draft.name }) },
    {
      label: fields.organization,
      description: texts.organizationHelp,
      component: textField({ id: 'organization', max: LENGTHS.organization, value: draft.organization }),
    },
    {
      label: texts.includes,
      component: checkboxes(
        'has',
        DATA_TYPES.map(({ key }) => ({
          value: key,
          label: dataTypes[key].label,
          description: dataTypes[key].meaning,
          chosen: draft.has.includes(key),
        })),
      ),
    },
    {
      label: texts.more,
      description: texts.moreHelp,
      component: textField({
        id: 'notes',
        max: SUBMISSION_LENGTHS.notes,
        value: draft.notes,
        lines: true,
        optional: true,
      }),
    },
  ])

const typesAmong = (values: readonly string[] = []): DataTypeKey[] =>
  DATA_TYPES.map(({ key }) => key).filter((key) => values.includes(key))

/** The address as it would be listed, so that the card shows where it leads; as it was typed where it can't be. */
function addressOf(typed: string): string {
  const checked = checkWebAddress(typed)
  return 'url' in checked ? checked.url : typed
}

/** `before` has what the modal does not ask for. */
export function draftFrom({ texts, chosen }: ModalInput, before: Draft): Draft {
  const has = typesAmong(chosen.get('has'))
  const textOf = (field: string) => texts.get(field)?.trim() ?? ''
  return {
    ...before,
    url: addressOf(textOf('url')),
    name: textOf('name'),
    organization: textOf('organization'),
    has,
    lacks: before.lacks.filter((key) => !has.includes(key)),
    notes: textOf('notes'),
  }
}

const inputOf = (draft: Draft): SubmissionInput => ({
  kind: 'addition',
  resource: {
    name: draft.name,
    url: draft.url,
    organization: draft.organization,
    availability: cellsOf(draft),
    ...(draft.notes !== '' && { notes: draft.notes }),
    ...(draft.references?.length && { references: [...draft.references] }),
  },
})

/** The modal of an addition at an address. */
export const suggestModal = (messages: Messages, url: string): Modal =>
  submitModal(messages, { action: 'submit' }, { ...EMPTY, url })

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
  return (await findSentCard(context, id)) ?? saveAndShow(context, draft, id)
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
      declaration: { type: 1, name: 'submit', ...described(({ commands }) => commands.submit.description) },
      reply: 'modal',
      run: async (_call, { messages }) => ({ modal: suggestModal(messages, '') }),
    },
  ],
  components: {
    redo: {
      reply: 'modal',
      async run({ draft: id }, _chosen, context) {
        const opened = await openDraft(context, id)
        if ('sent' in opened) return { card: opened.sent, reply: 'ephemeral' }
        return { modal: submitModal(context.messages, { action: 'redo', draft: id }, opened.draft) }
      },
    },
    lacks: {
      reply: 'update',
      async run({ draft: id }, chosen, context) {
        const opened = await openDraft(context, id)
        if ('sent' in opened) return opened.sent
        const { draft } = opened
        const lacks = typesAmong(chosen).filter((key) => !draft.has.includes(key))
        return saveAndShow(context, { ...draft, lacks }, id)
      },
    },
    references: {
      reply: 'modal',
      async run({ draft: id }, _chosen, context) {
        const opened = await openDraft(context, id)
        if ('sent' in opened) return { card: opened.sent, reply: 'ephemeral' }
        const { messages } = context
        const fields = referenceFields(messages, opened.draft.references ?? [])
        return { modal: modal(messages.fields.references, { action: 'references', draft: id }, fields) }
      },
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
      async run({ draft: id }, input, context) {
        const opened = await openDraft(context, id)
        if ('sent' in opened) return opened.sent
        return saveAndShow(context, draftFrom(input, opened.draft), id)
      },
    },
    references: {
      reply: 'update',
      async run({ draft: id }, input, context) {
        const opened = await openDraft(context, id)
        if ('sent' in opened) return opened.sent
        const { draft } = opened
        try {
          const references = await referencesIn(context, input, draft.references ?? [])
          return await saveAndShow(context, { ...draft, references }, id)
        } catch (error) {
          if (!(error instanceof RegistryError)) throw error
          return { card: refusedReferencesCard(context.messages, id, { error, input }), reply: 'ephemeral' }
        }
      },
    },
  },
}
