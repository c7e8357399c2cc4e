// The languages that the bot speaks. A further one is a file beside these, and a name in this list.

import type { RegistryError } from '../../schema/errors.ts'
import { fieldAt } from '../../schema/field-path.ts'
import { sentenceIn } from '../../schema/refusals.ts'
import { english, type Messages } from './english.ts'
import { fieldName } from './field-name.ts'
import { german } from './german.ts'

export { english, type Messages }

const OTHERS: readonly Messages[] = [german]

/** All of them, by what a person would call them by in a setting: "en", "de". */
export const LANGUAGES: { readonly [tag: string]: Messages } = Object.fromEntries(
  [english, ...OTHERS].flatMap((words) => words.locales.map((locale) => [locale.replace(/-.*/, ''), words])),
)

/** By a locale of Discord ("de", "en-GB"); English where it is none of ours, or not said. */
export const messagesFor = (locale: string | undefined): Messages =>
  OTHERS.find(({ locales }) => locale !== undefined && locales.includes(locale)) ?? english

/** What `say` says in each language but English, by locale. */
const others = (say: (messages: Messages) => string): Record<string, string> =>
  Object.fromEntries(OTHERS.flatMap((messages) => messages.locales.map((locale) => [locale, say(messages)])))

/** A description for Discord, to everyone in their own language. */
export const described = (say: (messages: Messages) => string) => ({
  description: say(english),
  description_localizations: others(say),
})

/** The name of a choice, likewise. Names of commands and options stay English. */
export const named = (say: (messages: Messages) => string) => ({
  name: say(english),
  name_localizations: others(say),
})

/** Why the registry refused something, in a language; in English what has no sentence of its own in the catalogue. */
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
