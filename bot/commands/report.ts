import { RegistryError } from '../../schema/errors.ts'
import type { Resource } from '../../schema/record/resource.ts'
import type { SubmissionInput } from '../../schema/record/submission.ts'
import { codeBlock, label, plain } from '../cards/kit/markdown.ts'
import { button, type Card, card, fullest, row, text } from '../cards/kit/message.ts'
import { type Modal, modal } from '../cards/kit/modal.ts'
import { submitterCard } from '../cards/submissions/submitter-card.ts'
import { REPORTS, type Report } from '../custom-id.ts'
import { described, type Messages, refusedText } from '../languages/index.ts'
import { type ModalInput, textOption } from '../request.ts'
import { type Flow, type RequestContext, resourceOption } from './flow.ts'
import { changesFrom, evidenced, fieldsFor, type SentReport } from './report-form.ts'

/** The texts of a refused report, to copy into the next attempt: at most `most` UTF-16 units a field. */
const inputText = ({ report: { fieldNames } }: Messages, { texts }: ModalInput, most: number): string =>
  [...texts].map(([field, value]) => `${fieldNames[field] ?? field}: ${label(value, most)}`).join('\n')

/** A button for each kind of error; above them, why the last attempt was refused. */
export function reportCard(
  messages: Messages,
  resource: Pick<Resource, 'slug' | 'version' | 'name'>,
  refused?: { error: RegistryError; input: ModalInput },
) {
  const { slug, version, name } = resource
  const texts = messages.report
  const buttons = REPORTS.map((about) =>
    button(texts.about[about], { action: 'report', about, version, slug }),
  )
  return fullest([1000, 200, 60], (most) =>
    card([
      text(`## ${texts.title}\n${plain(name, 200)}`),
      ...(refused
        ? [
            text(texts.refused(plain(refusedText(messages, refused.error), 600))),
            text(`${texts.yourTexts}\n${codeBlock(inputText(messages, refused.input, most))}`),
          ]
        : []),
      text(texts.whatIsWrong),
      row(...buttons.slice(0, 3)),
      row(...buttons.slice(3)),
    ]),
  )
}

/** The form of a report, for the version of the resource that was shown. */
export const reportModal = (
  messages: Messages,
  about: Report,
  resource: Resource,
  sent?: SentReport,
): Modal =>
  modal(
    messages.report.about[about],
    { action: 'report', about, version: resource.version, slug: resource.slug },
    fieldsFor(messages, about, resource, sent),
  )

/** Sends a report. The card of a refused one keeps its texts, and offers another attempt. */
async function sendReport(
  { id, registry, actor, messages }: RequestContext,
  resource: Resource,
  input: SubmissionInput,
  modalInput: ModalInput,
): Promise<Card> {
  try {
    const { submission } = await registry.submit(actor, input, { door: 'discord', idempotencyKey: id })
    return submitterCard(messages, submission)
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return reportCard(messages, resource, { error, input: modalInput })
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
      async run({ about, version, slug }, _chosen, { registry, messages }) {
        const { resource } = await registry.resolveResource(slug)
        return { modal: reportModal(messages, about, { ...resource, version }) }
      },
    },
  },
  modals: {
    report: {
      reply: 'ephemeral',
      async run({ about, version, slug }, input, context) {
        const common = { slug, baseVersion: version, reason: input.texts.get('reason')?.trim() ?? '' }
        const { resource } = await context.registry.resolveResource(slug)
        const submission: SubmissionInput =
          about === 'remove'
            ? { kind: 'removal', ...common }
            : {
                kind: 'correction',
                ...common,
                ...evidenced(changesFrom(context.messages, about, input, resource), common.reason),
              }
        return sendReport(context, resource, submission, input)
      },
    },
  },
}
