// Every command, button, menu, form and completion, once by HTTP and once by the gateway and the relay, each to a Worker
// with a fresh database of its own: the answers are the same.

import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIInteraction, APIMessage } from 'discord-api-types/v10'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { localKeys } from '../../../bot/cli/keys.ts'
import { DECLARATIONS, FLOWS } from '../../../bot/commands/index.ts'
import { decodeCustomId, encodeCustomId } from '../../../bot/custom-id.ts'
import { type Gateway, openGateway, TIMES } from '../../../bot/gateway/gateway.ts'
import { LANGUAGES } from '../../../bot/languages/index.ts'
import { appointMaintainer } from '../../../worker/cli/local/database.ts'
import { freePort } from '../../../worker/cli/local/ports.ts'
import {
  autocomplete,
  componentClick,
  modalSubmit,
  slashCommand,
} from '../../discord/protocol/interactions.ts'
import { postedMessage } from '../../discord/protocol/messages.ts'
import { BOT_TOKEN, MAINTAINER, newSnowflake } from '../../discord/protocol/people.ts'
import { base, type Scene } from '../../discord/protocol/scenes.ts'
import { bootRegistry, type LocalRegistry } from '../../playground/boot.ts'
import type { Received } from '../../playground/chat/conversation.ts'
import { send } from '../../playground/send.ts'
import { openStandIn, type StandIn } from '../../playground/stand-in.ts'
import { copyMigrated, removeFolder } from '../../support/state.ts'
import { filledIn, normal, targetsOf } from './same.ts'
import { ELSEWHERE, STEPS, type Step } from './steps.ts'

/** One way to the Worker and back. */
interface Way {
  readonly registry: LocalRegistry
  readonly standIn: StandIn
  send(interaction: APIInteraction): Promise<Received>
}

let folder: string
let ways: readonly Way[] = []
let relay: Gateway | undefined
const faults: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'registry-'))
  const keys = localKeys(folder)
  const homes = [join(folder, 'http'), join(folder, 'gateway')] as const
  await copyMigrated(homes[0])
  await appointMaintainer(MAINTAINER, homes[0])
  cpSync(homes[0], homes[1], { recursive: true })
  const boot = async (persistTo: string) => bootRegistry(keys, { port: await freePort(), persistTo })
  // One after the other: other tests start a Worker at the same time.
  const http = await boot(homes[0])
  const gateway = await boot(homes[1])
  const [standIn, other] = [openStandIn(http.discordUrl), openStandIn(gateway.discordUrl)]
  ways = [
    { registry: http, standIn, send: (interaction) => send(http.url, keys, standIn, interaction) },
    // By HTTP nothing would get anywhere there.
    { registry: gateway, standIn: other, send: (sent) => send('none', keys, other, unhurried(sent)) },
  ]
  relay = openGateway(
    { workerUrl: gateway.url, keys, botToken: BOT_TOKEN, api: `${gateway.discordUrl}/api` },
    { print: () => {}, warn: (line) => faults.push(line) },
    // By HTTP the Worker alone has to hurry.
    { ...TIMES, deferral: 20_000, sentence: 20_000, worker: 60_000 },
  )
  await relay.start()
})

afterAll(async () => {
  await relay?.stop()
  await Promise.all(ways.map(({ registry }) => registry.stop()))
  removeFolder(folder)
})

/** As of later: that Discord waits for 3 seconds is tried elsewhere, and a busy machine may take longer. */
const unhurried = (sent: APIInteraction): APIInteraction => ({
  ...sent,
  id: newSnowflake(Date.now() + 600_000),
})

type Both = readonly Received[]

/** Each way has ids of its own, so each has an interaction of its own made for it. */
async function both(build: (way: number) => APIInteraction, tries = 10): Promise<Both> {
  const answers = await Promise.all(ways.map(async (way, at) => way.send(build(at))))
  // A busy machine may be too late for what can't be put off. That changes nothing: it is asked again.
  if (tries > 1 && answers.some(isLate)) return both(build, tries - 1)
  const [byHttp, byGateway] = answers.map(normal)
  expect(byGateway).toEqual(byHttp)
  return answers
}

const LATE = Object.values(LANGUAGES).map(({ general }) => general.late)

/** Of a form a sentence, of a completion what was typed. */
const isLate = ({ response }: Received) =>
  response.type === 8
    ? response.data.choices?.every(({ value }) => value === TYPED) === true
    : LATE.some((sentence) => JSON.stringify(response).includes(sentence))

const TYPED = 'covid'

/** What of each kind was tried: `click:list`, `form:report`. */
const tried = new Set<string>()

const messageOf = (answers: Both, way: number): APIMessage | undefined => answers[way]?.message

