// What a form of these pages sends.

import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'

export interface Form {
  /** The text of a field, without what is around it; empty where there is none. */
  text(name: string): string
  /** All of a name, in their order. */
  all(name: string): string[]
  /** A whole number above 0. */
  number(name: string): number | undefined
}

export async function readForm(c: Context<AppEnv>): Promise<Form> {
  const fields = await c.req.formData()
  // A browser ends lines with CR LF (HTML, 4.10.22.4), which no one typed.
  const clean = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '')
  const text = (name: string) => clean(fields.get(name))
  return {
    text,
    all: (name) => fields.getAll(name).map(clean),
    number: (name) => (/^[1-9]\d{0,8}$/.test(text(name)) ? Number(text(name)) : undefined),
  }
}
