// The values of a form and their problems. A page that refuses a form shows every value again.

import type { Context } from 'hono'
import { RegistryError } from '../../../schema/errors.ts'
import type { AppEnv } from '../../env.ts'

/** By field name, as typed. */
export type FormValues = ReadonlyMap<string, string>
/** Messages by field name; the empty name has the problem of the form as a whole. */
export type Problems = ReadonlyMap<string, string>

export interface FormState {
  readonly values: FormValues
  readonly problems: Problems
  /** The name of the field that gets the focus. */
  readonly focus?: string | undefined
}

export const NO_PROBLEMS: Problems = new Map()

/** Reads a sent form, with LF line ends and without files. Throws `invalid` for an unreadable body. */
export async function readForm(c: Context<AppEnv>): Promise<FormValues> {
  const body = await c.req.parseBody().catch(() => {
    throw new RegistryError('invalid', 'The form could not be read.')
  })
  return new Map(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.replaceAll('\r\n', '\n')]] : [],
    ),
  )
}

/** The trimmed value of a field; empty where the form lacks it. */
export const textIn = (values: FormValues, name: string): string => (values.get(name) ?? '').trim()

/** The HTML id of a field; without full stops, which CSS selectors would take for classes. */
export const idOf = (name: string): string => `field-${name.replaceAll('.', '-')}`
