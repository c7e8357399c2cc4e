// What sources say of a field, beside what the record states. Claims that disagree stay visible.

import type { Fact } from '../../../schema/record/facts.ts'
import type { ClaimField } from '../../../schema/record/field-keys.ts'
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

export function sourcedText(
  messages: Messages,
  { field, sources, others }: Fact,
  notes: Footnotes,
  room: Room,
): SourcedText {
  const values = Map.groupBy(others, ({ value }) => valueText(messages, field, value))
  return {
    marks: () => notes.mark(sources),
    otherCount: values.size,
    others(joint) {
      const shown = [...values].slice(0, room.others)
      const more = values.size - shown.length
      const texts = shown.map(([text, claims]) => `${plain(text, room.other)}${notes.mark(claims)}`)
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
