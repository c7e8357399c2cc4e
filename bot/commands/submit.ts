import { RegistryError } from '../../schema/errors.ts'
import { LENGTHS } from '../../schema/record/resource.ts'
import { type Draft, SUBMISSION_LENGTHS, type SubmissionInput } from '../../schema/record/submission.ts'
import { DATA_TYPES, type DataTypeKey } from '../../schema/vocabulary.ts'
import { checkboxes, type Form, form, textField } from '../cards/kit/form.ts'
import type { Card } from '../cards/kit/message.ts'
import { notice } from '../cards/kit/notice.ts'
import { resourceCard } from '../cards/resource/resource-card.ts'
import { cellsOf, draftCard } from '../cards/submissions/draft-card.ts'
import { submitterCard } from '../cards/submissions/submitter-card.ts'
import type { ComponentState } from '../custom-id.ts'
import { described, type Messages } from '../languages/index.ts'
import type { Entered } from '../request.ts'
import type { Flow, RequestContext } from './flow.ts'

const EMPTY: Draft = { url: '', name: '', organization: '', has: [], lacks: [], notes: '' }

const submitForm = (
  { draft: said, fields, dataTypes }: Messages,
  state: ComponentState,
  draft: Draft,
): Form =>
  form(said.form, state, [
    {
      label: said.link,
      description: said.linkHelp,
      component: textField({ id: 'url', max: LENGTHS.url, value: draft.url }),
    },
    { label: fields.name, component: textField({ id: 'name', max: LENGTHS.name, value: draft.name }) },
    {
      label: fields.organization,
      description: said.organizationHelp,
      component: textField({ id: 'organization', max: LENGTHS.organization, value: draft.organization }),
    },
    {
      label: said.includes,
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
      label: said.more,
      description: said.moreHelp,
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

function draftFrom({ texts, chosen }: Entered, lacks: Draft['lacks']): Draft {
  const has = typesAmong(chosen.get('has'))
  const entered = (field: string) => texts.get(field)?.trim() ?? ''
  return {
    url: entered('url'),
    name: entered('name'),
    organization: entered('organization'),
    has,
    lacks: lacks.filter((key) => !has.includes(key)),
    notes: entered('notes'),
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
  },
})

/** The first address in a message, without the brackets or the full stop around it. */
const firstLink = (text: string): string | undefined =>
  text
    .match(/https?:\/\/[^\s<>]+/i)?.[0]
    .replace(/[.,;:!?)\]}'"]+$/, '')
    .slice(0, LENGTHS.url)

/** The card of a draft as it stands, or of the resource that is listed at its address. */
async function drafted(
  { registry, actor, messages, pages }: RequestContext,
  id: string,
  draft: Draft,
  refusal?: RegistryError,
): Promise<Card> {
  const preview = await registry.previewSubmission(actor, inputOf(draft))
  if (preview.listedAs) {
    await registry.discardDraft(actor, id)
    return resourceCard(messages, await registry.getResource(preview.listedAs), false, pages)
  }
  return draftCard(messages, id, draft, preview, refusal)
}

async function saved(asker: RequestContext, draft: Draft, id?: string): Promise<Card> {
  const kept = await asker.registry.saveDraft(asker.actor, draft, id)
  return drafted(asker, kept.id, draft)
}

export const submit: Flow = {
  command: 'covid-data',
  subcommands: [
    {
      declaration: { type: 1, name: 'submit', ...described(({ commands }) => commands.submit.description) },
      seen: 'form',
      run: async (_call, { messages }) => ({ form: submitForm(messages, { action: 'submit' }, EMPTY) }),
    },
  ],
  menus: [
    {
      declaration: {
        type: 3,
        name: 'Suggest to the registry',
        integration_types: [0, 1],
        contexts: [0, 1, 2],
      },
      seen: 'form',
      run: async (text, { registry, actor, messages, pages }) => {
        const url = firstLink(text)
        if (!url) return { card: notice(messages.draft.noLink), seen: 'private' }
        const preview = await registry.previewSubmission(
          actor,
          inputOf({ ...EMPTY, url, name: 'x', organization: 'x' }),
        )
        if (!preview.listedAs) return { form: submitForm(messages, { action: 'submit' }, { ...EMPTY, url }) }
        return {
          card: resourceCard(messages, await registry.getResource(preview.listedAs), false, pages),
          seen: 'private',
        }
      },
    },
  ],
  components: {
    redo: {
      seen: 'form',
      run: async ({ draft }, _chosen, { registry, actor, messages }) => ({
        form: submitForm(messages, { action: 'redo', draft }, await registry.getDraft(actor, draft)),
      }),
    },
    lacks: {
      seen: 'here',
      async run({ draft: id }, chosen, asker) {
        const draft = await asker.registry.getDraft(asker.actor, id)
        const lacks = typesAmong(chosen).filter((key) => !draft.has.includes(key))
        return saved(asker, { ...draft, lacks }, id)
      },
    },
    send: {
      seen: 'here',
      async run({ draft: id }, _chosen, asker) {
        const { registry, actor, messages } = asker
        const draft = await registry.getDraft(actor, id)
        try {
          // The draft's id makes two clicks on Send one submission.
          const { submission } = await registry.submit(actor, inputOf(draft), {
            door: 'discord',
            idempotencyKey: id,
          })
          await registry.discardDraft(actor, id)
          return submitterCard(messages, submission)
        } catch (error) {
          // What can't be sent stays a draft, and the card says why.
          if (error instanceof RegistryError) return drafted(asker, id, draft, error)
          throw error
        }
      },
    },
    discard: {
      seen: 'here',
      async run({ draft }, _chosen, { registry, actor, messages }) {
        await registry.discardDraft(actor, draft)
        return notice(messages.draft.discarded)
      },
    },
  },
  forms: {
    submit: { seen: 'private', run: (_state, entered, asker) => saved(asker, draftFrom(entered, [])) },
    redo: {
      seen: 'here',
      async run({ draft: id }, entered, asker) {
        const before = await asker.registry.getDraft(asker.actor, id)
        return saved(asker, draftFrom(entered, before.lacks), id)
      },
    },
  },
}
