// What every part of a resource's card is written with: the language, the record, its footnotes and the room.

import { factOf } from '../../../schema/record/facts.ts'
import type { ClaimField } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { fieldName } from '../../languages/field-name.ts'
import type { Messages } from '../../languages/index.ts'
import { valueText } from '../../languages/values.ts'
import { type Footnotes, footnotes } from '../kit/footnotes.ts'
import { plain } from '../kit/markdown.ts'
import type { ResourceRoom } from './resource-room.ts'

export interface ResourceWriter {
  readonly messages: Messages
  readonly resource: Resource
  readonly room: ResourceRoom
  /** Numbered as they are drawn, which is in the order in which they are read. */
  readonly notes: Footnotes
  readonly claimed: (field: ClaimField) => SourcedText
}

/** The claims about one field in text. */
export interface SourcedText {
  readonly field: ClaimField
  /** The footnotes of the stated value. */
  readonly marks: () => string
  /** The number of claimed values that the record does not state. */
  readonly otherCount: number
  /** Those values, each with its footnotes: "MIT ², Apache-2.0 ³ and 2 more". */
  readonly others: (joint: string) => string
}

export function resourceWriter(messages: Messages, resource: Resource, room: ResourceRoom): ResourceWriter {
  const notes = footnotes(messages, resource.claims, room.sources)
  return {
    ...{ messages, resource, room, notes },
    claimed(field) {
      const { sources, others } = factOf(resource, field)
      const values = Map.groupBy(others, ({ value }) => valueText(messages, field, value))
      return {
        field,
        marks: () => notes.mark(sources),
        otherCount: values.size,
        others(joint) {
          const shown = [...values].slice(0, room.others)
          const more = values.size - shown.length
          const texts = shown.map(([text, claims]) => `${plain(text, room.other)}${notes.mark(claims)}`)
          return `${texts.join(joint)}${more > 0 ? ` ${messages.more(more)}` : ''}`
        },
      }
    },
  }
}

/** "**Size** 397 images ¹, or 463 images ²"; nothing where the field is neither stated nor claimed. */
export function sourcedLine(messages: Messages, stated: string | undefined, claimed: SourcedText): string[] {
  if (stated === undefined && claimed.otherCount === 0) return []
  const name = `**${fieldName(messages, claimed.field)}**`
  if (stated === undefined) return [`${name} ${messages.facts.unsettled(claimed.others(messages.or))}`]
  // The footnotes are numbered as they are read: first those of the stated value.
  const first = `${name} ${stated}${claimed.marks()}`
  return [claimed.otherCount > 0 ? `${first}${messages.or}${claimed.others(messages.or)}` : first]
}
