// A tool asks an operation of the API, so its answers, refusals and limits are those of the API.

import { type Context, Hono } from 'hono'
import { faultyFields, RegistryError } from '../../../schema/errors.ts'
import type { AppEnv } from '../../env.ts'
import { mount, type Operation } from '../operation.ts'
import { answerProblem } from '../problem.ts'
import type { Params } from './message.ts'

/** A read: an operation, its path with every part filled in, and its query. */
export interface Read {
  readonly operation: Operation
  readonly path: string
  readonly query: Params
}

/** Asks the operation within the request `c`: with its registry, its settings and its number. */
export function answerRead(c: Context<AppEnv>, { operation, path, query }: Read): Promise<Response> {
  const inner = new Hono<AppEnv>()
  inner.onError(answerProblem)
  inner.notFound(() => {
    throw new RegistryError('not_found', 'That is no slug of a resource.')
  })
  inner.use(async (i, next) => {
    i.set('registry', c.get('registry'))
    i.set('requestId', c.get('requestId'))
    await next()
  })
  mount(inner, [operation])
  return Promise.resolve(inner.request(`${path}?${queryOf(query)}`, {}, c.env))
}

/** A list repeats its parameter, and null counts as a parameter without a value. */
function queryOf(query: Params): URLSearchParams {
  const search = new URLSearchParams()
  for (const [field, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value]) search.append(field, textOf(field, one))
  return search
}

function textOf(field: string, value: unknown): string {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value)
  throw faultyFields([{ field, problem: 'Give a text, a number, or a list of texts.' }])
}
