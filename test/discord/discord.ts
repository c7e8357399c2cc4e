// A Discord for the bot to talk to: requests in, answers out, nothing but web standards in between.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Keys } from '../../bot/cli/keys.ts'
import type { Application } from './call.ts'
import { openCdn } from './cdn.ts'
import { control } from './control.ts'
import { Dropped, type Fault, faultyAnswer, planFaults } from './faults.ts'
import { createGateway } from './gateway/gateway.ts'
import { AUTHORIZE, authorize } from './oauth/authorize.ts'
import { sentMessage } from './protocol/messages.ts'
import { APPLICATION_ID, asUser, BOT_TOKEN, CLIENT_SECRET } from './protocol/people.ts'
import { Refusal } from './refusal.ts'
import { answered, openInteraction } from './rest/answers.ts'
import { routed, withRateLimit } from './rest/api.ts'
import type { Mistake, Received, StandInDiscord } from './stand-in.ts'
import { keep, messagesIn, newState } from './state.ts'

export interface Settings {
  readonly applicationId?: string
  readonly botToken?: string
  readonly clientSecret?: string
  /** Where people may be led back to, as an application's page at Discord lists it; none unless it is given. */
  readonly redirectUri?: string
  /** What is sent to the application's endpoint is signed with; without them it can have none. */
  readonly keys?: Keys
  /** How often clients of the gateway give a sign of life, in milliseconds. */
  readonly heartbeat?: number
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** A request on its way. What is wrong with it is noted where it arrived: a reset meanwhile begins another list. */
interface Arrived {
  readonly request: Request
  readonly path: string
  readonly noted: Mistake[]
}

/** What Discord itself asks for. */
const HEARTBEAT = 41_250

export function createDiscord(settings: Settings = {}): StandInDiscord {
  const { applicationId = APPLICATION_ID, now = Date.now } = settings
  const application: Application = {
    botToken: BOT_TOKEN,
    clientSecret: CLIENT_SECRET,
    redirectUri: undefined,
    keys: undefined,
    ...settings,
    id: applicationId,
  }
  const faults = planFaults()
  const cdn = openCdn()
  let state = newState(applicationId, now)
  let received: Received[] = []
  let mistakes: Mistake[] = []
  let isDown = false
  const gateway = createGateway({
    application,
    state: () => state,
    heartbeat: settings.heartbeat ?? HEARTBEAT,
    mistake: (what) => mistakes.push({ method: 'WebSocket', path: '/gateway', problems: [what] }),
  })

  async function answer({ request, path, noted }: Arrived): Promise<Response> {
    try {
      const call = { state, application, request, query: new URL(request.url).searchParams }
      return await (path === AUTHORIZE ? authorize(call) : routed(call, path))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { mistakes: problems } = error
      if (problems.length > 0) noted.push({ method: request.method, path, problems })
      return error.response()
    }
  }

  async function befallen(arrived: Arrived, fault: Fault | undefined): Promise<Response> {
    if (fault?.type === 'drop') throw new Dropped()
    if (fault?.type === 'latency') await sleep(fault.milliseconds)
    const response = (fault && faultyAnswer(fault)) ?? (await answer(arrived))
    if (fault?.type === 'loseAnswer') throw new Dropped()
    return response
  }

  const discord: StandInDiscord = {
    async fetch(request) {
      const path = pathOf(request)
      if (path.startsWith('/stand-in/')) return control(discord, request, path)
      const file = cdn.answer(request)
      if (file) return file
      // What is given up beforehand is never sent.
      request.signal.throwIfAborted()
      const entry: Received = { method: request.method, path, status: 0 }
      received.push(entry)
      const fault: Fault | undefined = isDown ? { type: 'drop' } : faults.take(request.method, path)
      const response = await orAborted(befallen({ request, path, noted: mistakes }, fault), request.signal)
      entry.status = response.status
      return withRateLimit(response, request.method, path, now())
    },
    faults,
    gateway,
    cdn,
    down(down) {
      isDown = down
    },
    messagesIn: (channel) => messagesIn(state, channel, true),
    messagesTo(person) {
      const channel = [...state.channels.values()].find(({ recipient }) => recipient === person)
      return channel ? messagesIn(state, channel.id, true) : []
    },
    requests: () => received,
    problems: () => mistakes,
    person(id, { acceptsDirectMessages }) {
      if (acceptsDirectMessages) state.closed.delete(id)
      else state.closed.add(id)
    },
    channel(id, { access }) {
      state.channels.set(id, { ...state.channels.get(id), id, access })
    },
    interaction(interaction, response) {
      const open = openInteraction(state, interaction)
      if (response) answered(state, open, response)
      return open.original?.message
    },
    findInteraction(id) {
      for (const { interaction } of state.open.values())
        if (interaction.id === id && interaction.type !== 4) return interaction
      return undefined
    },
    write(person, channel, content) {
      const message = sentMessage({ content }, channel, state.newId(), now())
      return keep(state, { ...message, author: asUser(person) }).message
    },
    reset() {
      state = newState(applicationId, now)
      faults.clear()
      gateway.reset()
      received = []
      mistakes = []
      isDown = false
    },
  }
  return discord
}

/** Some clients write `@me` as `%40me`. */
const pathOf = (request: Request) => new URL(request.url).pathname.replaceAll('%40', '@')

/** Who does not want to wait any longer hears so at once, while the work goes on: the other side knows nothing of it. */
function orAborted(work: Promise<Response>, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason)
    signal.addEventListener('abort', giveUp)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}
