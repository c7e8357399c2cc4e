// The message box: plain text, or, once it begins with a slash, a command that is filled in field by field.

import type { Outcome, Texts } from '../../server/protocol.ts'
import { h, setAttributes, submitButton } from '../dom.ts'
import { comboField, commandLine } from './command-line.ts'
import { addable, begin, begun, type Draft, missing, textsOf } from './draft.ts'
import { type Offering, offers } from './offers.ts'

export interface Desk extends Offering {
  /** What the channel is called, for the box's label. */
  channelName(): string
  say(content: string): Promise<Outcome>
  slash(path: string, texts: Texts): Promise<Outcome>
}

export interface Composer {
  readonly element: HTMLElement
  /** Types a command, for who then only has to send it. */
  type(path: string): void
  /** Begins anew, as in another channel. */
  clear(): void
  focus(): void
}

export function composer(desk: Desk): Composer {
  const box = comboField('message-box', 'plain')
  const line = commandLine(desk.locale, () => leave())
  const { more } = line
  const { list, offer, hide } = offers(box, line, desk, { begin: start, add, pick })
  const typed = h('div', { class: 'typed' })
  const why = h('p', { class: 'why', role: 'alert' })
  const send = submitButton('send', 'Send')
  const form = h(
    'form',
    { class: 'composer', id: 'composer', tabindex: -1, novalidate: true },
    list.element,
    why,
    typed,
    send.element,
  )

  /** How often something was begun. */
  let turn = 0

  function begins(draft: Draft | undefined, text = '') {
    turn += 1
    send.work(false)
    hide()
    why.textContent = ''
    line.begin(draft)
    box.value = text
    setAttributes(box, {
      'aria-label': `Message ${desk.channelName()}`,
      placeholder: 'Type / to ask the registry',
    })
    typed.replaceChildren(draft ? line.element : box)
  }

  function start(draft: Draft) {
    begins(draft)
    next()
  }

  function leave(text = '') {
    begins(undefined, text)
    box.focus()
  }

  /** To the first field that is still empty, else to where options are added. */
  function next() {
    const empty = line.draft()?.fields.find(({ text }) => !text)
    const to = line.inputOf(empty?.option) ?? more
    if (document.activeElement === to) offer(to)
    else to.focus()
  }

  function add(name: string) {
    line.add(name)
    line.inputOf(line.draft()?.command.options.find((option) => option.name === name))?.focus()
  }

  function pick(input: HTMLInputElement, choice: Parameters<typeof line.pick>[1]) {
    line.pick(input, choice)
    hide()
    next()
  }

  typed.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    why.textContent = ''
    const started = target === box ? begun(desk.commands(), box.value) : undefined
    if (started) return start(started)
    if (line.fieldAt(target)) line.edit(target)
    const draft = line.draft()
    const named = target === more && /^(\S+):$/.exec(more.value)?.[1]
    if (draft && named && addable(draft, named).some(({ name }) => name === named)) add(named)
    else offer(target)
  })
  typed.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement) offer(target)
  })
  typed.addEventListener('focusout', hide)
  typed.addEventListener('keydown', (event) => {
    const { key, target } = event
    if (!(target instanceof HTMLInputElement) || event.isComposing) return
    const active = list.active()
    if ((key === 'Enter' || (key === 'Tab' && !event.shiftKey)) && active) active.choose()
    else if (key === 'Escape' && list.isOpen()) hide()
    else if (key === 'Escape' && line.draft()) leave()
    else if (key === 'Backspace' && !target.value && target !== box) erase(target)
    else if (!list.moves(key)) return
    event.preventDefault()
  })

  /** Backspace where there is nothing any more takes away what is before it. */
  function erase(input: HTMLInputElement) {
    const draft = line.draft()
    const field = line.fieldAt(input)
    if (!draft) return
    if (field && !field.option.required) {
      line.remove(field.option.name)
      more.focus()
    } else if (field || draft.fields.length === 0) leave(`/${draft.command.path}`)
    else line.inputOf(draft.fields.at(-1)?.option)?.focus()
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!send.isWorking()) void submit()
  })

  async function submit() {
    const draft = line.draft()
    const text = box.value.trim()
    const lacking = draft && missing(draft)
    if (lacking) return refuse(`${lacking.name} is required.`, line.inputOf(lacking))
    if (!draft && !text) return box.focus()
    if (!draft && text.startsWith('/')) return refuse(`There is no command ${text} here.`, box)
    send.work(true)
    const mine = turn
    const outcome = await (draft ? desk.slash(draft.command.path, textsOf(draft)) : desk.say(text))
    if (mine === turn) send.work(false)
    if (outcome.kind === 'refused') refuse(outcome.why)
    else if (outcome.kind === 'failed') refuse(outcome.detail)
    // What was said may be there before its outcome, and somebody on to something else: that is left to them.
    else if (mine === turn) {
      const at = document.activeElement
      const isHere = at === document.body || form.contains(at)
      begins(undefined)
      if (isHere) box.focus()
    }
  }

  function refuse(sentence: string, at?: HTMLElement) {
    at?.focus()
    hide()
    why.textContent = sentence
  }

  begins(undefined)
  return {
    element: form,
    type(path) {
      const command = desk.commands().find((each) => each.path === path)
      if (command) start(begin(command))
      else leave(`/${path}`)
    },
    clear: () => begins(undefined),
    focus: () => box.focus(),
  }
}
