import type { Resource } from '../../schema/contract.ts'
import { RegistryError } from '../../schema/errors.ts'
import type { SubmissionInput } from '../../schema/submission.ts'
import { form } from '../cards/form.ts'
import { codeBlock, label, plain } from '../cards/markdown.ts'
import { type Card, card, fullest, row, select, text } from '../cards/message.ts'
import { submitterCard } from '../cards/submitter-card.ts'
import { REPORTS } from '../custom-id.ts'
import { type Entered, textOption } from '../interaction.ts'
import { type Asker, type Flow, resourceOption } from './flow.ts'
import { changesFrom, evidenced, fieldsFor, NAMES } from './report-form.ts'

/** What was typed, to be copied into the next attempt: at most `most` units of each field. */
const typedText = ({ texts }: Entered, most: number): string =>
  [...texts].map(([field, value]) => `${field}: ${label(value, most)}`).join('\n')

/** The menu of what can be wrong, above it why the last attempt was refused. */
export function reportCard(
  resource: Pick<Resource, 'slug' | 'version' | 'name'>,
  refused?: { why: string; typed: Entered },
) {
  const { slug, version, name } = resource
  const choices = REPORTS.map((about) => ({ label: NAMES[about], value: about }))
  return fullest([1000, 200, 60], (most) =>
    card([
      text(`## Report an error\n${plain(name, 200)}`),
      ...(refused
        ? [
            text(`**This was not sent.** ${plain(refused.why, 600)}`),
            text(`What you typed, to copy from:\n${codeBlock(typedText(refused.typed, most))}`),
          ]
        : []),
      row(select('What is wrong?', { action: 'wrong', slug, version }, choices)),
    ]),
  )
}

/** What is refused is not lost: it stands on the card, beside the way to another attempt. */
async function reported(
  { registry, actor }: Asker,
  resource: Resource,
  input: SubmissionInput,
  typed: Entered,
): Promise<Card> {
  try {
    const { submission } = await registry.submit(actor, input, { door: 'discord' })
    return submitterCard(submission)
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return reportCard(resource, { why: error.message, typed })
  }
}

export const report: Flow = {
  command: 'covid-data',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'report',
        description: 'Report an error in what is listed',
        options: [resourceOption('resource')],
      },
      seen: 'private',
      run: async (call, { registry }) =>
        reportCard((await registry.getResource(textOption(call, 'resource') ?? '')).resource),
    },
  ],
  components: {
    wrong: {
      seen: 'form',
      async run({ slug, version }, [chosen], { registry }) {
        const about = REPORTS.find((known) => known === chosen) ?? 'other'
        const { resource } = await registry.getResource(slug)
        return {
          form: form(NAMES[about], { action: 'report', about, version, slug }, fieldsFor(about, resource)),
        }
      },
    },
  },
  forms: {
    report: {
      seen: 'private',
      async run({ about, version, slug }, entered, asker) {
        const common = { slug, baseVersion: version, reason: entered.texts.get('reason')?.trim() ?? '' }
        const { resource } = await asker.registry.getResource(slug)
        const input: SubmissionInput =
          about === 'remove'
            ? { kind: 'removal', ...common }
            : {
                kind: 'correction',
                ...common,
                ...evidenced(changesFrom(about, entered, resource), common.reason),
              }
        return reported(asker, resource, input, entered)
      },
    },
  },
}
