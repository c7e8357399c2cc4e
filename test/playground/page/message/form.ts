// A form of the bot as a dialog. What was typed stays until it has been taken.

import type {
  APIComponentInLabel,
  APIModalInteractionResponseCallbackComponent,
  APIModalInteractionResponseCallbackData,
  APITextInputComponent,
} from 'discord-api-types/v10'
import type { Answers } from '../../../discord/protocol/modal-answers.ts'
import type { Outcome } from '../../server/protocol.ts'
import { button, h, newId, setAttributes, submitButton } from '../dom.ts'
import { unsupported } from './components.ts'
import { select } from './select.ts'
import { markdown, type Reader } from './text.ts'

type Answer = Answers[string] | readonly File[]

/** Answers by custom id, with files that are not uploaded yet. */
export type FilledForm = { readonly [customId: string]: Answer }

/** A question, and what is answered to it so far. */
interface Question {
  readonly element: HTMLElement
  readonly answer?: readonly [customId: string, read: () => Answer]
}

/** Opens it; `send` tells what came of what was filled in. */
export function openForm(
  modal: APIModalInteractionResponseCallbackData,
  reader: Reader,
  send: (filled: FilledForm) => Promise<Outcome>,
): void {
  const titled = newId('form')
  const questions = modal.components.flatMap((each) => questionsOf(each, reader))
  const why = h('p', { class: 'why', role: 'alert' })
  const submit = submitButton('button style-1', 'Submit')
  const form = h(
    'form',
    {},
    h('h2', { id: titled }, modal.title),
    ...questions.map(({ element }) => element),
    why,
    h(
      'div',
      { class: 'row' },
      button('button style-2', 'Cancel', () => dialog.close()),
      submit.element,
    ),
  )
  const dialog = h('dialog', { 'aria-labelledby': titled, class: 'form' }, form)
  const before = document.activeElement
  const item = before?.closest('li')

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (submit.isWorking()) return
    submit.work(true)
    const filled = Object.fromEntries(
      questions.flatMap(({ answer }) => (answer ? [[answer[0], answer[1]()] as const] : [])),
    )
    const outcome = await send(filled)
    submit.work(false)
    if (outcome.kind === 'refused') why.textContent = outcome.why
    else if (outcome.kind === 'failed')
      why.textContent = `Something went wrong. Try again.\n\n${outcome.detail}`
    else dialog.close()
  })
  dialog.addEventListener('close', () => {
    dialog.remove()
    // What opened it may have been replaced meanwhile, with the card that it was on.
    const after = [before, item?.querySelector('article'), document.getElementById('message-box')]
    const to = after.find((each) => each instanceof HTMLElement && each.isConnected)
    if (to instanceof HTMLElement) to.focus()
  })
  document.body.append(dialog)
  dialog.showModal()
}

function questionsOf(shown: APIModalInteractionResponseCallbackComponent, reader: Reader): Question[] {
  switch (shown.type) {
    case 10:
      return [{ element: markdown(shown.content, reader) }]
    case 18:
      return [question(shown.label, shown.description, shown.component)]
    default:
      return shown.components.map((input) => question(input.label ?? '', undefined, input))
  }
}

function question(label: string, description: string | undefined, shown: APIComponentInLabel): Question {
  const id = newId('field')
  const hint = description ? h('p', { class: 'hint', id: `${id}-hint` }, description) : undefined
  const isRequired = shown.type !== 23 && shown.required !== false
  const name = [label, isRequired && h('span', { class: 'required', 'aria-hidden': 'true' }, ' *')]
  const describedBy = { 'aria-describedby': hint?.id }
  const answer = (read: () => Answer) => [shown.custom_id, read] as const

  switch (shown.type) {
    case 4: {
      const input = textInput(shown, id)
      setAttributes(input, { ...describedBy, required: isRequired })
      return {
        element: h('div', { class: 'question' }, h('label', { for: id }, ...name), hint, input),
        answer: answer(() => input.value),
      }
    }
    case 3: {
      const { element, values } = select({
        label,
        options: shown.options,
        placeholder: shown.placeholder,
        min: shown.min_values ?? (isRequired ? 1 : 0),
        max: shown.max_values,
      })
      return {
        element: h('div', { class: 'question' }, h('span', { class: 'legend' }, ...name), hint, element),
        answer: answer(values),
      }
    }
    case 21:
    case 22: {
      const kind = shown.type === 21 ? 'radio' : 'checkbox'
      const boxes = shown.options.map((option) =>
        h('input', { type: kind, name: id, value: option.value, checked: option.default }),
      )
      const chosen = () => boxes.filter(({ checked }) => checked).map(({ value }) => value)
      return {
        element: h(
          'fieldset',
          { class: 'question', ...describedBy },
          h('legend', {}, ...name),
          hint,
          ...shown.options.map((option, at) =>
            h(
              'label',
              { class: 'option' },
              boxes[at],
              h('span', {}, option.label, option.description && h('small', {}, option.description)),
            ),
          ),
        ),
        answer: answer(() => (kind === 'radio' ? (chosen()[0] ?? '') : chosen())),
      }
    }
    case 23: {
      const input = h('input', { type: 'checkbox', id, checked: shown.default, ...describedBy })
      return {
        element: h(
          'div',
          { class: 'question' },
          h('label', { class: 'option' }, input, h('span', {}, label)),
          hint,
        ),
        answer: answer(() => input.checked),
      }
    }
    case 19: {
      const input = h('input', {
        type: 'file',
        id,
        accept: shown.file_types?.map((type) => (type.startsWith('.') ? type : `${type}/*`)).join(','),
        multiple: (shown.max_values ?? 1) > 1,
        required: isRequired,
        ...describedBy,
      })
      return {
        element: h('div', { class: 'question' }, h('label', { for: id }, ...name), hint, input),
        answer: answer(() => [...(input.files ?? [])]),
      }
    }
    default:
      return { element: h('div', { class: 'question' }, label, unsupported(`a field of type ${shown.type}`)) }
  }
}

function textInput(shown: APITextInputComponent, id: string): HTMLInputElement | HTMLTextAreaElement {
  const attributes = {
    id,
    minlength: shown.min_length,
    maxlength: shown.max_length ?? 4000,
    placeholder: shown.placeholder,
    autocomplete: 'off',
  }
  const input =
    shown.style === 2
      ? h('textarea', { ...attributes, rows: 4 })
      : h('input', { ...attributes, type: 'text' })
  input.value = shown.value ?? ''
  return input
}
