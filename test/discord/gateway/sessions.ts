// What a client has been told since it identified itself, kept for when it comes back after its connection was lost
// (events/gateway, "Resuming").

import { GatewayOpcodes as Opcode } from 'discord-api-types/v10'

/** A connection, as far as the gateway uses it. */
export interface Socket {
  send(text: string): void
  close(code: number, reason: string): void
  /** Gone, without a word. */
  terminate(): void
}

interface Event {
  readonly op: Opcode.Dispatch
  readonly s: number
  readonly t: string
  readonly d: unknown
}

export class Session {
  readonly id = crypto.randomUUID().replaceAll('-', '')
  /** The connection that it has at present. */
  socket: Socket | undefined
  readonly #events: Event[] = []

  constructor(socket: Socket) {
    this.socket = socket
  }

  /** The number of the latest event. */
  get sequence(): number {
    return this.#events.length
  }

  /** Told at once, or when the client comes back. */
  tell(type: string, data: unknown): void {
    const event: Event = { op: Opcode.Dispatch, s: this.sequence + 1, t: type, d: data }
    this.#events.push(event)
    this.socket?.send(JSON.stringify(event))
  }

  /** Tells what came after that number, on another connection. */
  resume(socket: Socket, sequence: number): void {
    this.socket?.terminate()
    this.socket = socket
    for (const event of this.#events.slice(sequence)) socket.send(JSON.stringify(event))
    this.tell('RESUMED', { _trace: ['stand-in'] })
  }
}
