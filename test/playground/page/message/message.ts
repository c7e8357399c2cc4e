// One message: who says it, what it answers, what it says, and what can be done with it.

import type { ShownMessage } from '../../server/protocol.ts'
import { button, h, newId } from '../dom.ts'
import { component, type Hand, unsupported } from './components.ts'
import { moment } from './moment.ts'
import { markdown } from './text.ts'

/** What can be done with any message. */
export interface MessageHand extends Hand {
  /** The names in its menu. */
  readonly menus: readonly string[]
  choose(menu: string): unknown
  dismiss(): unknown
}

export function messageElement(shown: ShownMessage, hand: MessageHand): HTMLElement {
  const titled = newId('author')
  return h(
    'article',
    { class: `message${shown.isPrivate ? ' private' : ''}`, 'aria-labelledby': titled, tabindex: -1 },
    shown.answers && answersLine(shown.answers),
    avatar(shown.author.name, shown.isBot),
    h(
      'div',
      { class: 'said' },
      h(
        'header',
        {},
        h('h2', { id: titled }, shown.author.name, shown.isBot && h('span', { class: 'tag' }, 'App')),
        h('time', { datetime: shown.at }, clock(shown.at, hand.locale)),
        shown.isEdited && h('span', { class: 'edited' }, '(edited)'),
      ),
      h('div', { class: 'body', lang: shown.language }, ...bodyOf(shown, hand)),
      shown.isPrivate && privacy(hand),
    ),
    shown.state === 'said' && hand.menus.length > 0 && menu(shown, hand),
  )
}

/** Of today the time alone. */
function clock(at: string, locale: string): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return moment(Date.parse(at) / 1000, isToday ? 't' : 's', locale)
}

function answersLine({ who, verb, what }: NonNullable<ShownMessage['answers']>): HTMLElement {
  return h(
    'p',
    { class: 'answers' },
    avatar(who, false),
    h('strong', {}, who),
    ` ${verb} `,
    h('span', { class: 'deed' }, what),
  )
}

/** Each has a colour of its own, and all are drawn here. */
export const avatar = (name: string, isBot: boolean) =>
  h(
    'span',
    { class: `avatar ${isBot ? 'bot' : name.toLowerCase()}`, 'aria-hidden': 'true' },
    name.slice(0, 1),
  )

function bodyOf(shown: ShownMessage, hand: MessageHand): (HTMLElement | undefined)[] {
  if (shown.state === 'thinking') return [h('p', { class: 'thinking' }, `${shown.author.name} is thinking…`)]
  if (shown.state === 'failed')
    return [
      h('p', { class: 'failed' }, 'The application did not respond'),
      shown.detail ? h('pre', { class: 'detail', tabindex: 0 }, shown.detail) : undefined,
    ]
  return [
    shown.content ? markdown(shown.content, hand) : undefined,
    ...shown.embeds.map(() => unsupported('an embed')),
    ...shown.components.map((each) => component(each, hand)),
  ]
}

const privacy = (hand: MessageHand) =>
  h(
    'p',
    { class: 'privacy' },
    'Only you can see this · ',
    button('link', 'Dismiss message', () => hand.dismiss()),
  )

/** What stands in a message's menu under "Apps". */
function menu(shown: ShownMessage, hand: MessageHand): HTMLElement {
  const summary = h('summary', { 'aria-label': `Apps, on what ${shown.author.name} says` }, 'Apps')
  const box = h(
    'details',
    { class: 'menu' },
    summary,
    h(
      'div',
      { class: 'menu-items' },
      ...hand.menus.map((name) =>
        button('menu-item', name, () => {
          box.open = false
          hand.choose(name)
        }),
      ),
    ),
  )
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !box.open) return
    box.open = false
    summary.focus()
  })
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && box.contains(relatedTarget))) box.open = false
  })
  return box
}

/** The beginning of what it says, for who hears it; of one that is shown. */
export function spoken({ author, state }: ShownMessage, element: HTMLElement): string {
  const texts = [...element.querySelectorAll<HTMLElement>('.text, .thinking, .failed')]
  const text = texts.map(({ innerText }) => innerText).join(' ')
  return `${state === 'said' ? `${author.name}: ` : ''}${text.replace(/\s+/g, ' ').slice(0, 200)}`
}
