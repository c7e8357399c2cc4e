// The relay itself: a discord.js Client that hears of interactions, from its start to its end.

import { Client, Events, GatewayDispatchEvents, Options, type REST, Routes } from 'discord.js'
import * as z from 'zod/mini'
import { Failure } from '../cli/failure.ts'
import { LIMITS, type Limits } from '../deferral.ts'
import { withTimeout } from '../timeout.ts'
import { FIRST, openAnswers } from './discord.ts'
import { openHealth } from './health.ts'
import { relay } from './relay.ts'
import { endSentence, loginSentence } from './sentences.ts'
import { type Settings, VERSION } from './settings.ts'
import { checkWorker, openWorker } from './worker.ts'

/** In milliseconds. */
export interface Times extends Limits {
  /** How long the Worker may take. */
  readonly worker: number
  /** How long what is in flight may take once an end is asked for. */
  readonly ending: number
  /** How often there is a line on how it goes. */
  readonly line: number
}

/** An end waits for all that can still come: a deferral, Discord's word on it, and what has to follow. */
export const TIMES: Times = {
  ...LIMITS,
  worker: 15_000,
  ending: LIMITS.deferral + FIRST + LIMITS.delivery,
  line: 60_000,
}

export interface Sentence {
  /** For people, and lines of JSON for whoever watches. */
  print(line: string): void
  /** What went wrong. */
  warn(line: string): void
}

export interface Gateway {
  /** Resolves once it hears of interactions; rejects with a `Failure` where it can't. */
  start(): Promise<void>
  /** Says goodbye to Discord, and resolves once what is in flight is done, or took too long. */
  stop(): Promise<void>
  /** Resolves with a sentence when Discord has ended it for good. */
  readonly ended: Promise<string>
}

/** Of what Discord sends along, nothing is looked at twice. */
const KEPT = {
  MessageManager: 0,
  UserManager: 0,
  GuildMemberManager: 0,
  ReactionManager: 0,
  ThreadManager: 0,
}

export function openGateway(settings: Settings, said: Sentence, times: Times = TIMES): Gateway {
  const { workerUrl, keys, botToken, api } = settings
  const client = new Client({
    // Interactions come without any.
    intents: [],
    rest: { api, version: VERSION, timeout: 5000 },
    // One process, with as many shards as Discord asks for: one, up to some 2,500 servers.
    shards: 'auto',
    makeCache: Options.cacheWithLimits(KEPT),
  })
  const worker = openWorker(workerUrl, keys, times.worker)
  const discord = openAnswers(api)
  let isConnected = false
  const health = openHealth(said.print, () => {
    const { ping } = client.ws
    return { isConnected, pingMs: ping >= 0 ? Math.round(ping) : null }
  })
  const onFault = (fault: string, interaction: string) =>
    said.warn(JSON.stringify({ at: new Date().toISOString(), event: 'fault', interaction, fault }))

  const inFlight = new Set<Promise<void>>()
  const isNew = newcomers()
  let isStopping = false
  let stopLines = () => {}

  // As Discord sent it, before discord.js makes something of it.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (raw: { readonly id: string }) => {
    if (!isNew(raw.id)) return
    const done = health.began()
    const isReplayed = !isConnected
    const work: Promise<void> = relay(raw, { worker, discord, limits: times, isReplayed, onFault })
      .then(done)
      .finally(() => inFlight.delete(work))
    inFlight.add(work)
  })

  /** What went wrong since there was a connection: each try of the next may fail in the same way. */
  let told = ''
  function connected(event: string): void {
    isConnected = true
    told = ''
    health.event(event)
  }
  client.on(Events.ShardReady, () => connected('ready'))
  client.on(Events.ShardResume, () => connected('resumed'))
  client.on(Events.ShardReconnecting, () => {
    // Said once, however often it is tried to connect again.
    const isNews = isConnected && !isStopping
    isConnected = false
    if (isNews) health.event('disconnected')
  })
  client.on(Events.ShardError, ({ message }) => {
    if (isStopping || message === told) return
    told = message
    said.warn(JSON.stringify({ at: new Date().toISOString(), event: 'error', fault: message }))
  })

  const ended = new Promise<string>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(endSentence(code)))
  })

  return {
    ended,
    async start() {
      said.print(`The relay signs with the key whose public part is ${keys.publicKey}`)
      const warning = await checkWorker(worker, workerUrl, keys.publicKey)
      if (warning) said.warn(warning)
      stopLines = health.every(times.line)
      try {
        await client.login(botToken)
      } catch (error) {
        stopLines()
        // Why Discord ended the connection says more than the error that follows from it.
        throw new Failure((await withTimeout(ended, 0)) ?? loginSentence(error, api))
      }
      const elsewhere = await endpointOf(client.rest)
      if (elsewhere)
        said.warn(
          `Discord sends interactions to ${elsewhere} and none here. To have them here: npm run bot:register -- --endpoint none`,
        )
    },
    async stop() {
      isStopping = true
      stopLines()
      health.event('stopping')
      // While there is a connection Discord counts on it, and what it still sends is answered. Answers need none.
      await withTimeout(client.destroy(), 1000)
      await withTimeout(Promise.all(inFlight), times.ending)
      health.event('stopped')
    },
  }
}

/** How many are remembered: more than a connection that is resumed could tell of again. */
const REMEMBERED = 1000

/** Tells what came before from what did not: whatever Discord repeats, it is done once. */
function newcomers(): (id: string) => boolean {
  const known = new Set<string>()
  return (id) => {
    if (known.has(id)) return false
    const [oldest] = known.size < REMEMBERED ? [] : known
    if (oldest !== undefined) known.delete(oldest)
    known.add(id)
    return true
  }
}

const Application = z.object({ interactions_endpoint_url: z.optional(z.nullable(z.string())) })

/** Where Discord sends interactions instead; undefined where nowhere, and where it does not say. */
async function endpointOf(rest: REST): Promise<string | undefined> {
  try {
    const application = Application.parse(await rest.get(Routes.currentApplication()))
    return application.interactions_endpoint_url || undefined
  } catch {
    return undefined
  }
}
