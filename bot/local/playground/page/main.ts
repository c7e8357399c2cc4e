// The page: who one is and where, what is said there, and the box to say something.

import { CHANNELS, type ChannelName, ROLES, type Role } from '../../roles.ts'
import { LANGUAGES, type News, type Outcome, type Shown } from '../protocol.ts'
import { channelView } from './channel.ts'
import { composer } from './composer.ts'
import { button, h, setAttributes } from './dom.ts'
import { openForm } from './form.ts'
import { avatar, type MessageHand, messageElement, spoken } from './message.ts'
import { menus, typable } from './picker.ts'
import * as server from './server.ts'
import { openSession } from './session.ts'
import { refreshTimes } from './text.ts'

const setting = await server.setting()
const session = openSession(changed)

const personOf = (role: Role) => {
  const person = setting.people.find((each) => each.role === role)
  if (!person) throw new Error(`There is no ${role}.`)
  return person
}
const channelOf = (name: ChannelName) => {
  const channel = setting.channels.find((each) => each.channel === name)
  if (!channel) throw new Error(`There is no channel ${name}.`)
  return channel
}
const titleOf = (name: ChannelName) => (name === 'dm' ? `@${setting.bot.name}` : `#${channelOf(name).name}`)
const seenChannels = () => CHANNELS.filter((name) => channelOf(name).seenBy.includes(session.get().role))
const typist = () => {
  const { role, channel, locale } = session.get()
  return { permissions: personOf(role).permissions, inServer: channel !== 'dm', locale }
}

// --- What is known of what was said.

let messages = new Map<string, Shown>()
let channels: News['channels'] = {}
/** What each person has seen. */
const read: { readonly [Who in Role]: Set<string> } = {
  visitor: new Set(),
  second: new Set(),
  maintainer: new Set(),
}
let stopListening = () => {}

function attend() {
  stopListening()
  messages = new Map()
  channels = {}
  view.clear()
  stopListening = server.listen(session.get().role, (news, isFirst) => {
    const there = new Set(Object.values(news.channels).flat())
    messages = new Map([...messages].filter(([id]) => there.has(id)))
    const isNew = (shown: Shown) => !messages.has(shown.id) || messages.get(shown.id)?.state === 'thinking'
    const fresh = news.messages.filter(isNew)
    for (const shown of news.messages) messages.set(shown.id, shown)
    channels = news.channels
    if (!isFirst) announce(fresh)
    showProblems(news.problems)
    draw()
  })
}

/** For who does not see what is new. */
function announce(fresh: readonly Shown[]) {
  const { channel, role } = session.get()
  const sentences = seenChannels().flatMap((name) => {
    const here = fresh.filter(
      ({ id, author }) => channels[name]?.includes(id) && author.id !== personOf(role).id,
    )
    if (name === channel) return here.map(spoken)
    return here.length > 0 ? [`New in ${titleOf(name)}`] : []
  })
  if (sentences.length > 0) live.textContent = sentences.join('. ')
}

// --- What one does.

const act: typeof server.act = (name, given, acting) => server.act(name, given, acting)

function handOn(shown: Shown): MessageHand {
  const { locale } = session.get()
  return {
    locale,
    menus: menus(setting.commands, typist()),
    personName: (id) => [...setting.people, setting.bot].find((each) => each.id === id)?.name,
    channelName: (id) => setting.channels.find((each) => each.id === id)?.name,
    type: (path) => box.type(path),
    async click(customId, label, values) {
      const given = { message: shown.id, customId, label, ...(values && { values }) }
      const item = view.find(shown.id)
      item?.setAttribute('aria-busy', 'true')
      const outcome = await act('click', given, session.get())
      item?.removeAttribute('aria-busy')
      settle(outcome, item)
    },
    async choose(menu) {
      settle(await act('menu', { name: menu, message: shown.id }, session.get()), view.find(shown.id))
    },
    async dismiss() {
      await act('dismiss', { message: shown.id }, session.get())
      box.focus()
    },
  }
}

/** What came of a click: a form is opened, a failure told under the message, the rest arrives as news. */
function settle(outcome: Outcome, item?: HTMLElement) {
  item?.querySelector('.why')?.remove()
  if (outcome.kind === 'form') open(outcome)
  const why =
    outcome.kind === 'refused'
      ? outcome.why
      : outcome.kind === 'failed'
        ? `This interaction failed.\n\n${outcome.detail}`
        : undefined
  if (why) item?.append(h('p', { class: 'why', role: 'alert' }, why))
}

function open({ form, modal }: Extract<Outcome, { kind: 'form' }>) {
  const reader = {
    locale: session.get().locale,
    personName: () => undefined,
    channelName: () => undefined,
    type() {},
  }
  const acting = session.get()
  openForm(modal, reader, (answers) => act('submit', { form, answers }, acting))
}

const box = composer({
  commands: () => typable(setting.commands, typist()),
  nameable: () => ({
    people: setting.people,
    channels: setting.channels.filter(({ channel }) => channel !== 'dm' && seenChannels().includes(channel)),
  }),
  locale: () => session.get().locale,
  channelName: () => titleOf(session.get().channel),
  say: (content) => act('say', { content }, session.get()),
  async slash(path, texts) {
    const outcome = await act('slash', { path, texts }, session.get())
    if (outcome.kind === 'form') open(outcome)
    return outcome
  },
  async complete(path, texts, focused) {
    const outcome = await act('complete', { path, texts, focused }, session.get())
    return outcome.kind === 'choices'
      ? outcome.choices.map(({ name, value }) => ({ label: name, value }))
      : []
  },
})

// --- What is seen.

