// The operations as /openapi.json tells of them, and a way to ask them that holds every answer to it.

import { env } from 'cloudflare:workers'
import { expect } from 'vitest'
import { app } from '../../../worker/app.ts'
import type { Env } from '../../../worker/env.ts'
import type { Exchange, Judged } from '../../support/openapi-judge.ts'
import { requestOf, type Sent } from './requests.ts'

const SETTINGS: Env = {
  ...env,
  PUBLIC_URL: 'https://registry.example',
  CONTACT_EMAIL: 'contact@registry.example',
}

export const openApiText = async (settings: Env = SETTINGS): Promise<string> =>
  (await app.request('/openapi.json', {}, settings)).text()

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly example?: string | number | readonly string[]
}

interface Described {
  readonly parameters: readonly (Parameter | { readonly $ref: string })[]
  readonly responses: Readonly<Record<string, object>>
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
  readonly components: { readonly parameters: Readonly<Record<string, Parameter>> }
}

export interface Documented {
  /** "GET /v1/resources/{slug}" */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly statuses: readonly number[]
}

const document = await openApiText()
const { paths, components }: OpenApi = JSON.parse(document)

export const documented: readonly Documented[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { parameters, responses }]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    parameters: parameters.map((given) =>
      '$ref' in given ? parameterAt(given.$ref.split('/').at(-1) ?? '') : given,
    ),
    statuses: Object.keys(responses)
      .filter((status) => status !== 'default')
      .map(Number),
  })),
)

function parameterAt(name: string): Parameter {
  const found = components.parameters[name]
  if (!found) throw new Error(`components/parameters has no ${name}.`)
  return found
}

/** What one asks an operation for. */
export interface TestRequest extends Sent {
  /** Stands in the path, in place of the part in braces. */
  readonly part?: string
  /** "?ct=yes" */
  readonly query?: string
  readonly settings?: Partial<Env>
}

export const ask = async ({ method, path }: Pick<Documented, 'method' | 'path'>, testRequest: TestRequest) =>
  app.request(
    path.replace(/\{\w+\}/, testRequest.part ?? '') + (testRequest.query ?? ''),
    requestOf(method, testRequest),
    {
      ...SETTINGS,
      ...testRequest.settings,
    },
  )

const post = async <Answer>(path: string, body: string): Promise<Answer> =>
  (await env.OPENAPI_JUDGE.fetch(`https://judge${path}`, { method: 'POST', body })).json()

const number = await post<number>('/documents', document)

export const judged = (given: Omit<Judged, 'document'>, named: string | number = number): Promise<string[]> =>
  post('/', JSON.stringify({ document: named, ...given } satisfies Judged))

/** Asks; whatever comes is as described. */
export async function askDescribed(operation: Documented, testRequest: TestRequest): Promise<Response> {
  const answer = await ask(operation, testRequest)
  const { status, headers } = answer
  const sent =
    testRequest.json === undefined
      ? undefined
      : { type: 'application/json', body: JSON.stringify(testRequest.json) }
  const exchange: Exchange = {
    method: operation.method,
    path: operation.path,
    ...(status < 400 && sent && { sent }),
    status,
    headers: Object.fromEntries(headers),
    // Not `text()`, of which workerd warns where the media type is no text/*.
    body: new TextDecoder().decode(await answer.clone().arrayBuffer()),
  }
  expect(await judged({ exchange }), `${operation.name} ${testRequest.query ?? ''}`).toEqual([])
  return answer
}
