import type { RegistryError } from '../../../schema/errors.ts'
import { type Messages, refusedText } from '../../languages/index.ts'
import type { ModalInput } from '../../request.ts'
import { codeBlock, labelLines, plain } from '../kit/markdown.ts'
import { text } from '../kit/message.ts'

export interface RefusedInput {
  readonly error: RegistryError
  readonly input: ModalInput
}

/** The refusal of a modal, and its texts to copy into the next attempt: at most `most` UTF-16 units a field. */
export function refusedInput(messages: Messages, { error, input }: RefusedInput, most: number) {
  const { report } = messages
  const typed = [...input.texts].map(
    ([field, value]) => `${report.fieldNames[field] ?? field}: ${labelLines(value, most)}`,
  )
  return [
    text(report.refused(plain(refusedText(messages, error), 600))),
    ...(typed.length > 0 ? [text(`${report.yourTexts}\n${codeBlock(typed.join('\n'))}`)] : []),
  ]
}
