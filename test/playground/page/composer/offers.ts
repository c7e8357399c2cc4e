// The list above the message box: what can be typed into the field that has the focus, and what choosing it does.

import type { Texts } from '../../server/protocol.ts'
import type { CommandLine } from './command-line.ts'
import {
  addable,
  begin,
  type Choice,
  choicesOf,
  type Draft,
  isCompleted,
  type Nameable,
  textsOf,
} from './draft.ts'
import { type Item, listbox } from './listbox.ts'
import { commandName, described, matching, type Typable } from './picker.ts'

export interface Offering {
  commands(): readonly Typable[]
  nameable(): Nameable
  locale(): string
  complete(path: string, texts: Texts, focused: string): Promise<readonly Choice[]>
}

/** What becomes of a choice. */
export interface Chosen {
  begin(draft: Draft): void
  add(option: string): void
  pick(input: HTMLInputElement, choice: Choice): void
}

/** A line of the list, and what choosing it does. */
interface Line extends Item {
  choose(): void
}

/** How long somebody has to stop typing to be completed. */
const PAUSE = 150

export function offers(box: HTMLInputElement, line: CommandLine, desk: Offering, chosen: Chosen) {
  const list = listbox<Line>('What can be typed', ({ choose }) => choose())
  let requestCount = 0

  function showCommands() {
    const lines = matching(desk.commands(), box.value).map((command) => ({
      label: `/${command.path}`,
      hint: command.description,
      group: `/${commandName(command)}`,
      choose: () => chosen.begin(begin(command)),
    }))
    list.show(box, lines, 0)
  }

  function showOptions(draft: Draft) {
    const { more } = line
    const lines = addable(draft, more.value).map((option) => ({
      label: option.name,
      hint: described(option, desk.locale()),
      note: 'optional',
      choose: () => chosen.add(option.name),
    }))
    // Enter sends what is there, until an option is begun or gone to.
    list.show(more, lines, more.value ? 0 : -1)
  }

  function showValues(input: HTMLInputElement) {
    const field = line.fieldAt(input)
    if (!field) return
    if (isCompleted(field.option)) return completeLater(input)
    const choices = choicesOf(field, desk.nameable(), desk.locale())
    if (choices) showChoices(input, choices)
    else list.hide()
  }

  function showChoices(input: HTMLInputElement, choices: readonly Choice[]) {
    const value = line.fieldAt(input)?.picked
    const at = value === undefined ? 0 : choices.findIndex((each) => each.value === value)
    const lines = choices.map((choice) => ({
      label: choice.label,
      choose: () => chosen.pick(input, choice),
    }))
    list.show(input, lines, at)
  }

  function completeLater(input: HTMLInputElement) {
    // What is listed is for what was typed before.
    list.rest()
    requestCount += 1
    const mine = requestCount
    setTimeout(async () => {
      const [draft, field] = [line.draft(), line.fieldAt(input)]
      if (mine !== requestCount || !draft || !field) return
      const { name } = field.option
      const texts = { ...textsOf(draft), [name]: field.text }
      const choices = await desk.complete(draft.command.path, texts, name)
      // Meanwhile something else may have been typed, picked, or left.
      if (mine === requestCount && document.activeElement === input) showChoices(input, choices)
    }, PAUSE)
  }

  return {
    list,
    offer(input: HTMLInputElement) {
      const draft = line.draft()
      if (input === box) showCommands()
      else if (input === line.more && draft) showOptions(draft)
      else showValues(input)
    },
    hide() {
      requestCount += 1
      list.hide()
    },
  }
}
