// The values of a form and their problems. A page that refuses a form shows every value again.

import type { Context } from 'hono'
import { RegistryError } from '../../../schema/errors.ts'
import { textOfFile } from '../../../schema/record/works/reference-file.ts'
import { REFUSALS, sentenceIn } from '../../../schema/refusals.ts'
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
export const NO_VALUES: FormValues = new Map()

/** What a file field adds to the name of the text field that takes its text. */
export const FILE = '.file'

/**
 * Reads a sent form, with LF line ends. The text of a file comes below that of its field, where a form that is refused
 * shows it; of a file that cannot be taken the value is the sentence that refuses it. Throws `invalid` for an unreadable body.
 */
export async function readForm(c: Context<AppEnv>): Promise<FormValues> {
  const body = await refusingUnreadable(c.req.parseBody())
  const values = new Map<string, string>()
  const files: [name: string, file: File][] = []
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string' && !name.endsWith(FILE)) values.set(name, value.replaceAll('\r\n', '\n'))
    else if (value instanceof File && name.endsWith(FILE) && value.size > 0) files.push([name, value])
  }
  for (const [name, file] of files) {
    const read = textOfFile(file.size, new Uint8Array(await file.arrayBuffer()))
    const field = name.slice(0, -FILE.length)
    if ('refused' in read) values.set(name, sentenceIn(REFUSALS, read.refused))
    else
      values.set(
        field,
        [values.get(field)?.trimEnd(), read.text.replaceAll('\r\n', '\n')].filter(Boolean).join('\n'),
      )
  }
  return values
}

/** Throws `invalid` for a body that its Content-Type does not describe. */
export const refusingUnreadable = <Body>(body: Promise<Body>): Promise<Body> =>
  body.catch(() => {
    throw new RegistryError('invalid', 'The form could not be read.')
  })

/** The trimmed value of a field; empty where the form lacks it. */
export const textIn = (values: FormValues, name: string): string => (values.get(name) ?? '').trim()

/** The HTML id of a field; without full stops, which CSS selectors would take for classes. */
export const idOf = (name: string): string => `field-${name.replaceAll('.', '-')}`
