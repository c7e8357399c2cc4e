// One connection to the gateway, from HELLO to its end: who may do what in which order (events/gateway).

import { GatewayCloseCodes as Close, GatewayOpcodes as Opcode } from 'discord-api-types/v10'
import { Closing, checkIdentify, type Identify, type Payload, type Resume, readPayload } from './payload.ts'
import type { Session, Socket } from './sessions.ts'

/** What a connection asks of the gateway that it is to. */
export interface Behind {
  readonly botToken: string
  /** In milliseconds: how often a client has to give a sign of life. */
  readonly heartbeat: number
  /** Whether signs of life are answered. */
  acknowledges(): boolean
  begin(socket: Socket, identify: Identify): Session
  find(id: string): Session | undefined
  end(session: Session): void
  /** Told what was asked, and of what no client that is written well does. */
  note(what: string): void
  mistake(what: string): void
}

/** What the other side does. */
export interface Receiver {
  message(frame: string | undefined): void
  closed(code: number): void
}

/** events/gateway, "Rate Limiting": so many in a minute. */
const MOST_A_MINUTE = 120

export function connect(socket: Socket, behind: Behind): Receiver {
  let session: Session | undefined
  let isOver = false
  let sentAt: number[] = []
  let death: NodeJS.Timeout

  const send = (op: Opcode, d: unknown) => socket.send(JSON.stringify({ op, d, s: null, t: null }))

  function leave(code: number): void {
    isOver = true
    clearTimeout(death)
    if (session?.socket !== socket) return
    session.socket = undefined
    // Who says goodbye does not come back.
    if (code === 1000 || code === 1001) behind.end(session)
  }

  function close(code: number, reason: string): void {
    leave(code)
    socket.close(code, reason)
  }

  /** Half as long again as it should take is too long. */
  function expectSign(): void {
    clearTimeout(death)
    death = setTimeout(() => close(Close.SessionTimedOut, 'Session timed out.'), behind.heartbeat * 1.5)
  }

  function requireToken(token: string): void {
    if (session) throw new Closing(Close.AlreadyAuthenticated, 'Already authenticated.')
    if (token !== behind.botToken) throw new Closing(Close.AuthenticationFailed, 'Authentication failed.')
  }

  function identify(given: Identify): void {
    requireToken(given.token)
    checkIdentify(given)
    behind.note('IDENTIFY')
    session = behind.begin(socket, given)
  }

  function resume({ token, session_id, seq }: Resume): void {
    requireToken(token)
    const found = behind.find(session_id)
    behind.note(found ? 'RESUME' : 'RESUME of no session')
    if (!found) {
      send(Opcode.InvalidSession, false)
      return
    }
    if (seq > found.sequence) throw new Closing(Close.InvalidSeq, 'Invalid seq.')
    session = found
    found.resume(socket, seq)
  }

  function taken(payload: Payload): void {
    const now = Date.now()
    sentAt = [...sentAt.filter((at) => at > now - 60_000), now]
    if (sentAt.length > MOST_A_MINUTE) throw new Closing(Close.RateLimited, 'Rate limited.')
    switch (payload.op) {
      case Opcode.Heartbeat:
        expectSign()
        if (behind.acknowledges()) send(Opcode.HeartbeatAck, null)
        return
      case Opcode.Identify:
        identify(payload.d)
        return
      case Opcode.Resume:
        resume(payload.d)
        return
      case Opcode.PresenceUpdate:
        if (!session) throw new Closing(Close.NotAuthenticated, 'Not authenticated.')
        return
    }
  }

  expectSign()
  send(Opcode.Hello, { heartbeat_interval: behind.heartbeat, _trace: ['stand-in'] })
  return {
    message(frame) {
      if (isOver) return
      try {
        if (frame === undefined) throw new Closing(Close.DecodeError, 'Error while decoding payload.')
        taken(readPayload(frame))
      } catch (error) {
        if (!(error instanceof Closing)) throw error
        behind.mistake(`${error.code}: ${error.message}`)
        close(error.code, error.message)
      }
    },
    closed: leave,
  }
}
