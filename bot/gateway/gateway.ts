// The relay: a discord.js Client that receives interactions, from its start to its end.

import { Client, Events, GatewayDispatchEvents, Options, type REST, Routes } from 'discord.js'
import * as z from 'zod/mini'
import { Failure } from '../cli/failure.ts'
import { LIMITS, type Limits } from '../deferral.ts'
import { withTimeout } from '../timeout.ts'
import { FIRST_ANSWER_MS, openAnswers } from './discord.ts'
import { openHealth } from './health.ts'
import { relay } from './relay.ts'
import { endSentence, loginSentence } from './sentences.ts'
import { type Settings, VERSION } from './settings.ts'
import { checkWorker, openWorker } from './worker.ts'

/** In milliseconds. */
export interface Times extends Limits {
  /** For an answer of the Worker. */
  readonly worker: number
  /** For the interactions in flight, after the relay is asked to stop. */
  readonly ending: number
  /** Between two status lines. */
  readonly line: number
}

/** The relay stops after everything that can still come: a deferral, Discord's answer to it, and the follow-up. */
export const TIMES: Times = {
  ...LIMITS,
  worker: 15_000,
  ending: LIMITS.deferral + FIRST_ANSWER_MS + LIMITS.delivery,
  line: 60_000,
}

export interface Log {
  /** Sentences for people, and lines of JSON for monitoring. */
  print(line: string): void
  warn(line: string): void
}

export interface Gateway {
  /** Resolves once interactions arrive; rejects with a `Failure`. */
  start(): Promise<void>
  /** Disconnects, and resolves once the interactions in flight are answered or took too long. */
  stop(): Promise<void>
  /** Resolves with the reason when Discord has closed the connection for good. */
  readonly ended: Promise<string>
}

/** Nothing that Discord sends along is read twice. */
const NO_CACHE = {
  MessageManager: 0,
  UserManager: 0,
  GuildMemberManager: 0,
  ReactionManager: 0,
  ThreadManager: 0,
}

export function openGateway(settings: Settings, log: Log, times: Times = TIMES): Gateway {
  const { workerUrl, keys, botToken, api } = settings
  const client = new Client({
    // Interactions need none.
    intents: [],
    rest: { api, version: VERSION, timeout: 5000 },
    // As many as Discord asks for, in one process: one, up to some 2,500 servers.
    shards: 'auto',
    makeCache: Options.cacheWithLimits(NO_CACHE),
  })
  const worker = openWorker(workerUrl, keys, times.worker)
  const discord = openAnswers(api)
  let isConnected = false
  const health = openHealth(log.print, () => {
    const { ping } = client.ws
    return { isConnected, pingMs: ping >= 0 ? Math.round(ping) : null }
  })
  const onFault = (fault: string, interaction: string) =>
    log.warn(JSON.stringify({ at: new Date().toISOString(), event: 'fault', interaction, fault }))

  const inFlight = new Set<Promise<void>>()
  const isNew = rememberIds()
  let isStopping = false
  let stopLines = () => {}

  // The JSON of Discord, before discord.js turns it into an object of its own.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (raw: { readonly id: string }) => {
    if (!isNew(raw.id)) return
    const done = health.began()
    const isReplayed = !isConnected
    const work: Promise<void> = relay(raw, { worker, discord, limits: times, isReplayed, onFault })
      .then(done)
      .finally(() => inFlight.delete(work))
    inFlight.add(work)
  })

  /** The last error since the connection was lost: every attempt to reconnect may fail in the same way. */
  let lastError = ''
  function connected(event: string): void {
    isConnected = true
    lastError = ''
    health.event(event)
  }
  client.on(Events.ShardReady, () => connected('ready'))
  client.on(Events.ShardResume, () => connected('resumed'))
  client.on(Events.ShardReconnecting, () => {
    // Logged once, however many attempts to reconnect there are.
    const isNews = isConnected && !isStopping
    isConnected = false
    if (isNews) health.event('disconnected')
  })
  client.on(Events.ShardError, ({ message }) => {
    if (isStopping || message === lastError) return
    lastError = message
    log.warn(JSON.stringify({ at: new Date().toISOString(), event: 'error', fault: message }))
  })

  const ended = new Promise<string>((resolve) => {
    client.on(Events.ShardDisconnect, ({ code }) => resolve(endSentence(code)))
  })

  return {
    ended,
    async start() {
      log.print(`The relay signs with the key whose public part is ${keys.publicKey}`)
      const warning = await checkWorker(worker, workerUrl, keys.publicKey)
      if (warning) log.warn(warning)
      stopLines = health.every(times.line)
      try {
        await client.login(botToken)
      } catch (error) {
        stopLines()
        // The close code of the connection says more than the error that follows from it.
        throw new Failure((await withTimeout(ended, 0)) ?? loginSentence(error, api))
      }
      const endpoint = await endpointOf(client.rest)
      if (endpoint)
        log.warn(
          `Discord sends interactions to ${endpoint} and none here. To change that: npm run bot:register -- --endpoint none`,
        )
    },
    async stop() {
      isStopping = true
      stopLines()
      health.event('stopping')
      // Disconnect first, so that Discord sends nothing more. Answers need no connection.
      await withTimeout(client.destroy(), 1000)
      await withTimeout(Promise.all(inFlight), times.ending)
      health.event('stopped')
    },
  }
}

/** More interactions than a resumed connection could repeat. */
const MOST_REMEMBERED = 1000

/** True for the first time of an id: Discord may repeat an interaction. */
function rememberIds(): (id: string) => boolean {
  const known = new Set<string>()
  return (id) => {
    if (known.has(id)) return false
    const [oldest] = known.size < MOST_REMEMBERED ? [] : known
    if (oldest !== undefined) known.delete(oldest)
    known.add(id)
    return true
  }
}

const Application = z.object({ interactions_endpoint_url: z.optional(z.nullable(z.string())) })

/** The address that Discord sends interactions to instead; undefined for none, or where Discord does not answer. */
async function endpointOf(rest: REST): Promise<string | undefined> {
  try {
    const application = Application.parse(await rest.get(Routes.currentApplication()))
    return application.interactions_endpoint_url || undefined
  } catch {
    return undefined
  }
}
