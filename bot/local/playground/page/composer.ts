// The message box: plain text, or, once it begins with a slash, a command that is filled in field by field.

import type { Outcome, Texts } from '../protocol.ts'
import { h, newId, setAttributes } from './dom.ts'
import { type Item, listbox } from './listbox.ts'
import {
  addable,
  added,
  begin,
  begun,
  type Choice,
  choicesOf,
  type Draft,
  described,
  edited,
  type Field,
  isCompleted,
  matching,
  missing,
  type Nameable,
  picked,
  removed,
  type Typable,
  textsOf,
} from './picker.ts'

export interface Desk {
  commands(): readonly Typable[]
  nameable(): Nameable
  locale(): string
  /** What the channel is called, for the box's label. */
  channelName(): string
  say(content: string): Promise<Outcome>
  slash(path: string, texts: Texts): Promise<Outcome>
  complete(path: string, texts: Texts, focused: string): Promise<readonly Choice[]>
}

export interface Composer {
  readonly element: HTMLElement
  /** Types a command, for who then only has to send it. */
  type(path: string): void
  /** Begins anew, as in another channel. */
  clear(): void
  focus(): void
}

/** A line of the list, and what choosing it does. */
interface Line extends Item {
  choose(): void
}

/** How long somebody has to stop typing to be completed. */
const PAUSE = 150

