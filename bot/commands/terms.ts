// The options by which a person narrows a list or a search: the terms on which data can be had.

import type { APIApplicationCommandStringOption } from 'discord-api-types/v10'
import { refusal } from '../../schema/errors.ts'
import { type Terms, valuesUnder } from '../../schema/record/filters.ts'
import { findRequestedLicences, licenceRefusal } from '../../schema/record/values/asked-licences.ts'
import { LENGTHS } from '../../schema/record/values/text.ts'
import { fold } from '../../schema/text/fold.ts'
import type { ResourceFilter } from '../../schema/verbs/resources.ts'
import { ACCESS, ANNOTATIONS, type Annotation, USES } from '../../schema/vocabulary.ts'
import { described, english, LANGUAGES, type Messages, named } from '../languages/index.ts'
import { type Call, textOption } from '../request.ts'

/** A button's id has room for no longer name. That of a licence for data is shorter. */
const LONGEST_LICENSE = 30

const ANNOTATIONS_OPTION = 'annotations'

export const termOptions: readonly APIApplicationCommandStringOption[] = [
  {
    type: 3,
    name: 'access',
    ...described(({ commands }) => commands.terms.access),
    choices: ACCESS.map((access) => ({ ...named(({ accessShort }) => accessShort[access]), value: access })),
  },
  {
    type: 3,
    name: 'license',
    ...described(({ commands }) => commands.terms.license),
    max_length: LENGTHS.license,
  },
  {
    type: 3,
    name: 'use',
    ...described(({ commands }) => commands.terms.use),
    choices: USES.map((use) => ({ ...named(({ uses }) => uses[use]), value: use })),
  },
  // Completed while typing: as choices these would make the command longer than Discord takes (8,000 characters).
  {
    type: 3,
    name: ANNOTATIONS_OPTION,
    ...described(({ commands }) => commands.terms.annotations),
    autocomplete: true,
    max_length: 60,
  },
]

/** Throws `invalid` for a licence that has no name. */
export function termsIn(call: Call): Terms {
  const license = textOption(call, 'license')?.trim() || undefined
  return {
    access: ACCESS.find((value) => value === textOption(call, 'access')),
    license: license && askedLicence(license),
    use: USES.find((value) => value === textOption(call, 'use')),
    annotations: annotationIn(textOption(call, ANNOTATIONS_OPTION)),
  }
}

/** The annotations that a text in any language may mean, as completions: by what they are called, or in the API. */
export const annotationsFor = (messages: Messages, typed: string): { name: string; value: Annotation }[] =>
  ANNOTATIONS.flatMap((value) => {
    const called = [value, ...Object.values(LANGUAGES).map(({ choices }) => choices.annotations[value])]
    return called.some((name) => keyOf(name).includes(keyOf(typed)))
      ? [{ name: messages.choices.annotations[value], value }]
      : []
  })

export const isAnnotationsOption = (name: string): boolean => name === ANNOTATIONS_OPTION

const keyOf = (text: string) => fold(text).replace(/[^a-z]/g, '')

/** Throws `invalid` for a text that is none of them, or could be several. */
function annotationIn(typed: string | undefined): Annotation | undefined {
  if (typed === undefined || typed.trim() === '') return undefined
  const found = annotationsFor(english, typed).map(({ value }) => value)
  const exact = found.find((value) => keyOf(value) === keyOf(typed))
  const [only, ...others] = found
  if (exact ?? (only && others.length === 0)) return exact ?? only
  throw refusal('invalid', 'annotationUnnamed', [
    typed.slice(0, 60),
    ANNOTATIONS.map((value) => english.choices.annotations[value]).join(', '),
  ])
}

/** The name, for the buttons of the list too, of the licence that a person asks for in any spelling. */
function askedLicence(text: string): string {
  const name = findRequestedLicences(text)?.name
  if (name !== undefined && name.length <= LONGEST_LICENSE) return name
  throw refusal('invalid', 'licenseUnnamed', licenceRefusal(text).values)
}

export const filterOf = (terms: Terms): Pick<ResourceFilter, 'values' | 'licenses'> => ({
  values: valuesUnder(terms),
  ...(terms.license !== undefined && {
    licenses: findRequestedLicences(terms.license)?.identifiers ?? [terms.license],
  }),
})
