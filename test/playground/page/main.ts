// The page: who one is and where, what is said there, and the box to say something.

import type { Answers } from '../../discord/protocol/modal-answers.ts'
import type { ChannelName, Role } from '../../discord/protocol/roles.ts'
import type { Acting, News, Outcome, Requests, ShownMessage } from '../server/protocol.ts'
import { channelView } from './channel.ts'
import { composer } from './composer/composer.ts'
import { menus, typable } from './composer/picker.ts'
import { h } from './dom.ts'
import { openInbox } from './inbox.ts'
import { type FilledForm, openForm } from './message/form.ts'
import { type MessageHand, messageElement, spoken } from './message/message.ts'
import { refreshTimes } from './message/text.ts'
import { placeOf } from './place.ts'
import { act, readSetting } from './server.ts'
import { openSession } from './session.ts'
import { sidebar } from './sidebar.ts'
import { strip } from './welcome-bar.ts'

const setting = await readSetting()
const place = placeOf(setting)
const session = openSession(setting, changed)
const inbox = openInbox(showNews)
const view = channelView()
const side = sidebar(setting.languages, session, place, inbox)

const title = h('h1')
const topic = h('p', { class: 'topic' })
/** For who does not see what is new. */
const live = h('p', { class: 'hidden', role: 'status' })
const problems = h('details', { class: 'problems', hidden: true })

const TOPICS: { readonly [Name in ChannelName]: string } = {
  general: 'Where people talk, and ask the registry',
  review: 'For maintainers: what people have sent in arrives here',
  dm: 'What the registry writes to you alone',
}

const box = composer({
  commands: () => typable(setting.commands, place.typist(session.get())),
  nameable: () => place.nameable(session.get().role),
  locale: () => session.get().locale,
  channelName: () => place.title(session.get().channel),
  say: (content) => act('say', { content }, session.get()),
  async slash(path, texts) {
    const outcome = await act('slash', { path, texts }, session.get())
    if (outcome.kind === 'form') fillIn(outcome, session.get())
    return outcome
  },
  async complete(path, texts, focused) {
    const outcome = await act('complete', { path, texts, focused }, session.get())
    return outcome.kind === 'choices'
      ? outcome.choices.map(({ name, value }) => ({ label: name, value }))
      : []
  },
})

function draw() {
  const { channel, role } = session.get()
  const me = place.person(role)
  view.show(
    inbox.look(channel),
    (shown) => messageElement(shown, handOn(shown)),
    ({ author, answers }) => author.id === me.id || answers?.who === me.name,
  )
  title.textContent = place.title(channel)
  topic.textContent = TOPICS[channel]
  document.title = `${place.title(channel)} · Playground of the COVID imaging registry`
  side.drawChannels()
}

function showNews(news: News, fresh: ReadonlyMap<ChannelName, readonly ShownMessage[]>) {
  draw()
  const { channel, role } = session.get()
  const sentences = [...fresh].flatMap(([name, messages]) => {
    const others = messages.filter(({ author }) => author.id !== place.person(role).id)
    if (name === channel)
      return others.flatMap((shown) => {
        const element = view.find(shown.id)
        return element ? spoken(shown, element) : []
      })
    return others.length > 0 && inbox.unseen(name) > 0 ? [`New in ${place.title(name)}`] : []
  })
  if (sentences.length > 0) live.textContent = sentences.join('. ')
  problems.hidden = news.problems.length === 0
  problems.replaceChildren(
    h('summary', {}, `What Discord would not have accepted (${news.problems.length})`),
    h('ul', {}, ...news.problems.map((each) => h('li', {}, each))),
  )
}

function changed(now: Acting, before: Acting) {
  const isElsewhere = now.role !== before.role || now.channel !== before.channel
  if (isElsewhere || now.locale !== before.locale) {
    view.clear()
    box.clear()
  }
  if (now.role !== before.role) inbox.open(now.role)
  side.drawPerson()
  draw()
}

