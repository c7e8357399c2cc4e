// The channels, with what is new in them, and who one is.

import { type ChannelName, ROLES, type Role } from '../../discord/protocol/roles.ts'
import type { Setting } from '../server/protocol.ts'
import { button, h } from './dom.ts'
import type { Inbox } from './inbox.ts'
import { avatar } from './message/message.ts'
import type { Place } from './place.ts'
import type { Session } from './session.ts'

export interface Sidebar {
  readonly element: HTMLElement
  /** The channels, after news or when somebody has gone to another one. */
  drawChannels(): void
  /** Who one is. */
  drawPerson(): void
}

const NAMES: { readonly [Who in Role]: string } = {
  visitor: 'Visitor',
  second: 'Another visitor',
  maintainer: 'Maintainer',
}

export function sidebar(spoken: Setting['languages'], session: Session, place: Place, inbox: Inbox): Sidebar {
  const places = h('div', { class: 'places' })
  const chosen = h('summary')
  const choices = h('div', { class: 'choices' })
  const me = h(
    'details',
    { class: 'me', open: window.matchMedia('(min-width: 44rem)').matches },
    chosen,
    choices,
  )

  function channelButton(name: ChannelName): HTMLButtonElement {
    const element = button('place', place.title(name), () => session.set({ channel: name }))
    const unseen = inbox.unseen(name)
    if (name === session.get().channel) element.setAttribute('aria-current', 'page')
    else if (unseen > 0)
      element.append(h('span', { class: 'badge' }, String(unseen), h('span', { class: 'hidden' }, ' new')))
    return element
  }

  return {
    element: h('nav', { 'aria-label': 'Channels' }, h('p', { class: 'server' }, 'Imaging group'), places, me),
    drawChannels() {
      const { channel, role } = session.get()
      const buttons = new Map(place.seen(role).map((name) => [name, channelButton(name)]))
      const list = (...names: ChannelName[]) =>
        h('ul', {}, ...names.flatMap((name) => buttons.get(name) ?? []).map((each) => h('li', {}, each)))
      const hadFocus = places.contains(document.activeElement)
      places.replaceChildren(
        h('h2', {}, 'Text channels'),
        list('general', 'review'),
        h('h2', {}, 'Direct messages'),
        list('dm'),
      )
      if (hadFocus) buttons.get(channel)?.focus()
    },
    drawPerson() {
      const { role, locale, serverLocale } = session.get()
      const roles = ROLES.map((each) => ({ value: each, name: NAMES[each] }))
      const languages = spoken.map((language) => ({ value: language.locale, name: language.name }))
      const focused = me.contains(document.activeElement) ? document.activeElement?.id : undefined
      chosen.textContent = `${NAMES[role]}, ${languages.find(({ value }) => value === locale)?.name}`
      choices.replaceChildren(
        h('h2', { class: 'hidden' }, 'You'),
        h(
          'div',
          { class: 'who' },
          avatar(place.person(role).name, false),
          choice('who', 'You are', roles, role, (to) => session.set({ role: to })),
        ),
        choice('locale', 'Your language', languages, locale, (to) => session.set({ locale: to })),
        choice('server-locale', 'The server’s language', languages, serverLocale, (to) =>
          session.set({ serverLocale: to }),
        ),
      )
      if (focused) document.getElementById(focused)?.focus()
    },
  }
}

function choice<Value extends string>(
  id: string,
  label: string,
  options: readonly { readonly value: Value; readonly name: string }[],
  value: string,
  choose: (value: Value) => void,
): HTMLElement {
  const select = h(
    'select',
    { id },
    ...options.map((option) =>
      h('option', { value: option.value, selected: option.value === value }, option.name),
    ),
  )
  select.addEventListener('change', () => {
    const chosen = options[select.selectedIndex]
    if (chosen) choose(chosen.value)
  })
  return h('label', {}, h('span', {}, label), select)
}
