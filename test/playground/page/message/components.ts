// The components of a card as elements that can be used. What the registry never sends is named, not left out.

import type {
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIMessageTopLevelComponent,
  APISectionAccessoryComponent,
} from 'discord-api-types/v10'
import { h } from '../dom.ts'
import { select } from './select.ts'
import { markdown, type Reader } from './text.ts'

/** What one can do with a card. */
export interface Hand extends Reader {
  /** Clicks what has that id; `values` are those picked from a menu. */
  click(customId: string, values?: readonly string[]): unknown
}

type Component =
  | APIMessageTopLevelComponent
  | APIComponentInContainer
  | APIComponentInMessageActionRow
  | APISectionAccessoryComponent

export function component(shown: Component, hand: Hand): HTMLElement {
  switch (shown.type) {
    case 1:
      return h('div', { class: 'row' }, ...shown.components.map((each) => component(each, hand)))
    case 2:
      return buttonOf(shown, hand)
    case 3: {
      const { custom_id: customId, placeholder, options } = shown
      const label = placeholder ?? 'Choose'
      const { element } = select({
        label,
        options,
        placeholder,
        min: shown.min_values,
        max: shown.max_values,
        isDisabled: shown.disabled,
        onChange: (values) => hand.click(customId, values),
      })
      return element
    }
    case 9:
      return h(
        'div',
        { class: 'section' },
        h('div', {}, ...shown.components.map((each) => component(each, hand))),
        component(shown.accessory, hand),
      )
    case 10:
      return markdown(shown.content, hand)
    case 14:
      return h('hr', { class: shown.divider === false ? 'space' : 'divider' })
    case 17: {
      const box = h('div', { class: 'container' }, ...shown.components.map((each) => component(each, hand)))
      if (shown.accent_color != null)
        box.style.setProperty('--accent', `#${shown.accent_color.toString(16).padStart(6, '0')}`)
      return box
    }
    // A picture would be asked of somebody else's server: it is named, and leads there.
    case 11:
      return picture(shown.description, shown.media.url)
    case 12:
      return h(
        'div',
        { class: 'gallery' },
        ...shown.items.map(({ description, media }) => picture(description, media.url)),
      )
    default:
      return unsupported(`a component of type ${shown.type}`)
  }
}

/** `what` is shown by Discord. */
export const unsupported = (what: string) =>
  h('p', { class: 'unsupported' }, `Discord shows ${what} here, which this page cannot.`)

const picture = (description: string | null | undefined, url: string) =>
  h(
    'a',
    { class: 'picture', href: url, target: '_blank', rel: 'noopener noreferrer' },
    `Picture: ${description ?? url}`,
  )

function buttonOf(shown: APIButtonComponent, hand: Hand): HTMLElement {
  if (shown.style === 6) return unsupported('a button to buy something')
  const label = [shown.emoji?.name, shown.label].filter(Boolean).join(' ')
  if (shown.style === 5)
    return h(
      'a',
      { class: 'button style-5', href: shown.url, target: '_blank', rel: 'noopener noreferrer' },
      label,
      h('span', { 'aria-hidden': 'true' }, '↗'),
      h('span', { class: 'hidden' }, ' (opens a new tab)'),
    )
  const element = h(
    'button',
    { type: 'button', class: `button style-${shown.style}`, disabled: shown.disabled },
    label,
  )
  const { custom_id: customId } = shown
  element.addEventListener('click', () => hand.click(customId))
  return element
}
