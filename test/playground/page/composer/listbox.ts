// A list to choose from that belongs to a field: the field keeps the focus, the list shows what is active in it
// (ARIA Authoring Practices, "Combobox").

import { h, newId, setAttributes } from '../dom.ts'

export interface Item {
  readonly label: string
  readonly hint?: string | undefined
  /** Items of one group follow each other, under its name. */
  readonly group?: string
  /** Said at the end of the line. */
  readonly note?: string | undefined
  readonly isChosen?: boolean
}

export interface Listbox<Entry extends Item> {
  readonly element: HTMLElement
  /** `active` is where it begins; -1 is nowhere. */
  show(field: HTMLElement, items: readonly Entry[], active?: number): void
  /** Leaves what is shown, of which nothing is active any more. */
  rest(): void
  hide(): void
  isOpen(): boolean
  /** The one that is active; undefined while it is closed. */
  active(): Entry | undefined
  /** Moves for the keys that move; tells whether this was one. */
  moves(key: string): boolean
}

export function listbox<Entry extends Item>(
  label: string,
  choose: (item: Entry) => void,
  { isMultiple = false } = {},
): Listbox<Entry> {
  const id = newId('list')
  const element = h('ul', { id, role: 'listbox', class: 'listbox', 'aria-label': label, hidden: true })
  if (isMultiple) element.setAttribute('aria-multiselectable', 'true')
  // The field keeps the focus.
  element.addEventListener('mousedown', (event) => event.preventDefault())
  let field: HTMLElement | undefined
  let items: readonly Entry[] = []
  let options: readonly HTMLElement[] = []
  let at = -1

  function draw() {
    options = items.map((item, index) => {
      const option = h(
        'li',
        { id: `${id}-${index}`, role: 'option', 'aria-selected': String(item.isChosen ?? index === at) },
        h('span', { class: 'label' }, item.label),
        item.hint ? h('span', { class: 'hint' }, item.hint) : undefined,
        item.note ? h('span', { class: 'note' }, item.note) : undefined,
      )
      option.addEventListener('click', () => choose(item))
      return option
    })
    const groups = Map.groupBy(options.keys(), (index) => items[index]?.group)
    element.replaceChildren(
      ...[...groups].flatMap(([name, indexes]) => {
        const inside = indexes.flatMap((index) => options[index] ?? [])
        return name === undefined ? inside : [groupOf(name, inside)]
      }),
    )
    point()
  }

  function point() {
    for (const [index, option] of options.entries()) {
      option.classList.toggle('active', index === at)
      if (items[index]?.isChosen === undefined) option.setAttribute('aria-selected', String(index === at))
    }
    const active = options[at]
    active?.scrollIntoView({ block: 'nearest' })
    if (field) setAttributes(field, { 'aria-activedescendant': active?.id })
  }

  return {
    element,
    show(owner, given, active = -1) {
      if (field && field !== owner) setAttributes(field, CLOSED)
      field = owner
      items = given
      at = Math.min(active, given.length - 1)
      element.hidden = given.length === 0
      setAttributes(owner, { 'aria-expanded': String(!element.hidden), 'aria-controls': id })
      draw()
    },
    rest() {
      at = -1
      point()
    },
    hide() {
      element.hidden = true
      if (field) setAttributes(field, CLOSED)
      at = -1
    },
    isOpen: () => !element.hidden,
    active: () => (element.hidden ? undefined : items[at]),
    moves(key) {
      if (element.hidden) return false
      const last = items.length - 1
      switch (key) {
        case 'ArrowDown':
          at = at >= last ? 0 : at + 1
          break
        case 'ArrowUp':
          at = at <= 0 ? last : at - 1
          break
        case 'PageDown':
          at = Math.min(last, at + 8)
          break
        case 'PageUp':
          at = Math.max(0, at - 8)
          break
        default:
          return false
      }
      point()
      return true
    },
  }
}

const groupOf = (name: string, options: readonly HTMLElement[]) =>
  h(
    'div',
    { role: 'group', 'aria-label': name, class: 'group' },
    h('span', { class: 'group-name', 'aria-hidden': 'true' }, name),
    h('ul', { role: 'presentation' }, ...options),
  )

const CLOSED = { 'aria-expanded': 'false', 'aria-activedescendant': undefined }
