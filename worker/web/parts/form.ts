// What stands in the fields of a form, by their names, right or wrong: nothing typed is ever lost.

import type { Context } from 'hono'
import { RegistryError } from '../../../schema/errors.ts'
import type { AppEnv } from '../../env.ts'

export type FormValues = ReadonlyMap<string, string>
/** What is wrong, by the name of the field; under no name, what is wrong with the form as a whole. */
export type Problems = ReadonlyMap<string, string>

export interface FormState {
  readonly typed: FormValues
  readonly problems: Problems
  /** The field that the page begins at. */
  readonly focus?: string | undefined
}

export const NO_PROBLEMS: Problems = new Map()

/** A form that was sent, its lines parted as texts have them here. Files are none of it. */
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

/** What stands in a field, without the spaces around it. */
export const textIn = (typed: FormValues, name: string): string => (typed.get(name) ?? '').trim()

/** A field's id in the page, which begins with a letter and has no full stop. */
export const idOf = (name: string): string => `field-${name.replaceAll('.', '-')}`
