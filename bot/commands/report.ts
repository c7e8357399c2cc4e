import { RegistryError } from '../../schema/errors.ts'
import type { Resource } from '../../schema/record/resource.ts'
import type { SubmissionInput } from '../../schema/record/submission.ts'
import type { Reference } from '../../schema/record/works/reference.ts'
import { sameValue } from '../../schema/same-value.ts'
import { plain } from '../cards/kit/markdown.ts'
import { button, type Card, card, fullest, row, text } from '../cards/kit/message.ts'
import { type Modal, modal } from '../cards/kit/modal.ts'
import { type RefusedInput, refusedInput } from '../cards/submissions/refused-input.ts'
import { submitterCard } from '../cards/submissions/submitter-card.ts'
import { type ComponentState, REPORTS, type Report } from '../custom-id.ts'
import { described, type Messages } from '../languages/index.ts'
import { type ModalInput, textOption } from '../request.ts'
import { type Flow, type RequestContext, resourceOption } from './flow.ts'
import { changesFrom, evidenced, fieldsFor, type SentReport } from './report-form.ts'
import { referencesIn } from './submit/reference-form.ts'

/** A button for each kind of error; above them, why the last attempt was refused. */
export function reportCard(
  messages: Messages,
  resource: Pick<Resource, 'slug' | 'version' | 'name'>,
  refused?: RefusedInput,
) {
  const { slug, version, name } = resource
  const texts = messages.report
  const buttons = REPORTS.map((about) =>
    button(texts.about[about], { action: 'report', about, version, slug }),
  )
  return fullest([2000, 1000, 200, 60], (most) =>
    card([
      text(`## ${texts.title}\n${plain(name, 200)}`),
      ...(refused ? refusedInput(messages, refused, most) : []),
      text(texts.whatIsWrong),
      row(...buttons.slice(0, 4)),
      row(...buttons.slice(4)),
    ]),
  )
}

/** The form of a report. */
export const reportModal = (
  messages: Messages,
  state: ReportState,
  resource: Resource,
  sent?: SentReport,
): Modal => modal(messages.report.about[state.about], state, fieldsFor(messages, state.about, resource, sent))

type ReportState = Extract<ComponentState, { about: Report }>

interface OpenReport {
  readonly about: Report
  readonly resource: Resource
  /** The version that the submitter saw. */
  readonly baseVersion: number
  /** What a text of the modal may name by id. */
  readonly known: readonly Reference[]
}

async function submissionOf(
  context: RequestContext,
  { about, resource, baseVersion, known }: OpenReport,
  input: ModalInput,
): Promise<SubmissionInput> {
  const reason = input.texts.get('reason')?.trim() ?? ''
  const common = { slug: resource.slug, baseVersion, reason }
  if (about === 'remove') return { kind: 'removal', ...common }
  if (about === 'right')
    return { kind: 'confirmation', slug: resource.slug, baseVersion, ...(reason !== '' && { reason }) }
  const changes =
    about === 'references'
      ? newReferences(await referencesIn(context, input, known), resource)
      : changesFrom(context.messages, about, input, resource)
  return { kind: 'correction', ...common, ...evidenced(changes, reason) }
}

const newReferences = (references: Reference[], resource: Resource) =>
  sameValue(references, resource.references) ? {} : { references }

/** Sends a report. The card of a refused one keeps its texts, and offers another attempt. */
export async function sendReport(
  context: RequestContext,
  open: OpenReport,
  input: ModalInput,
): Promise<Card> {
  const { id, registry, actor, messages } = context
  try {
    const given = await submissionOf(context, open, input)
    const { submission } = await registry.submit(actor, given, { door: 'discord', idempotencyKey: id })
    return submitterCard(messages, { ...submission, resourceName: open.resource.name })
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return reportCard(messages, open.resource, { error, input })
  }
}

export const report: Flow = {
  command: 'covid-data',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'report',
        ...described(({ commands }) => commands.report.description),
        options: [resourceOption('resource')],
      },
      reply: 'ephemeral',
      run: async (call, { registry, messages }) =>
        reportCard(messages, (await registry.resolveResource(textOption(call, 'resource') ?? '')).resource),
    },
  ],
  components: {
    /** Of cards with a menu: Discord sends nothing when a person chooses the same entry of a menu again. */
    wrong: {
      reply: 'ephemeral',
      run: async ({ slug }, _chosen, { registry, messages }) =>
        reportCard(messages, (await registry.resolveResource(slug)).resource),
    },
    report: {
      reply: 'modal',
      async run(state, _chosen, { registry, messages }) {
        const { resource } = await registry.resolveResource(state.slug)
        return { modal: reportModal(messages, state, resource) }
      },
    },
  },
  modals: {
    report: {
      reply: 'ephemeral',
      async run({ about, version, slug }, input, context) {
        const { resource } = await context.registry.resolveResource(slug)
        const open = { about, resource, baseVersion: version, known: resource.references }
        return sendReport(context, open, input)
      },
    },
  },
}
