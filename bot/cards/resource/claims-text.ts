// What sources say of a field, beside what the record states. Claims that disagree stay visible.

import type { Claim, ClaimField, Resource } from '../../../schema/record/resource.ts'
import { fieldName } from '../../languages/field-name.ts'
import type { Messages } from '../../languages/index.ts'
import { valueText } from '../../languages/values.ts'
import type { Footnotes } from '../kit/footnotes.ts'
import { plain } from '../kit/markdown.ts'

/** Room for what is not stated: how many values of a field, and how long each. */
export interface Room {
  readonly others: number
  readonly other: number
}

/** The claims of one field, and how to tell them on a card. */
export interface SourcedText {
  /** The footnotes of what the record states. */
  readonly marks: () => string
  /** How many values are claimed that the record doesn't state. */
  readonly otherCount: number
  /** Those values, each with its footnotes: "MIT ², Apache-2.0 ³ and 2 more". */
  readonly others: (joint: string) => string
}

/** Of a list, its entries stand side by side: another claim is one with an entry that the record has not. */
export function sourcedText(
  messages: Messages,
  { claims }: Pick<Resource, 'claims'>,
  field: ClaimField,
  notes: Footnotes,
  room: Room,
  stated: readonly string[] = [],
): SourcedText {
  const own = claims.filter((claim) => claim.field === field)
  const others = own.flatMap((claim) => {
    if (claim.stated) return []
    const text = Array.isArray(claim.value)
      ? claim.value.filter((entry) => !stated.includes(entry)).join(', ')
      : valueText(messages, field, claim.value)
    return text === '' ? [] : [{ claim, text }]
  })
  const values = Map.groupBy(others, ({ text }) => text)
  const isPartOf = ({ stated: isStated, value }: Claim) =>
    isStated || (Array.isArray(value) && value.some((entry) => stated.includes(entry)))
  return {
    marks: () => notes.mark(own.filter(isPartOf)),
    otherCount: values.size,
    others(joint) {
      const shown = [...values].slice(0, room.others)
      const more = values.size - shown.length
      const texts = shown.map(
        ([text, claimed]) => `${plain(text, room.other)}${notes.mark(claimed.map(({ claim }) => claim))}`,
      )
      return `${texts.join(joint)}${more > 0 ? ` ${messages.more(more)}` : ''}`
    },
  }
}

/** "**Size** 397 images ¹, or 463 images ²"; nothing of what nobody says anything of. */
export function sourcedLine(
  messages: Messages,
  field: ClaimField,
  stated: string | undefined,
  claimed: SourcedText,
): string[] {
  if (stated === undefined && claimed.otherCount === 0) return []
  const name = `**${fieldName(messages, field)}**`
  if (stated === undefined) return [`${name} ${messages.facts.unsettled(claimed.others(messages.or))}`]
  // The footnotes are numbered as they are read: first those of what is stated.
  const first = `${name} ${stated}${claimed.marks()}`
  return [claimed.otherCount > 0 ? `${first}${messages.or}${claimed.others(messages.or)}` : first]
}
