// A menu to choose from: closed it shows what is chosen, and it opens by click or key. What is chosen is told when it
// closes, as Discord does.

import { type Item, listbox } from '../composer/listbox.ts'
import { h, newId } from '../dom.ts'

interface Choosable {
  readonly label: string
  readonly value: string
  readonly description?: string | undefined
  readonly default?: boolean | undefined
}

export interface Select {
  readonly element: HTMLElement
  readonly button: HTMLButtonElement
  values(): string[]
}

export interface SelectSettings {
  readonly label: string
  readonly options: readonly Choosable[]
  readonly placeholder?: string | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly isDisabled?: boolean | undefined
  /** Told when something else is chosen than before. */
  readonly onChange?: (values: string[]) => void
}

export function select({
  label,
  options,
  placeholder = 'Choose',
  min = 1,
  max = 1,
  isDisabled = false,
  onChange,
}: SelectSettings): Select {
  const isMultiple = max > 1
  let chosen = options.filter((option) => option.default).map(({ value }) => value)
  let before = chosen
  const shown = h('span', { class: 'chosen' })
  const button = h(
    'button',
    {
      type: 'button',
      role: 'combobox',
      class: 'select',
      id: newId('select'),
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-label': label,
      disabled: isDisabled,
    },
    shown,
    h('span', { class: 'arrow', 'aria-hidden': 'true' }, '▾'),
  )
  const list = listbox<Item & { readonly value: string }>(label, choose, { isMultiple })

  function draw() {
    const names = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label)
    shown.textContent = names.join(', ') || placeholder
    shown.classList.toggle('unset', names.length === 0)
    button.setAttribute('aria-label', names.length > 0 ? `${label}: ${names.join(', ')}` : label)
  }

  function open(at: number) {
    const items = options.map((option) => ({
      label: option.label,
      hint: option.description,
      value: option.value,
      isChosen: chosen.includes(option.value),
    }))
    list.show(button, items, at)
    // Upwards where there is more room.
    const { top, bottom } = button.getBoundingClientRect()
    const isLow =
      window.innerHeight - bottom < list.element.offsetHeight + 100 && top > window.innerHeight / 2
    list.element.classList.toggle('upwards', isLow)
  }

  function close() {
    if (!list.isOpen()) return
    list.hide()
    const isOther = chosen.join() !== before.join()
    // Fewer than are asked for is nothing that could be sent.
    if (chosen.length < min) chosen = before
    draw()
    if (!isOther || chosen === before) return
    before = chosen
    onChange?.(chosen)
  }

  function choose({ value }: { readonly value: string }) {
    const at = options.findIndex((option) => option.value === value)
    if (!isMultiple) {
      chosen = [value]
      close()
      return
    }
    if (chosen.includes(value)) chosen = chosen.filter((each) => each !== value)
    else if (chosen.length < max) chosen = [...chosen, value]
    draw()
    open(at)
  }

  const first = () =>
    Math.max(
      0,
      options.findIndex(({ value }) => chosen.includes(value)),
    )
  button.addEventListener('click', () => (list.isOpen() ? close() : open(first())))
  button.addEventListener('blur', close)
  button.addEventListener('keydown', (event) => {
    const { key } = event
    if (!list.isOpen()) {
      if (key !== 'ArrowDown' && key !== 'ArrowUp') return
      open(first())
    } else if (key === 'Enter' || key === ' ') {
      const active = list.active()
      if (active) choose(active)
    } else if (key === 'Escape') {
      close()
      event.stopPropagation()
    } else if (!list.moves(key)) {
      const found = key.length === 1 ? findFrom(options, key) : -1
      if (found >= 0) open(found)
      return
    }
    event.preventDefault()
  })
  draw()
  return {
    element: h('div', { class: 'select-box' }, button, list.element),
    button,
    values: () => chosen,
  }
}

const findFrom = (options: readonly Choosable[], letter: string) =>
  options.findIndex(({ label }) => label.toLowerCase().startsWith(letter.toLowerCase()))
