// A form filled in by hand: fields by the name that they have, choices by what stands beside them, and what Discord's
// own form would not let pass is refused.

import {
  type APIComponentInLabel,
  type APIFileUploadComponent,
  ComponentType,
  type APIModalInteractionResponseCallbackData as Modal,
} from 'discord-api-types/v10'
import { Failure } from '../../../bot/cli/failure.ts'
import type { Answers } from '../../discord/protocol/modal-answers.ts'
import { fold } from './clicks.ts'

/** One field as it was typed; several choices have commas between them. */
export interface Filled {
  readonly name: string
  readonly text: string
}

interface Field {
  readonly label: string
  readonly shown: APIComponentInLabel
}

const fieldsOf = (modal: Modal): Field[] =>
  modal.components.flatMap((component): Field[] => {
    if (component.type === ComponentType.Label)
      return [{ label: component.label, shown: component.component }]
    if (component.type !== ComponentType.ActionRow) return []
    return component.components.map((shown) => ({ label: shown.label ?? shown.custom_id, shown }))
  })

export function answersFrom(modal: Modal, filled: readonly Filled[]): Answers {
  const fields = fieldsOf(modal)
  const answers: Record<string, Answers[string]> = {}
  for (const { name, text } of filled) {
    const field = fields.find(({ label, shown }) =>
      [shown.custom_id, label].some((each) => fold(each) === fold(name)),
    )
    if (!field)
      throw new Failure(
        `The form "${modal.title}" has no field ${name}. There is\n\n${fields
          .map(({ label, shown }) => `  ${shown.custom_id} (${label})`)
          .join('\n')}`,
      )
    const { custom_id } = field.shown
    const answer = answerOf(field, text)
    const before = answers[custom_id]
    answers[custom_id] = Array.isArray(before) && Array.isArray(answer) ? [...before, ...answer] : answer
  }
  holdTo(modal, answers, (path) => path)
  return answers
}

/**
 * Fails with a sentence on the first field that Discord's own form would not let pass. `nameOf` gives the name of a file
 * in the answers.
 */
export function holdTo(modal: Modal, answers: Answers, nameOf: (file: string) => string): void {
  for (const field of fieldsOf(modal)) {
    const answer = answers[field.shown.custom_id]
    hold(field, answer)
    if (field.shown.type === ComponentType.FileUpload && Array.isArray(answer))
      holdNames(field.shown, answer.map(nameOf))
  }
}

/** Of the kinds of files that Discord knows this looks at the ends of names alone. */
function holdNames({ file_types: types }: APIFileUploadComponent, names: readonly string[]): void {
  const wrong = names.find((name) => types && !types.some((type) => name.toLowerCase().endsWith(type)))
  if (wrong !== undefined) throw new Failure(`${wrong} is none of ${types?.join(', ')}.`)
}

/** The answers with the ids of uploaded files, in place of their paths. */
export async function withUploads(
  modal: Modal,
  answers: Answers,
  upload: (path: string) => Promise<{ readonly id: string }>,
): Promise<Answers> {
  const ids = fieldsOf(modal).flatMap(({ shown }) => {
    const paths = answers[shown.custom_id]
    return shown.type === ComponentType.FileUpload && Array.isArray(paths)
      ? [
          Promise.all(paths.map(upload)).then(
            (files) => [shown.custom_id, files.map(({ id }) => id)] as const,
          ),
        ]
      : []
  })
  return { ...answers, ...Object.fromEntries(await Promise.all(ids)) }
}

/** What to write on the command line to fill it in, a field an argument. */
export function howToFill(modal: Modal): string {
  return fieldsOf(modal)
    .map(({ shown }) => `--fill "${shown.custom_id}=${exampleOf(shown)}"`)
    .join(' ')
}

function exampleOf(shown: APIComponentInLabel): string {
  if (shown.type === ComponentType.Checkbox) return 'yes'
  if (shown.type === ComponentType.FileUpload) return `./file${shown.file_types?.[0] ?? ''}`
  const values = optionsOf(shown).map(({ value }) => value)
  // Two show that there may be several.
  return values.length === 0 ? '…' : values.slice(0, Math.min(2, mostOf(shown))).join(',')
}

function answerOf({ label, shown }: Field, text: string): Answers[string] {
  if (shown.type === ComponentType.TextInput) return text
  if (shown.type === ComponentType.Checkbox) return /^(yes|true|1|x)$/i.test(text.trim())
  const options = optionsOf(shown)
  if (options.length === 0) return partsOf(text)
  const find = (typed: string) =>
    options.find((option) => [option.value, option.label].some((each) => fold(each) === fold(typed)))?.value
  const whole = find(text)
  const values = (whole === undefined ? partsOf(text) : [whole]).map((typed) => {
    const value = find(typed)
    if (value === undefined)
      throw new Failure(
        `"${label}" has no choice ${typed}. There is\n\n${options
          .map((option) => `  ${option.value} (${option.label})`)
          .join('\n')}`,
      )
    return value
  })
  return isMany(shown) ? values : (values[0] ?? '')
}

const partsOf = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

const isMany = (shown: APIComponentInLabel) => shown.type !== ComponentType.RadioGroup

const optionsOf = (shown: APIComponentInLabel) => ('options' in shown ? shown.options : [])

/** What Discord checks before it sends a form. */
function hold({ label, shown }: Field, answer: Answers[string] | undefined): void {
  if (shown.type === ComponentType.TextInput) {
    const text = typeof answer === 'string' ? answer : (shown.value ?? '')
    const { min_length: least = 0, max_length: most = 4000 } = shown
    if (!text.trim() && shown.required !== false) throw new Failure(`"${label}" is required.`)
    if (text.length > most || (text && text.length < least))
      throw new Failure(`"${label}" has ${text.length} characters, between ${least} and ${most} are allowed.`)
  } else if (shown.type !== ComponentType.Checkbox && answer !== undefined) {
    const count = typeof answer === 'string' ? 1 : Array.isArray(answer) ? answer.length : 0
    const most = mostOf(shown)
    if (count > most) throw new Failure(`"${label}" takes at most ${most}, not ${count}.`)
    if (count === 0 && shown.required !== false) throw new Failure(`"${label}" is required.`)
  } else if (shown.type !== ComponentType.Checkbox && shown.required !== false && !hasDefault(shown))
    throw new Failure(`"${label}" is required.`)
}

/** Unset: one value, but of a group of checkboxes all. */
function mostOf(shown: APIComponentInLabel): number {
  const usual = shown.type === ComponentType.CheckboxGroup ? shown.options.length : 1
  return 'max_values' in shown ? (shown.max_values ?? usual) : usual
}

const hasDefault = (shown: APIComponentInLabel) => optionsOf(shown).some((option) => option.default)