/** Clicks what an answer has to click, fills in the form that opens, and goes on with what that brings. */
async function explore(answers: Both, scene: Scene, clicks?: readonly string[]): Promise<void> {
  for (const [at, { action, values }] of targetsOf(messageOf(answers, 0)).entries()) {
    if (clicks ? !clicks.includes(action) : tried.has(`click:${action}`)) continue
    tried.add(`click:${action}`)
    const others = clicks?.filter((each) => each !== action)
    const clicked = await both((way) => clickAt(messageOf(answers, way), at, scene))
    // Discord's client sends nothing where the choice is the one before: a form that was closed would never open again.
    if (values) expect(clicked.map(({ response }) => response.type)).not.toContain(9)
    await follow(clicked, { scene, on: answers, clicks: others })
  }
}

function clickAt(message: APIMessage | undefined, at: number, scene: Scene) {
  const target = targetsOf(message)[at]
  if (!message || !target) throw new Error('What one way shows the other does too.')
  return componentClick({ message, ...target }, { ...scene, channelId: message.channel_id })
}

interface Following {
  readonly scene: Scene
  /** What was there before. */
  readonly on?: Both
  readonly clicks?: readonly string[] | undefined
  readonly typed?: Step['typed']
}

async function follow(answers: Both, { scene, on, clicks, typed }: Following): Promise<void> {
  noteReferences(answers)
  const forms = answers.map(({ response }) => (response.type === 9 ? response.data : undefined))
  const [form] = forms
  if (!form) return explore(answers, scene, clicks)
  tried.add(`form:${decodeCustomId(form.custom_id)?.action}`)
  const given = filledIn(form, typed)
  const sent = await both((way) => modalSubmit(forms[way] ?? form, given, on && messageOf(on, way), scene))
  noteReferences(sent)
  return explore(sent, scene, clicks)
}

/** The reference of the latest submission of each, which cards tell. */
const references: string[] = []
function noteReferences(answers: Both): void {
  for (const [way, answer] of answers.entries()) {
    const [reference] = /S-[0-9A-Z]{5}/.exec(JSON.stringify(answer.message ?? '')) ?? []
    if (reference) references[way] = reference
  }
}

async function take({ path, values = {}, clicks, typed, ...scene }: Step): Promise<void> {
  const given = typeof values === 'function' ? values : () => values
  const answers = await both((way) => slashCommand(path, given(references[way] ?? 'none'), scene))
  await follow(answers, { scene, clicks, typed })
}

const menus = DECLARATIONS.flatMap((declared) => (declared.type === 3 ? [declared.name] : []))
const subcommands = DECLARATIONS.flatMap((declared) =>
  'options' in declared
    ? (declared.options ?? []).map((option) => ({ path: `${declared.name} ${option.name}`, option }))
    : [],
)

/** An option of a subcommand that is completed. */
const completed = subcommands.flatMap(({ path, option }) =>
  'options' in option
    ? (option.options ?? []).flatMap((inner) =>
        'autocomplete' in inner && inner.autocomplete ? [{ path, name: inner.name }] : [],
      )
    : [],
)

it('every command has a step', () => {
  expect(new Set(STEPS.map(({ path }) => path))).toEqual(new Set(subcommands.map(({ path }) => path)))
})

it.each(STEPS)('$path', take)

it.each(completed)('$path completes $name', async ({ path, name }) => {
  const [answer] = await both(() => autocomplete(path, name, { [name]: TYPED }))
  expect(answer?.response).toMatchObject({ type: 8, data: { choices: expect.any(Array) } })
})

const LINK = 'https://zenodo.org/records/3999999'
const inMessages = menus.flatMap((name) => [
  { name, content: `See ${LINK}` },
  { name, content: `See ${LINK} and https://zenodo.org/records/3999998` },
])

it.each(inMessages)('$name, in the menu of a message: $content', async ({ name, content }) => {
  const message = postedMessage({ content }, slashCommand('x'))
  const answers = await both(() => ({
    ...base(2, {}),
    data: {
      id: '1170000000000000401',
      name,
      type: 3,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    },
  }))
  await follow(answers, { scene: {} })
})

it.each(ELSEWHERE)('$action, on a card of another time', async (state) => {
  tried.add(`click:${state.action}`)
  const message = postedMessage({ flags: 32768, components: [] }, slashCommand('x'))
  await both(() => componentClick({ message, customId: encodeCustomId(state) }, { person: MAINTAINER }))
})

it('nothing that the bot answers was left out', () => {
  const all = FLOWS.flatMap(({ components = {}, modals = {} }) => [
    ...Object.keys(components).map((action) => `click:${action}`),
    ...Object.keys(modals).map((action) => `form:${action}`),
  ])
  expect(all.filter((each) => !tried.has(each))).toEqual([])
})

it('and Discord had nothing to complain of', async () => {
  for (const { standIn } of ways) expect(await standIn.problems()).toEqual([])
  expect(faults).toEqual([])
})
