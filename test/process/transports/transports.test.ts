// Every command, button, menu, form and completion, once by HTTP and once by the gateway and the relay, each to a Worker
// with a fresh database of its own: the answers are the same.

import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIInteraction } from 'discord-api-types/v10'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { localKeys } from '../../../bot/cli/keys.ts'
import { DECLARATIONS } from '../../../bot/commands/index.ts'
import { encodeCustomId } from '../../../bot/custom-id.ts'
import { type Gateway, openGateway, TIMES } from '../../../bot/gateway/gateway.ts'
import { LANGUAGES } from '../../../bot/languages/index.ts'
import { appointMaintainer } from '../../../worker/cli/local/database.ts'
import { freePort } from '../../../worker/cli/local/ports.ts'
import { autocomplete, componentClick, slashCommand } from '../../discord/protocol/interactions.ts'
import { postedMessage } from '../../discord/protocol/messages.ts'
import { BOT_TOKEN, MAINTAINER, newSnowflake } from '../../discord/protocol/people.ts'
import { bootRegistry, type LocalRegistry } from '../../playground/boot.ts'
import type { Received } from '../../playground/chat/conversation.ts'
import { send } from '../../playground/send.ts'
import { openStandIn, type StandIn } from '../../playground/stand-in.ts'
import { copyMigrated, removeFolder } from '../../support/state.ts'
import { offerCandidates } from './offered.ts'
import { normal } from './same.ts'
import { ELSEWHERE, STEPS } from './steps.ts'
import { IN_MESSAGES, openStory } from './story.ts'

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
  offerCandidates(homes[0])
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
    ? response.data.choices?.length === 1 && response.data.choices[0]?.value === TYPED
    : LATE.some((sentence) => JSON.stringify(response).includes(sentence))

const TYPED = 'covid'

const story = openStory((build) => both(build))

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

it.each(STEPS)('$path', story.take)

it.each(completed)('$path completes $name', async ({ path, name }) => {
  const [answer] = await both(() => autocomplete(path, name, { [name]: TYPED }))
  expect(answer?.response).toMatchObject({ type: 8, data: { choices: expect.any(Array) } })
})

it.each(IN_MESSAGES)('$name, in the menu of a message: $content', story.chooseInMessage)

it.each(ELSEWHERE)('$action, on a card of another time', async (state) => {
  story.tried(`click:${state.action}`)
  const message = postedMessage({ flags: 32768, components: [] }, slashCommand('x'))
  await both(() => componentClick({ message, customId: encodeCustomId(state) }, { person: MAINTAINER }))
})

it('nothing that the bot answers was left out', () => {
  expect(story.untried()).toEqual([])
})

it('and Discord had nothing to complain of', async () => {
  for (const { standIn } of ways) expect(await standIn.problems()).toEqual([])
  expect(faults).toEqual([])
})