function handOn(shown: ShownMessage): MessageHand {
  const acting = session.get()
  /** Does it, one thing at a time, and tells under the message where it came to nothing; the rest arrives as news. */
  async function doing<Name extends 'click' | 'menu'>(name: Name, request: Requests[Name]) {
    const item = view.find(shown.id)
    if (item?.ariaBusy) return
    item?.setAttribute('aria-busy', 'true')
    const outcome = await act(name, request, session.get())
    item?.removeAttribute('aria-busy')
    item?.querySelector(':scope > .why')?.remove()
    if (outcome.kind === 'form') fillIn(outcome, session.get())
    if (outcome.kind !== 'refused' && outcome.kind !== 'failed') return
    const text = outcome.kind === 'refused' ? outcome.why : `This interaction failed\n${outcome.detail}`
    const why = h('p', { class: 'why', role: 'alert' }, text)
    item?.append(why)
    why.scrollIntoView({ block: 'nearest' })
  }
  return {
    ...readerIn(acting),
    menus: menus(setting.commands, place.typist(acting)),
    click: (customId, values) => doing('click', { message: shown.id, customId, ...(values && { values }) }),
    choose: (menu) => doing('menu', { name: menu, message: shown.id }),
    dismiss() {
      box.focus()
      return act('dismiss', { message: shown.id }, session.get())
    },
  }
}

const readerIn = ({ locale }: Acting) => ({
  locale,
  personName: place.personName,
  channelName: place.channelName,
  type: (path: string) => box.type(path),
})

function fillIn({ form, modal }: Extract<Outcome, { kind: 'form' }>, acting: Acting) {
  openForm(modal, readerIn(acting), async (filled) => {
    const answers: Record<string, Answers[string]> = {}
    for (const [id, answer] of Object.entries(filled)) {
      const uploaded = await uploadedIn(answer, acting)
      if ('kind' in uploaded) return uploaded
      answers[id] = uploaded.answer
    }
    return act('submit', { form, answers }, acting)
  })
}

/** An answer with its files uploaded; the outcome of an upload that failed. */
async function uploadedIn(answer: FilledForm[string], acting: Acting) {
  if (typeof answer !== 'object') return { answer }
  const values: string[] = []
  for (const one of answer) {
    if (typeof one === 'string') values.push(one)
    else {
      const outcome = await act('upload', { name: one.name, content: await base64Of(one) }, acting)
      if (outcome.kind !== 'uploaded') return outcome
      values.push(outcome.id)
    }
  }
  return { answer: values }
}

const base64Of = async (file: File) =>
  btoa(Array.from(new Uint8Array(await file.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''))

function tryCommand(path: string, role: Role) {
  session.set({ role, channel: 'general' })
  box.type(path)
}

/** To the newest card that can be approved, once it is there; without any, to the list of what waits. */
async function tryApproving() {
  session.set({ role: 'maintainer', channel: 'review' })
  const here = session.get()
  await inbox.opened()
  // What was sent a moment ago may still be on its way.
  const end = Date.now() + 1500
  while (session.get() === here && Date.now() < end) {
    const approve = [...view.element.querySelectorAll<HTMLElement>('button.style-3')].at(-1)
    if (approve) {
      approve.closest('article')?.scrollIntoView()
      return approve.focus({ preventScroll: true })
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  if (session.get() === here) box.type('covid-review queue')
}

document.body.append(
  strip(setting.registryUrl, {
    find: () => tryCommand('covid-data ultrasound', session.get().role),
    // Who decides about others' suggestions is not who sends this one.
    suggest: () => {
      const { role } = session.get()
      tryCommand('covid-data submit', role === 'maintainer' ? 'visitor' : role)
    },
    approve: () => void tryApproving(),
  }),
  h(
    'div',
    { class: 'app' },
    side.element,
    h('main', {}, h('header', {}, title, topic), view.element, problems, box.element),
  ),
  live,
)
inbox.open(session.get().role)
side.drawPerson()
draw()
setInterval(() => refreshTimes(view.element, session.get().locale), 30_000)
