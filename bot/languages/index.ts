// The languages of the bot. To add one, add its file and its name in this list.

import type { RegistryError } from '../../schema/errors.ts'
import { fieldAt } from '../../schema/field-path.ts'
import { sentenceIn } from '../../schema/refusals.ts'
import { english, type Messages } from './english.ts'
import { fieldName } from './field-name.ts'
import { german } from './german.ts'

export { english, type Messages }

const OTHERS: readonly Messages[] = [german]

/** All languages by their tag in a setting: "en", "de". */
export const LANGUAGES: { readonly [tag: string]: Messages } = Object.fromEntries(
  [english, ...OTHERS].flatMap((messages) =>
    messages.locales.map((locale) => [locale.replace(/-.*/, ''), messages]),
  ),
)

/** By a locale of Discord ("de", "en-GB"); English for any other, or none. */
export const messagesFor = (locale: string | undefined): Messages =>
  OTHERS.find(({ locales }) => locale !== undefined && locales.includes(locale)) ?? english

/** A text in each language but English, by locale. */
const translationsOf = (textIn: (messages: Messages) => string): Record<string, string> =>
  Object.fromEntries(
    OTHERS.flatMap((messages) => messages.locales.map((locale) => [locale, textIn(messages)])),
  )

/** A description for Discord, in each language. */
export const described = (textIn: (messages: Messages) => string) => ({
  description: textIn(english),
  description_localizations: translationsOf(textIn),
})

/** The name of a choice, in each language. Names of commands and options are English. */
export const named = (textIn: (messages: Messages) => string) => ({
  name: textIn(english),
  name_localizations: translationsOf(textIn),
})

/** A refusal in a language; in English where the catalogue has no sentence for it. */
export function refusedText(
  messages: Messages,
  { refused, message }: Pick<RegistryError, 'refused' | 'message'>,
): string {
  if (refused.length === 0) return message
  return refused
    .map((one) => {
      const sentence = sentenceIn(messages.refusals, one)
      return one.field === undefined ? sentence : `${fieldName(messages, fieldAt(one.field))}: ${sentence}`
    })
    .join(' ')
}
