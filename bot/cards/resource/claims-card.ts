import type { Resource } from '../../../schema/record/resource.ts'
import { fieldName } from '../../languages/field-name.ts'
import type { Messages } from '../../languages/index.ts'
import { valueText } from '../../languages/values.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, card, fullest, row, text } from '../kit/message.ts'

/** Discord's limits: five rows of five buttons. */
const MOST_CHOICES = 25
const ROW = 5

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
  const { slug, version } = resource
  const buttons = choices.map(({ i }, at) =>
    button(String(at + 1), { action: 'settle', claim: i, version, slug }),
  )
  return fullest([200, 60, 20], (most) =>
    card([
      text(`## ${title}\n${plain(resource.name, 200)}`),
      ...(choices.length === 0
        ? [text(none)]
        : [
            text(
              choices
                .map(({ claim }, at) => {
                  const statement = `**${fieldName(messages, claim.field)}** ${plain(valueText(messages, claim.field, claim.value), most)}`
                  return `${at + 1}\\. ${statement} · ${plain(claim.source, most)}${claim.asOf === null ? '' : `, ${messages.day(claim.asOf)}`}`
                })
                .join('\n'),
            ),
            text(choose),
            ...Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, n) =>
              row(...buttons.slice(n * ROW, (n + 1) * ROW)),
            ),
          ]),
    ]),
  )
}
