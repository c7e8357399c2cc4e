// A story in chat, of which each trip of each interaction to the database fails, loses its answer or stalls, in turn: it is
// answered by the result or by a sentence, nobody is left with a bot that thinks, and in the end the registry and all
// answers are as without any fault.

import { env } from 'cloudflare:workers'
import type { APIInteraction, APIInteractionResponse, APIMessage } from 'discord-api-types/v10'
import { afterEach, expect, it, vi } from 'vitest'
import { isReading } from '../../../bot/commands/handler.ts'
import { encodeCustomId } from '../../../bot/custom-id.ts'
import { LIMITS } from '../../../bot/deferral.ts'
import { app } from '../../../worker/app.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { componentClick, slashCommand } from '../../discord/protocol/interactions.ts'
import { type AnswerableInteraction, postedMessage, updatedMessage } from '../../discord/protocol/messages.ts'
import { MAINTAINER, VISITOR } from '../../discord/protocol/people.ts'
import { CANDIDATES } from '../../process/transports/candidates.ts'
import { normal } from '../../process/transports/same.ts'
import { ELSEWHERE, STEPS } from '../../process/transports/steps.ts'
import { type Ask, IN_MESSAGES, openStory } from '../../process/transports/story.ts'
import { signed } from '../../support/discord.ts'
import { countedTrips, type Fault, faultText, faultyDatabase } from '../../support/faults/faulty-database.ts'
import { secretsIn } from '../../support/faults/secrets-in.ts'
import { applyEveryRelease } from '../../support/releases.ts'
import { requestOf } from '../../support/request-of.ts'
import { begin } from '../registry/backup/used-registry.ts'
import { brokenInvariants } from '../registry/courses/invariants.ts'
import { rows } from '../registry/submissions.ts'

const unlimited = { limit: async () => ({ success: true }) }
const settings = {
  ...env,
  ...{ PUBLIC_URL: 'https://registry.example', CONTACT_EMAIL: 'host@registry.example' },
  ...{ SUBMISSION_BURST: unlimited, READ_BURST: unlimited },
}

/** What is sent to Discord after the answer. */
let followUps: { readonly method: string; readonly body: string }[] = []
const { fetch: fetchOutside } = globalThis
vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
  const request = new Request(input, init)
  if (request.url.startsWith(env.OUTSIDE_URL)) return fetchOutside(request)
  followUps.push({ method: request.method, body: await request.text() })
  return Response.json({ id: '1', channel_id: '2' })
})
const logged: string[] = []
/** The tokens of all interactions: each answers for a quarter of an hour. */
const tokens: string[] = []
vi.spyOn(console, 'error').mockImplementation((...line) => void logged.push(line.join(' ')))
afterEach(() => void vi.useRealTimers())

/** Sends an interaction. What goes on after the answer is in `later`. */
async function send(interaction: APIInteraction, DB: D1Database = env.DB) {
  const body = JSON.stringify(interaction)
  tokens.push(interaction.token)
  const later: Promise<unknown>[] = []
  const context = {
    waitUntil: (work: Promise<unknown>) => void later.push(work),
    passThroughOnException() {},
  }
  const request = { method: 'POST', body, headers: await signed(body) }
  const answer = await app.request(
    'https://registry.example/interactions',
    request,
    { ...settings, DB },
    {
      ...context,
      props: {},
    },
  )
  expect(answer.status).toBe(200)
  return { response: await answer.json<APIInteractionResponse>(), later: () => Promise.all(later) }
}

const FAULTS_OF_OURS = /Something went wrong|schiefgegangen/

const found: string[] = []
/** What the person is answered at last, with this fault. */
async function tryFault(
  interaction: APIInteraction,
  at: number,
  fault: Fault,
): Promise<APIInteractionResponse> {
  const { DB, reached } = faultyDatabase(env.DB, at, fault)
  const name = `trip ${at} ${faultText(fault)}`
  followUps = []
  if (fault.ends === 'fails') {
    const { response } = await send(interaction, DB)
    judge(interaction, name, response)
    return response
  }
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const sending = send(interaction, DB)
  await Promise.race([reached, sending])
  await vi.advanceTimersByTimeAsync(2600)
  const { response: first, later } = await sending
  await vi.advanceTimersByTimeAsync(7000)
  await later()
  vi.useRealTimers()
  const response = followed(first)
  judge(interaction, name, response)
  return response
}

/** The answer after a deferral, as it would have come in time: of a bot that thinks for ever there is none. */
function followed(first: APIInteractionResponse): APIInteractionResponse {
  if (first.type !== 5 && first.type !== 6) return first
  const [followUp] = followUps
  if (!followUp || followUps.length > 1) throw new Error(`It was followed up ${followUps.length} times.`)
  const data = JSON.parse(followUp.body)
  if (first.type === 6 && followUp.method === 'PATCH') return { type: 7, data }
  const kept = first.type === 5 ? (first.data?.flags ?? 0) : 0
  return { type: 4, data: { ...data, flags: (data.flags ?? 0) | kept } }
}

