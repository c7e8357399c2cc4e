import type { Resource } from '../../../schema/record/resource.ts'
import type { ComponentState } from '../../custom-id.ts'
import { fieldName } from '../../languages/field-name.ts'
import type { Messages } from '../../languages/index.ts'
import { valueText } from '../../languages/values.ts'
import { plain } from '../kit/markdown.ts'
import { type Card, card, fullest, row, select, text } from '../kit/message.ts'

/** What a menu takes. */
const MOST_CHOICES = 25

/** The claims that the record does not state, newest first, each with its number in the record. */
const open = ({ claims }: Resource) =>
  claims
    .map((claim, i) => ({ claim, i }))
    .filter(({ claim }) => !claim.stated)
    .reverse()
    .slice(0, MOST_CHOICES)

/** What sources say of a resource that its record does not, for a maintainer to choose from. */
export function claimsCard(messages: Messages, resource: Resource): Card {
  const { title, none, choose } = messages.claims
  const choices = open(resource)
  const state: ComponentState = { action: 'claims', slug: resource.slug, version: resource.version }
  return fullest([200, 60, 20], (most) =>
    card([
      text(`## ${title}\n${plain(resource.name, 200)}`),
      ...(choices.length === 0
        ? [text(none)]
        : [
            text(
              choices
                .map(({ claim }) => {
                  const statement = `**${fieldName(messages, claim.field)}** ${plain(valueText(messages, claim.field, claim.value), most)}`
                  return `${statement} · ${plain(claim.source, most)}${claim.asOf === null ? '' : `, ${messages.day(claim.asOf)}`}`
                })
                .join('\n'),
            ),
            row(
              select(
                choose,
                state,
                choices.map(({ claim, i }) => ({
                  label: `${fieldName(messages, claim.field)}: ${valueText(messages, claim.field, claim.value)}`,
                  value: String(i),
                  description: claim.source,
                })),
              ),
            ),
          ]),
    ]),
  )
}
