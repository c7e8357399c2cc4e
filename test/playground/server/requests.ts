// What the page may send, read and refused where it is something else.

import * as z from 'zod/mini'
import { CHANNELS, ROLES } from '../../discord/protocol/roles.ts'
import type { Acting, Requests } from './protocol.ts'

const acting = z.strictObject({
  role: z.enum(ROLES),
  channel: z.enum(CHANNELS),
  locale: z.string().check(z.regex(/^[a-z]{2}(-[A-Z]{2})?$/)),
  serverLocale: z.string().check(z.regex(/^[a-z]{2}(-[A-Z]{2})?$/)),
}) satisfies z.ZodMiniType<Acting>

const texts = z.record(z.string(), z.string())

const REQUESTS: { readonly [Name in keyof Requests]: z.ZodMiniType<Requests[Name]> } = {
  say: z.strictObject({ content: z.string() }),
  slash: z.strictObject({ path: z.string(), texts }),
  complete: z.strictObject({ path: z.string(), texts, focused: z.string() }),
  menu: z.strictObject({ name: z.string(), message: z.string() }),
  click: z.strictObject({
    message: z.string(),
    customId: z.string(),
    values: z.exactOptional(z.array(z.string())),
  }),
  upload: z.strictObject({ name: z.string(), content: z.string() }),
  submit: z.strictObject({
    form: z.string(),
    answers: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
  }),
  dismiss: z.strictObject({ message: z.string() }),
}

export type ActName = keyof Requests

export const isActName = (name: string): name is ActName => Object.hasOwn(REQUESTS, name)

const envelope = z.strictObject({ acting, act: z.unknown() })

/** Fails, as zod does, on anything that the page would not send. */
export function readAct<Name extends ActName>(
  name: Name,
  body: unknown,
): { readonly acting: Acting; readonly act: Requests[Name] } {
  const { acting: by, act } = z.parse(envelope, body)
  return { acting: by, act: z.parse(REQUESTS[name], act) }
}

export const readRole = (text: string | null) => z.parse(z.enum(ROLES), text)