function judge(interaction: APIInteraction, fault: string, response: APIInteractionResponse) {
  const answer = JSON.stringify(response)
  if (!FAULTS_OF_OURS.test(answer)) return
  const asked = JSON.stringify('data' in interaction ? interaction.data : '')
  found.push(`${fault}: ${asked} ${answer} ${logged.at(-1)}`.slice(0, 900))
}

/** What is tried of an interaction that makes these trips: a trip that only reads may as well be lost as fail. */
function faultsOf({ trips, isWrite }: Trips, n: number, isReader: boolean) {
  const all = Array.from({ length: trips() }, (_, index) => index + 1)
  const lost = all.filter(isWrite).flatMap((at) => [
    { at, fault: { ends: 'fails', isDone: true } as const },
    { at, fault: { ends: 'stalls', isDone: true } as const },
  ])
  return [
    ...all.map((at) => ({ at, fault: { ends: 'fails', isDone: false } as const })),
    ...(isReader
      ? []
      : all.slice(0, 1).map((at) => ({ at, fault: { ends: 'stalls', isDone: false } as const }))),
    // Which of them meets what is not written yet.
    ...(n % 2 === 0 ? lost : lost.toReversed()),
  ]
}

const messageOf = (interaction: APIInteraction, response: APIInteractionResponse): APIMessage | undefined => {
  if (response.type === 4) return postedMessage(response.data, interaction as AnswerableInteraction)
  if (response.type !== 7 || !('message' in interaction) || !interaction.message) return undefined
  return updatedMessage(interaction.message, response.data ?? {})
}

type Trips = Omit<ReturnType<typeof countedTrips>, 'DB'>

/** All that is said and written in the story: each interaction is sent once, after what is tried with it. */
async function run(before: (interaction: APIInteraction, n: number) => Promise<APIInteractionResponse[]>) {
  await begin()
  await applyEveryRelease()
  await createRegistry(env.DB).addMaintainer('console', MAINTAINER.id, MAINTAINER.globalName)
  await createRegistry(env.DB).offerCandidates(CANDIDATES, { isWhole: true })
  const answers: (readonly string[])[] = []
  const trips: Trips[] = []
  const ask: Ask = async (build) => {
    const interaction = build(0)
    const earlier = await before(interaction, answers.length)
    const { DB, ...counted } = countedTrips(env.DB)
    const { response } = await send(interaction, DB)
    const received = (response: APIInteractionResponse) => ({
      response,
      message: messageOf(interaction, response),
    })
    // No two stories share numbers.
    answers.push(
      [...earlier, response].map((one) =>
        JSON.stringify(normal(received(one))).replaceAll(/\b40000\d\d\b/g, 'number'),
      ),
    )
    trips.push(counted)
    return [received(response)]
  }
  const story = openStory(ask)
  for (const step of STEPS) await story.take(step)
  for (const menu of IN_MESSAGES) await story.chooseInMessage(menu)
  for (const state of ELSEWHERE) {
    story.tried(`click:${state.action}`)
    const message = postedMessage({ flags: 32768, components: [] }, slashCommand('x'))
    await ask(() => componentClick({ message, customId: encodeCustomId(state) }, { person: MAINTAINER }))
  }
  expect(story.untried()).toEqual([])
  const tables = ['submissions', 'changes', 'deliveries', 'people', 'drafts', 'watches', 'maintainer_actions']
  const counts = await rows(
    `select ${tables.map((table) => `(select count(*) from ${table}) as ${table}`).join()}`,
  )
  // Releases are written in Node, which has other names of some countries than workerd.
  const { 'columns of versions are those of the record': _, ...broken } = await brokenInvariants()
  expect(broken).toEqual({})
  return { answers, trips, counts }
}

it('is as without faults', async () => {
  const whole = await run(async () => [])
  Object.assign(LIMITS, { deferral: 2000, sentence: 2600 })
  let tried = 0
  const faulty = await run(async (interaction, n) => {
    const answers: APIInteractionResponse[] = []
    const trips = whole.trips[n]
    if (!trips) throw new Error('There are more interactions than without faults.')
    for (const { at, fault } of faultsOf(trips, n, isReading(requestOf(interaction)))) {
      answers.push(await tryFault(interaction, at, fault))
      tried += 1
    }
    return answers
  })
  expect(found).toEqual([])
  expect(logged.length).toBeGreaterThan(100)
  expect(secretsIn(logged, [...tokens, VISITOR.id, VISITOR.globalName])).toEqual([])
  expect(tried).toBeGreaterThan(400)
  expect(faulty.counts).toEqual(whole.counts)
  // Once it was answered so, whatever is answered to a repeat.
  const unanswered = whole.answers.flatMap(([expected = ''], n) =>
    faulty.answers[n]?.includes(expected) ? [] : [[expected, faulty.answers[n]]],
  )
  expect(unanswered).toEqual([])
})