const view = channelView()
const live = h('p', { class: 'hidden', role: 'status' })
const title = h('h1')
const topic = h('p', { class: 'topic' })
const places = h('div', { class: 'places' })
const me = h('div', { class: 'me' })
const problems = h('details', { class: 'problems', hidden: true })

const TOPICS: { readonly [Name in ChannelName]: string } = {
  general: 'Where people talk, and ask the registry',
  review: 'For maintainers: what people have sent in arrives here',
  dm: 'What the registry writes to you alone',
}

function draw() {
  const { channel, role } = session.get()
  const here = (channels[channel] ?? []).flatMap((id) => messages.get(id) ?? [])
  for (const { id } of here) read[role].add(id)
  view.show(here, (shown) => messageElement(shown, handOn(shown)))
  title.textContent = titleOf(channel)
  topic.textContent = TOPICS[channel]
  document.title = `${titleOf(channel)} · Playground of the COVID imaging registry`
  drawPlaces()
}

function drawPlaces() {
  const { channel, role } = session.get()
  const links = new Map(
    seenChannels().map((name) => {
      const unread = (channels[name] ?? []).filter((id) => !read[role].has(id)).length
      const link = button('place', titleOf(name), () => session.set({ channel: name }))
      if (name === channel) link.setAttribute('aria-current', 'page')
      if (unread > 0)
        link.append(h('span', { class: 'badge' }, String(unread), h('span', { class: 'hidden' }, ' new')))
      return [name, link]
    }),
  )
  const focused = places.contains(document.activeElement)
  const list = (...names: ChannelName[]) =>
    h('ul', {}, ...names.flatMap((name) => links.get(name) ?? []).map((link) => h('li', {}, link)))
  places.replaceChildren(
    h('h2', {}, 'Text channels'),
    list('general', 'review'),
    h('h2', {}, 'Direct messages'),
    list('dm'),
  )
  if (focused) links.get(channel)?.focus()
}

function choice<Value extends string>(
  label: string,
  options: readonly { readonly value: Value; readonly name: string }[],
  value: string,
  choose: (value: Value) => void,
): HTMLElement {
  const select = h(
    'select',
    {},
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

const NAMES: { readonly [Who in Role]: string } = {
  visitor: 'Visitor',
  second: 'Another visitor',
  maintainer: 'Maintainer',
}

function drawMe() {
  const { role, locale, serverLocale } = session.get()
  const languages = LANGUAGES.map(({ tag, name }) => ({ value: tag, name }))
  const roles = ROLES.map((each) => ({ value: each, name: NAMES[each] }))
  me.replaceChildren(
    h('h2', { class: 'hidden' }, 'You'),
    h(
      'div',
      { class: 'who' },
      avatar(personOf(role).name, false),
      choice('You are', roles, role, (to) => session.set({ role: to })),
    ),
    choice('Your language', languages, locale, (to) => session.set({ locale: to })),
    choice('The server’s language', languages, serverLocale, (to) => session.set({ serverLocale: to })),
  )
}

function showProblems(found: readonly string[]) {
  problems.hidden = found.length === 0
  problems.replaceChildren(
    h('summary', {}, `Discord would refuse this (${found.length})`),
    h('ul', {}, ...found.map((each) => h('li', {}, each))),
  )
}

// --- Three things to try.

function tryCommand(path: string, role: Role) {
  session.set({ role, channel: 'general' })
  box.type(path)
}

async function tryApproving() {
  session.set({ role: 'maintainer', channel: 'review' })
  const approve = await within(1500, () =>
    [...view.element.querySelectorAll<HTMLElement>('button.style-3')].at(-1),
  )
  if (!approve) return box.type('covid-review queue')
  approve.closest('article')?.scrollIntoView()
  approve.focus({ preventScroll: true })
}

/** What is there once the news has come; undefined where it does not in that time. */
async function within<Thing>(
  milliseconds: number,
  find: () => Thing | undefined,
): Promise<Thing | undefined> {
  const end = Date.now() + milliseconds
  while (Date.now() < end) {
    const found = find()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return undefined
}

const link = (path: string, text: string) => h('a', { href: `${setting.registryUrl}${path}` }, text)

const strip = h(
  'aside',
  { class: 'strip', 'aria-label': 'What this is' },
  h(
    'p',
    {},
    h('strong', {}, 'A stand-in for Discord, on this machine. '),
    'Nobody’s account, and nothing leaves it; the registry behind it is the real one. Its pages: ',
    link('/', 'the table'),
    ', ',
    link('/review', 'review'),
    ', ',
    link('/docs', 'API'),
    '.',
  ),
  h(
    'div',
    { class: 'row' },
    h('span', {}, 'Try:'),
    button('button style-1', 'Find ultrasound data', () =>
      tryCommand('covid-data ultrasound', session.get().role),
    ),
    button('button style-1', 'Suggest a data set', () => tryCommand('covid-data submit', 'second')),
    button('button style-1', 'Approve it as maintainer', () => void tryApproving()),
  ),
)

function changed(now: ReturnType<typeof session.get>, before: ReturnType<typeof session.get>) {
  if (now.role !== before.role) attend()
  else if (now.channel !== before.channel || now.locale !== before.locale) view.clear()
  if (now.role !== before.role || now.channel !== before.channel || now.locale !== before.locale) box.clear()
  drawMe()
  draw()
}

setAttributes(document.body, { class: 'page' })
document.body.append(
  strip,
  h(
    'div',
    { class: 'app' },
    h('nav', { 'aria-label': 'Channels' }, h('p', { class: 'server' }, 'Imaging group'), places, me),
    h('main', {}, h('header', {}, title, topic), view.element, problems, box.element),
  ),
  live,
)
attend()
drawMe()
draw()
setInterval(() => refreshTimes(view.element, session.get().locale), 30_000)
