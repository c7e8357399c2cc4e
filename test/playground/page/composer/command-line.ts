// A command as it is being filled in: its name, a field for each option, and one to add others by.

import { button, h, newId, setAttributes } from '../dom.ts'
import { addable, added, type Choice, type Draft, edited, type Field, picked, removed } from './draft.ts'
import { described, type Option } from './picker.ts'

export interface CommandLine {
  readonly element: HTMLElement
  /** Where other options are added by name. */
  readonly more: HTMLInputElement
  draft(): Draft | undefined
  /** Begins with another command, or with none. */
  begin(draft: Draft | undefined): void
  fieldAt(input: HTMLInputElement): Field | undefined
  inputOf(option: Option | undefined): HTMLInputElement | undefined
  /** What was typed into a field has come. */
  edit(input: HTMLInputElement): void
  pick(input: HTMLInputElement, choice: Choice): void
  add(name: string): void
  /** Takes an option away that was added. */
  remove(name: string): void
}

/** A field that a list belongs to. */
export const comboField = (id: string, className: string): HTMLInputElement =>
  h('input', {
    id,
    class: className,
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: 6000,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
  })

export function commandLine(localeOf: () => string, leave: () => void): CommandLine {
  const element = h('div', { class: 'draft' })
  const more = comboField(newId('more'), 'more')
  /** They keep what they are, and the focus, while fields come and go. */
  const inputs = new Map<string, HTMLInputElement>()
  let draft: Draft | undefined

  function draw() {
    if (!draft) return element.replaceChildren()
    const path = `/${draft.command.path}`
    const isMore = addable(draft, '').length > 0
    setAttributes(more, {
      'aria-label': isMore ? `Add an option to ${path}` : `${path} takes nothing more`,
      placeholder: isMore ? 'add an option, or Enter' : 'Enter sends it',
    })
    const name = button('command', path, leave)
    name.append(h('span', { 'aria-hidden': 'true' }, ' ×'), h('span', { class: 'hidden' }, ', take it away'))
    element.replaceChildren(name, ...draft.fields.map(fieldElement), more)
  }

  function fieldElement({ option, text }: Field): HTMLElement {
    const input = inputs.get(option.name) ?? comboField(newId('option'), 'value')
    if (!inputs.has(option.name)) {
      input.value = text
      inputs.set(option.name, input)
      widen(input)
    }
    const hint = h('span', { class: 'hidden', id: `${input.id}-hint` }, described(option, localeOf()))
    setAttributes(input, {
      'aria-label': option.name,
      'aria-describedby': hint.id,
      'aria-required': String(option.required === true),
      title: hint.textContent,
    })
    return h('label', { class: 'field' }, h('span', {}, option.name), input, hint)
  }

  function change(to: Draft) {
    draft = to
    for (const name of inputs.keys())
      if (!draft.fields.some(({ option }) => option.name === name)) inputs.delete(name)
    draw()
  }

  const fieldAt = (input: HTMLInputElement) =>
    draft?.fields.find(({ option }) => inputs.get(option.name) === input)

  return {
    element,
    more,
    draft: () => draft,
    begin(begun) {
      draft = begun
      inputs.clear()
      more.value = ''
      draw()
    },
    fieldAt,
    inputOf: (option) => (option ? inputs.get(option.name) : undefined),
    edit(input) {
      const field = fieldAt(input)
      if (draft && field) draft = edited(draft, field.option.name, input.value)
      widen(input)
    },
    pick(input, choice) {
      const field = fieldAt(input)
      if (draft && field) draft = picked(draft, field.option.name, choice)
      input.value = choice.label
      widen(input)
    },
    add(name) {
      more.value = ''
      if (draft) change(added(draft, name))
    },
    remove(name) {
      if (draft) change(removed(draft, name))
    },
  }
}

/** As wide as what is in it. */
function widen(input: HTMLInputElement): void {
  input.size = Math.min(40, Math.max(6, input.value.length + 1))
}
