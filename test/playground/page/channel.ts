// What stands in a channel. What has not changed is left as it is, with whatever somebody is doing in it.

import type { ShownMessage } from '../server/protocol.ts'
import { h } from './dom.ts'

export interface ChannelView {
  readonly element: HTMLElement
  /** Shows these, oldest first. Who is at the end stays there; who has scrolled back too, but is led to what is `own`. */
  show(
    messages: readonly ShownMessage[],
    draw: (shown: ShownMessage) => HTMLElement,
    own: (shown: ShownMessage) => boolean,
  ): void
  /** Forgets what was drawn. */
  clear(): void
  /** The element of a message. */
  find(id: string): HTMLElement | undefined
}

interface Drawn {
  readonly shown: ShownMessage
  readonly item: HTMLElement
}

export function channelView(): ChannelView {
  const items = h('ol', { class: 'messages' })
  const empty = h(
    'p',
    { class: 'empty' },
    'Nothing has been said here yet. Type / in the box below for the commands.',
  )
  const element = h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Messages' },
    empty,
    items,
  )
  let drawn = new Map<string, Drawn>()
  /** Where we have scrolled to ourselves. */
  let placed = -1

  const isAtEnd = () => element.scrollHeight - element.scrollTop - element.clientHeight < 80

  return {
    element,
    show(messages, draw, own) {
      const wasAtEnd = isAtEnd()
      const follows = wasAtEnd || element.scrollTop === placed || drawn.size === 0
      const now = new Map<string, Drawn>()
      let isToBeSeen = false
      for (const shown of messages) {
        const before = drawn.get(shown.id)
        if (before?.shown === shown) now.set(shown.id, before)
        else {
          const item = before?.item ?? h('li')
          replace(item, draw(shown))
          now.set(shown.id, { shown, item })
          isToBeSeen ||= !before && (follows || own(shown))
        }
      }
      for (const [id, { item }] of drawn) if (!now.has(id)) item.remove()
      let last: Element | null = null
      for (const { item } of now.values()) {
        const next: Element | null = last ? last.nextElementSibling : items.firstElementChild
        if (next !== item) items.insertBefore(item, next)
        last = item
      }
      drawn = now
      empty.hidden = now.size > 0
      if (isToBeSeen) scrollToNewest()
      else if (wasAtEnd) element.scrollTop = element.scrollHeight
    },
    clear() {
      drawn = new Map()
      items.replaceChildren()
    },
    find: (id) => drawn.get(id)?.item,
  }

  /** To the end, but not past the beginning of what is new: a long card is read from its top. */
  function scrollToNewest() {
    element.scrollTop = element.scrollHeight
    const newest = items.lastElementChild
    if (newest instanceof HTMLElement && newest.offsetHeight > element.clientHeight)
      element.scrollTop = newest.offsetTop - items.offsetTop
    placed = element.scrollTop
  }
}

/** Who was on a button of the message is on the same one of the new one, or on the message itself. */
function replace(item: HTMLElement, drawn: HTMLElement) {
  const focused = item.contains(document.activeElement) ? document.activeElement : undefined
  item.replaceChildren(drawn)
  if (!focused) return
  const same = [...drawn.querySelectorAll<HTMLElement>(focused.tagName)].find(
    (each) => each.textContent === focused.textContent,
  )
  ;(same ?? drawn).focus({ preventScroll: true })
}
