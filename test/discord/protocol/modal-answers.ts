// A filled-in form, as Discord sends back the modal it showed.

import type {
  APIAttachment,
  APIComponentInLabel,
  APIModalInteractionResponseCallbackData,
  APIModalSubmission,
  APIModalSubmissionComponent,
  ModalSubmitComponent,
} from 'discord-api-types/v10'

/** By custom_id: text, one picked value, several, the ids of files, or whether a box is ticked. What is left out stays as it was shown. */
export type Answers = { readonly [customId: string]: string | readonly string[] | boolean }

/** `findFile` gives what was uploaded before the form is sent. */
export function submission(
  modal: APIModalInteractionResponseCallbackData,
  answers: Answers,
  findFile: FindFile = () => undefined,
): APIModalSubmission {
  const attachments = Object.fromEntries(
    modal.components.flatMap((shown) =>
      shown.type === 18 && shown.component.type === 19
        ? listOf(answers[shown.component.custom_id] ?? []).map((file) => [file, getFile(file, findFile)])
        : [],
    ),
  )
  let id = 0
  const components = modal.components.map((component): APIModalSubmissionComponent => {
    id += 1
    if (component.type === 10) return { type: 10, id: component.id ?? id }
    const place = component.id ?? id
    id += 1
    if (component.type === 18)
      return {
        type: 18,
        id: place,
        component: answered(component.component, component.component.id ?? id, answers),
      }
    return {
      type: 1,
      id: place,
      components: component.components.map((input) => ({
        type: 4,
        id: input.id ?? id,
        custom_id: input.custom_id,
        value: textOf(answers[input.custom_id] ?? input.value),
      })),
    }
  })
  const resolved = Object.keys(attachments).length > 0 && { resolved: { attachments } }
  return { custom_id: modal.custom_id, components, ...resolved }
}

export type FindFile = (id: string) => APIAttachment | undefined

function getFile(id: string, findFile: FindFile): APIAttachment {
  const file = findFile(id)
  if (!file) throw new Error(`No file was uploaded with the id ${id}.`)
  return file
}

/** A group of radio buttons sends one value or null, a box whether it is ticked, selects and groups a list. */
function answered(shown: APIComponentInLabel, id: number, answers: Answers): ModalSubmitComponent {
  const { custom_id } = shown
  const answer = answers[custom_id]
  switch (shown.type) {
    case 4:
      return { type: 4, id, custom_id, value: textOf(answer ?? shown.value) }
    case 21:
      return { type: 21, id, custom_id, value: textOf(answer ?? defaults(shown.options)[0]) || null }
    case 22:
    case 3:
      return { type: shown.type, id, custom_id, values: listOf(answer ?? defaults(shown.options)) }
    case 23:
      return {
        type: 23,
        id,
        custom_id,
        value: answer === undefined ? shown.default === true : answer === true,
      }
    default:
      return { type: shown.type, id, custom_id, values: listOf(answer ?? []) }
  }
}

const defaults = (options: readonly { readonly value: string; readonly default?: boolean }[]) =>
  options.filter((option) => option.default).map(({ value }) => value)

const textOf = (answer: Answers[string] | undefined) => (typeof answer === 'string' ? answer : '')

const listOf = (answer: Answers[string]) =>
  typeof answer === 'string' ? [answer] : typeof answer === 'boolean' ? [] : [...answer]
