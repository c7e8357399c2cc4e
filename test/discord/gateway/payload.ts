// What a client may send over the gateway (events/gateway-events, "Send Events"), and how Discord ends a connection that
// sent something else (topics/opcodes-and-status-codes, "Gateway Close Event Codes").

import {
  GatewayCloseCodes as Close,
  GatewayIntentBits as Intent,
  GatewayOpcodes as Opcode,
} from 'discord-api-types/v10'
import * as z from 'zod/mini'

/** Ends the connection. */
export class Closing extends Error {
  readonly code: number

  constructor(code: number, reason: string) {
    super(reason)
    this.code = code
  }
}

const count = z.int().check(z.minimum(0))

const Identify = z.object({
  token: z.string(),
  intents: count,
  properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
  compress: z.optional(z.boolean()),
  large_threshold: z.optional(z.int().check(z.minimum(50), z.maximum(250))),
  shard: z.optional(z.tuple([count, count])),
})
export type Identify = z.infer<typeof Identify>

const Resume = z.object({ token: z.string(), session_id: z.string(), seq: count })
export type Resume = z.infer<typeof Resume>

const Payload = z.discriminatedUnion('op', [
  z.object({ op: z.literal(Opcode.Heartbeat), d: z.nullable(count) }),
  z.object({ op: z.literal(Opcode.Identify), d: Identify }),
  z.object({ op: z.literal(Opcode.Resume), d: Resume }),
  // How the bot shows itself to people: taken, and nobody here looks.
  z.object({ op: z.literal(Opcode.PresenceUpdate), d: z.looseObject({}) }),
])
export type Payload = z.infer<typeof Payload>

const OPCODES: readonly number[] = [Opcode.Heartbeat, Opcode.Identify, Opcode.Resume, Opcode.PresenceUpdate]

/** events/gateway, "Sending Events": in bytes. */
const LARGEST = 4096

export function readPayload(frame: string): Payload {
  if (Buffer.byteLength(frame) > LARGEST) throw new Closing(Close.DecodeError, 'The payload is too large.')
  const payload = parsed(frame)
  const op = z.object({ op: z.int() }).safeParse(payload)
  if (!op.success) throw new Closing(Close.DecodeError, 'Error while decoding payload.')
  if (!OPCODES.includes(op.data.op)) throw new Closing(Close.UnknownOpcode, 'Unknown opcode.')
  const read = Payload.safeParse(payload)
  if (!read.success) throw new Closing(Close.DecodeError, 'Error while decoding payload.')
  return read.data
}

function parsed(frame: string): unknown {
  try {
    return JSON.parse(frame)
  } catch {
    throw new Closing(Close.DecodeError, 'Error while decoding payload.')
  }
}

const bitsOf = (intents: readonly (string | Intent)[]) =>
  intents.reduce((bits: number, intent) => (typeof intent === 'number' ? bits | intent : bits), 0)

const KNOWN = bitsOf(Object.values(Intent))
/** Discord grants these to an application whose page asks for them, and this one's does not. */
const PRIVILEGED = bitsOf([Intent.GuildMembers, Intent.GuildPresences, Intent.MessageContent])

/** Whether a client may listen to that: events/gateway, "Gateway Intents" and "Sharding". */
export function checkIdentify({ intents, shard, compress }: Identify): void {
  if ((intents & ~KNOWN) !== 0 || intents > KNOWN)
    throw new Closing(Close.InvalidIntents, 'Invalid intent(s).')
  if ((intents & PRIVILEGED) !== 0) throw new Closing(Close.DisallowedIntents, 'Disallowed intent(s).')
  if (compress === true) throw new Closing(Close.DecodeError, 'The stand-in compresses nothing.')
  const [id, all] = shard ?? [0, 1]
  if (id !== 0 || all !== 1) throw new Closing(Close.InvalidShard, 'Invalid shard: there is one server here.')
}
