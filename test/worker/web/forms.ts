// Forms as a browser fills them in and sends them.

import { env } from 'cloudflare:workers'
import { app } from '../../../worker/app.ts'
import type { Env } from '../../../worker/env.ts'
import { newStamp } from '../../../worker/web/submit/stamp.ts'
import { anAddress } from '../api/requests.ts'
import { decode, type Element, elementsOf } from './parsed.ts'

const ORIGIN = 'https://registry.example'

export interface How {
  readonly address?: string
  readonly settings?: Partial<Env>
  readonly origin?: string
}

export const get = async (
  path: string,
  settings: Partial<Env> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => app.request(`${ORIGIN}${path}`, { headers }, { ...env, ...settings })

export const post = async (
  path: string,
  fields: Readonly<Record<string, string>>,
  { address = anAddress(), settings = {}, origin = ORIGIN }: How = {},
): Promise<Response> =>
  app.request(
    `${ORIGIN}${path}`,
    {
      method: 'POST',
      headers: {
        Origin: origin,
        'CF-Connecting-IP': address,
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(fields).toString(),
    },
    { ...env, ...settings },
  )

/** What a form that was open for a while carries. */
export const stamp = (secret?: string, seconds = 10): Promise<string> =>
  newStamp(secret, Date.now() - seconds * 1000)

/** The submission that a redirect leads to. */
export const idIn = (answer: Response): string =>
  /^\/submissions\/(\w+)\?sent$/.exec(answer.headers.get('Location') ?? '')?.[1] ?? ''

export interface FormPage {
  readonly elements: readonly Element[]
  /** All text, as it is read. */
  readonly text: string
  /** What stands in a field. */
  value(name: string): string | undefined
  /** What is said to be wrong with it, beside it. */
  error(name: string): string | undefined
}

export async function pageOf(answer: Response): Promise<FormPage> {
  const elements = await elementsOf(answer)
  const fields = (name: string) => elements.filter(({ attributes }) => attributes.name === name)
  const byId = (id: string) => elements.find(({ attributes }) => attributes.id === id)
  return {
    elements,
    text: decode(elements.find(({ tag }) => tag === 'main')?.text ?? ''),
    value(name) {
      const [field, ...others] = fields(name)
      if (!field) return undefined
      if (field.tag === 'textarea') return decode(field.text).replace(/^\n/, '')
      if (field.attributes.type === 'radio')
        return [field, ...others].find(({ attributes }) => 'checked' in attributes)?.attributes.value
      if (field.tag !== 'select') return decode(field.attributes.value ?? '')
      const options = elements.slice(elements.indexOf(field) + 1)
      return options.find(({ tag, attributes }) => tag === 'option' && 'selected' in attributes)?.attributes
        .value
    },
    error(name) {
      const [field] = fields(name)
      if (field?.attributes['aria-invalid'] !== 'true') return undefined
      const errorId = (field.attributes['aria-describedby'] ?? '')
        .split(' ')
        .find((id) => id.endsWith('-error'))
      return errorId === undefined ? undefined : decode(byId(errorId)?.text ?? '')
    },
  }
}

/** What a browser sends of a form as it stands. */
export function valuesOn(page: FormPage): Readonly<Record<string, string>> {
  const names = page.elements.flatMap(({ tag, attributes: { name } }) =>
    ['input', 'select', 'textarea'].includes(tag) && name !== undefined ? [name] : [],
  )
  return Object.fromEntries([...new Set(names)].map((name) => [name, page.value(name) ?? '']))
}