export function composer(desk: Desk): Composer {
  let draft: Draft | undefined
  /** The inputs of the draft's fields, which keep the focus while fields come and go. */
  const inputs = new Map<string, HTMLInputElement>()
  let isSending = false

  const list = listbox<Line>('What can be typed', (line) => line.choose())
  const box = field('message-box', 'plain')
  const more = field(newId('more'), 'more')
  const line = h('div', { class: 'draft' })
  const why = h('p', { class: 'why', role: 'alert' })
  const send = h('button', { type: 'submit', class: 'send' }, 'Send')
  const form = h('form', { class: 'composer', novalidate: true }, list.element, why, line, send)

  function field(id: string, className: string): HTMLInputElement {
    return h('input', {
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
  }

  // --- What the list shows, for the field that has the focus.

  function offer(input: HTMLInputElement) {
    if (input === box) offerCommands()
    else if (input === more) offerOptions()
    else offerValues(input)
  }

  function offerCommands() {
    const lines = matching(desk.commands(), box.value).map((command) => ({
      label: `/${command.path}`,
      hint: command.description,
      choose: () => start(begin(command)),
    }))
    list.show(box, lines, 0)
  }

  function offerOptions() {
    if (!draft) return
    const options = addable(draft, more.value)
    const lines = options.map((option) => ({
      label: option.name,
      hint: described(option, desk.locale()),
      note: 'optional',
      choose: () => add(option.name),
    }))
    list.show(more, lines, more.value ? 0 : -1)
  }

  function offerValues(input: HTMLInputElement) {
    const shown = fieldOf(input)
    if (!shown) return
    if (isCompleted(shown.option)) return completeLater(input)
    const choices = choicesOf(shown, desk.nameable(), desk.locale())
    if (choices) showChoices(input, choices)
    else list.hide()
  }

  function showChoices(input: HTMLInputElement, choices: readonly Choice[]) {
    const shown = fieldOf(input)
    const lines = choices.map((choice) => ({
      label: choice.label,
      choose: () => pick(input, choice),
    }))
    list.show(
      input,
      lines,
      shown?.picked === undefined ? 0 : choices.findIndex((each) => each.value === shown.picked),
    )
  }

  let asked = 0
  function completeLater(input: HTMLInputElement) {
    asked += 1
    const mine = asked
    setTimeout(async () => {
      const shown = fieldOf(input)
      if (mine !== asked || !draft || !shown) return
      const { path } = draft.command
      const choices = await desk.complete(
        path,
        { ...textsOf(draft), [shown.option.name]: shown.text },
        shown.option.name,
      )
      // Meanwhile something else may have been typed, picked, or left.
      if (mine === asked && document.activeElement === input) showChoices(input, choices)
    }, PAUSE)
  }

  // --- The command that is being filled in.

  const fieldOf = (input: HTMLInputElement): Field | undefined =>
    draft?.fields.find(({ option }) => inputs.get(option.name) === input)

  function start(begun: Draft) {
    draft = begun
    box.value = ''
    more.value = ''
    inputs.clear()
    draw()
    next()
  }

  /** To the first field that is still empty, else to where options are added. */
  function next() {
    const empty = draft?.fields.find(({ text }) => !text)
    const to = empty ? inputs.get(empty.option.name) : more
    to?.focus()
    if (to && document.activeElement === to) offer(to)
  }

  function add(name: string) {
    if (!draft) return
    draft = added(draft, name)
    more.value = ''
    draw()
    inputs.get(name)?.focus()
  }

  function pick(input: HTMLInputElement, choice: Choice) {
    const shown = fieldOf(input)
    if (!draft || !shown) return
    asked += 1
    draft = picked(draft, shown.option.name, choice)
    input.value = choice.label
    list.hide()
    widen(input)
    next()
  }

  function leave(text = '') {
    draft = undefined
    inputs.clear()
    list.hide()
    box.value = text
    draw()
    box.focus()
  }

  function draw() {
    why.textContent = ''
    setAttributes(box, {
      'aria-label': `Message ${desk.channelName()}`,
      placeholder: `Message ${desk.channelName()}`,
    })
    if (!draft) {
      line.replaceChildren(box)
      return
    }
    const isMore = addable(draft, '').length > 0
    setAttributes(more, {
      'aria-label': isMore
        ? `Add an option to /${draft.command.path}`
        : `/${draft.command.path} takes nothing more`,
      placeholder: isMore ? 'add an option, or Enter' : 'Enter sends it',
    })
    line.replaceChildren(
      h('span', { class: 'command' }, `/${draft.command.path}`),
      ...draft.fields.map(fieldElement),
      more,
    )
  }

  function fieldElement({ option, text }: Field): HTMLElement {
    let input = inputs.get(option.name)
    if (!input) {
      input = field(newId('option'), 'value')
      input.value = text
      inputs.set(option.name, input)
      widen(input)
    }
    const hint = described(option, desk.locale())
    setAttributes(input, {
      'aria-required': String(option.required === true),
      title: hint,
      'aria-description': hint,
    })
    return h('label', { class: 'field' }, h('span', {}, option.name), input)
  }

  function widen(input: HTMLInputElement) {
    input.size = Math.min(40, Math.max(6, input.value.length + 1))
  }

  // --- What happens in the fields.

  line.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    why.textContent = ''
    const started = target === box ? begun(desk.commands(), box.value) : undefined
    if (started) return start(started)
    const shown = fieldOf(target)
    if (draft && shown) {
      draft = edited(draft, shown.option.name, target.value)
      widen(target)
    }
    const named = target === more && /^(\S+):$/.exec(more.value)?.[1]
    if (draft && named && addable(draft, named).some(({ name }) => name === named)) return add(named)
    offer(target)
  })
  line.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement) offer(target)
  })
  line.addEventListener('focusout', () => list.hide())
  line.addEventListener('keydown', (event) => {
    const { key, target } = event
    if (!(target instanceof HTMLInputElement) || event.isComposing) return
    const active = list.active()
    if ((key === 'Enter' || (key === 'Tab' && !event.shiftKey)) && active) active.choose()
    else if (key === 'Escape' && list.isOpen()) list.hide()
    else if (key === 'Escape' && draft) leave()
    else if (key === 'Backspace' && !target.value && draft) erase(target)
    else if (!list.moves(key)) return
    event.preventDefault()
  })

  /** Backspace where there is nothing any more takes away what is before it. */
  function erase(input: HTMLInputElement) {
    if (!draft) return
    const shown = fieldOf(input)
    if (shown && !shown.option.required) {
      draft = removed(draft, shown.option.name)
      inputs.delete(shown.option.name)
      draw()
      more.focus()
    } else if (draft.fields.length === 0 || shown) leave(`/${draft.command.path}`)
    else inputs.get(draft.fields.at(-1)?.option.name ?? '')?.focus()
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void submit()
  })

  async function submit() {
    if (isSending) return
    const text = box.value.trim()
    if (!draft && !text) return box.focus()
    if (!draft && text.startsWith('/')) return refuse(`There is no command ${text} here.`, box)
    const lacking = draft && missing(draft)
    if (lacking) return refuse(`${lacking.name} is required.`, inputs.get(lacking.name))
    isSending = true
    send.disabled = true
    const outcome = await (draft ? desk.slash(draft.command.path, textsOf(draft)) : desk.say(text))
    isSending = false
    send.disabled = false
    if (outcome.kind === 'refused') return refuse(outcome.why)
    if (outcome.kind === 'failed') return refuse(outcome.detail)
    if (outcome.kind === 'form') return clear()
    leave()
  }

  function refuse(sentence: string, at?: HTMLElement) {
    why.textContent = sentence
    at?.focus()
    list.hide()
  }

  function clear() {
    draft = undefined
    inputs.clear()
    box.value = ''
    list.hide()
    draw()
  }

  draw()
  return {
    element: form,
    type(path) {
      const command = desk.commands().find((each) => each.path === path)
      if (command) start(begin(command))
      else leave(`/${path}`)
    },
    clear,
    focus: () => box.focus(),
  }
}
