// The gateway of the stand-in Discord: clients connect to it, and are told of interactions (events/gateway).

import { GatewayIntentBits as Intent, GatewayOpcodes as Opcode } from 'discord-api-types/v10'
import type { Application } from '../call.ts'
import { asUser, BOT, SERVER_ID } from '../protocol/people.ts'
import { openInteraction } from '../rest/answers.ts'
import type { Dispatched, Open, State } from '../state.ts'
import { type Behind, connect, type Receiver } from './connection.ts'
import type { Identify } from './payload.ts'
import { guildFor } from './server-as-seen.ts'
import { Session, type Socket } from './sessions.ts'

export interface Gateway {
  /** A client has connected. `resumeUrl` is where it is told to come back to. */
  accept(socket: Socket, resumeUrl: string): Receiver
  /**
   * Tells a client of an interaction, or keeps it for when the client comes back. What it gives is filled in as the
   * interaction is answered. Fails where no client has identified itself, and
   * where the application has an endpoint for them.
   */
  dispatch(interaction: Dispatched): Open
  /** How many clients are connected and known. */
  connected(): number
  /** What clients have asked for so far: `IDENTIFY`, `RESUME`. */
  notes(): readonly string[]
  /** Ends every connection without a word; the sessions wait. */
  drop(): void
  /** Ends every connection with that code. */
  end(code: number): void
  /** Asks every client to connect again. */
  reconnect(): void
  /** Knows no session any more: who wants to resume one is told so. */
  forget(): void
  /** While it is silent it acknowledges no heartbeat. */
  silent(isSilent: boolean): void
  /** Back to the beginning. */
  reset(): void
}

interface World {
  readonly application: Application
  readonly state: () => State
  readonly heartbeat: number
  mistake(what: string): void
}

export function createGateway({ application, state, heartbeat, mistake }: World): Gateway {
  const sockets = new Set<Socket>()
  let sessions = new Map<string, Session>()
  let notes: string[] = []
  let isSilent = false

  function begin(socket: Socket, { intents, shard }: Identify, resumeUrl: string): Session {
    const session = new Session(socket)
    sessions.set(session.id, session)
    session.tell('READY', {
      v: 10,
      user: { ...asUser(BOT), bot: true, verified: true, mfa_enabled: false, email: null },
      guilds: [{ id: SERVER_ID, unavailable: true }],
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: resumeUrl,
      ...(shard && { shard }),
      application: { id: application.id, flags: 0 },
      private_channels: [],
      user_settings: {},
      relationships: [],
      presences: [],
      guild_join_requests: [],
      _trace: ['stand-in'],
    })
    if ((intents & Intent.Guilds) !== 0) session.tell('GUILD_CREATE', guildFor(application.id))
    return session
  }

  const gateway: Gateway = {
    accept(socket, resumeUrl) {
      sockets.add(socket)
      const behind: Behind = {
        botToken: application.botToken,
        heartbeat,
        acknowledges: () => !isSilent,
        begin: (from, identify) => begin(from, identify, resumeUrl),
        find: (id) => sessions.get(id),
        end: (session) => sessions.delete(session.id),
        note: (what) => notes.push(what),
        mistake,
      }
      const { message, closed } = connect(socket, behind)
      return {
        message,
        closed(code) {
          sockets.delete(socket)
          closed(code)
        },
      }
    },
    dispatch(interaction) {
      if (sessions.size === 0) throw new Error('No client has identified itself to the gateway.')
      // One or the other: interactions/overview, "Preparing for Interactions".
      if (state().endpoint) throw new Error('Interactions go to the endpoint of the application.')
      const open = openInteraction(state(), interaction)
      open.isByGateway = true
      for (const session of sessions.values()) session.tell('INTERACTION_CREATE', interaction)
      return open
    },
    connected: () => [...sessions.values()].filter(({ socket }) => socket !== undefined).length,
    notes: () => notes,
    drop() {
      for (const socket of sockets) socket.terminate()
    },
    end(code) {
      for (const socket of sockets) socket.close(code, 'Asked for.')
    },
    reconnect() {
      for (const socket of sockets)
        socket.send(JSON.stringify({ op: Opcode.Reconnect, d: null, s: null, t: null }))
    },
    forget() {
      sessions = new Map()
    },
    silent(silent) {
      isSilent = silent
    },
    reset() {
      gateway.forget()
      gateway.drop()
      notes = []
      isSilent = false
    },
  }
  return gateway
}
