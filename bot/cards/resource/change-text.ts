// The changes of a record on a card, a line for each field.

import { changedFields, proposedFields } from '../../../schema/record/changes.ts'
import { withChanges } from '../../../schema/record/proposal.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { ProposedChanges } from '../../../schema/record/submission.ts'
import { referenceTitle } from '../../../schema/record/works/reference.ts'
import { type AnyChange, type Difference, differences } from '../../languages/differences.ts'
import type { Messages } from '../../languages/index.ts'
import { plain } from '../kit/markdown.ts'

/** The name of a field and its change. */
export interface ChangeText {
  readonly name: string
  readonly text: string
}

/** "~~old~~ → **new**", of a list "**PNG** added, ~~JPEG~~ removed"; each value of at most `most` UTF-16 units. */
const changeTexts = (messages: Messages, changes: readonly AnyChange[], most: number): ChangeText[] =>
  differences(messages, changes, referenceTitle).map((difference) => ({
    name: difference.name,
    text: differenceText(messages, difference, most),
  }))

function differenceText(
  { changes }: Messages,
  { hasBefore, isList, removed, added, rearranged }: Difference,
  most: number,
): string {
  const [before, after] = [removed, added].map((texts) => plain(texts.join(', '), most))
  if (isList && hasBefore) {
    const parts = [
      ...(after ? [changes.came(`**${after}**`)] : []),
      ...(before ? [changes.went(`~~${before}~~`)] : []),
    ]
    return parts.join(', ') || rearranged
  }
  return `${before ? `~~${before}~~ → ` : ''}${after ? `**${after}**` : changes.notStated}`
}

/** What a correction would change; without the record, everything that it proposes. */
export const correctionTexts = (
  messages: Messages,
  current: Resource | undefined,
  proposed: ProposedChanges,
  most: number,
): ChangeText[] =>
  changeTexts(
    messages,
    current ? changedFields(current, withChanges(current, proposed, [])) : proposedFields(proposed),
    most,
  )

/** The facts of a proposed record beside its name, its addresses and its row of the table. */
export const proposedFacts = (messages: Messages, proposed: ProposedChanges, most: number): ChangeText[] =>
  differences(
    messages,
    proposedFields({
      ...proposed,
      name: undefined,
      url: undefined,
      organization: undefined,
      availability: {},
    }),
    referenceTitle,
  ).flatMap(({ name, added }) => (added.length > 0 ? [{ name, text: plain(added.join(', '), most) }] : []))

/** "Organisation ~~old~~ → **new**": a line for each field, for `fields` of them at most. */
export function changedLines(
  messages: Messages,
  before: Resource,
  after: Resource,
  most: number,
  fields = 30,
): string[] {
  const all = changeTexts(messages, changedFields(before, after), most)
  const shown = all.slice(0, fields).map(({ name, text }) => `${name} ${text}`)
  return [...shown, ...(all.length > fields ? [messages.more(all.length - fields)] : [])]
}
