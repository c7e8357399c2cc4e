// The OpenAPI 3.1 document, made from the operations and from the shapes that validate.

import * as z from 'zod/mini'
import { REGISTRY } from '../../schema/vocabulary.ts'
import { BOOKMARK_HEADER } from './bookmark.ts'
import type { Content, Operation } from './operation.ts'
import { PARAMETERS } from './parameters.ts'
import { NAMED, Problem } from './shapes.ts'

type Json = Readonly<Record<string, unknown>>

/** A shape that has a name is told under it, once; any other where it stands. */
function schemaOf(shape: z.ZodMiniType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io,
    override({ zodSchema, jsonSchema, path }) {
      const name = path.length > 0 ? nameOf(zodSchema) : undefined
      if (name === undefined) return
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
      jsonSchema.$ref = `#/components/schemas/${name}`
    },
  })
  return schema
}

const nameOf = (shape: unknown): string | undefined =>
  Object.entries(NAMED).find(([, named]) => named === shape)?.[0]

const referTo = (shape: z.ZodMiniType): Json => {
  const name = nameOf(shape)
  return name === undefined ? schemaOf(shape) : { $ref: `#/components/schemas/${name}` }
}

const contentOf = (content: Readonly<Record<string, Content>>): Json =>
  Object.fromEntries(
    Object.entries(content).map(([type, shape]) => [
      type,
      { schema: shape === 'text' ? { type: 'string' } : referTo(shape) },
    ]),
  )

const PROBLEM = { content: { 'application/problem+json': { schema: referTo(Problem) } } }

const REFUSALS: Readonly<Record<Operation['refusals'][number], string>> = {
  400: 'The query, a cursor or the JSON is malformed.',
  401: 'There is no token, or not a valid one.',
  403: 'That is not for you to do.',
  404: 'There is nothing here, or nothing that you may see.',
  406: 'Nothing that there is fits Accept.',
  409: 'It collides with how things stand: a duplicate, a newer version, a decision made.',
  413: 'The body is over 64 KiB.',
  415: 'The body has another media type.',
  422: 'The body is well-formed, and what it says cannot be taken.',
  429: 'Too much at once: Retry-After says when.',
  503: 'Not at the moment, or not set up.',
}

function parametersOf({ parts = {}, query, headers = [] }: Operation): Json[] {
  const inPath = Object.entries(parts).map(([name, description]) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
  }))
  const { properties = {} } = query ? schemaOf(query, 'input') : {}
  const inQuery = Object.entries(properties as Json).map(([name, schema]) => ({
    name,
    in: 'query',
    description: PARAMETERS[name],
    schema,
  }))
  const inHeaders = headers.map((name) => ({
    name,
    in: 'header',
    description: PARAMETERS[name],
    schema: { type: 'string' },
  }))
  return [...inPath, ...inQuery, ...inHeaders]
}

/** Headers that matter to a caller, by what kind of answer it is. */
function headersOf({ answer, method }: Operation): Json {
  const header = (description: string) => ({ description, schema: { type: 'string' } })
  if (method !== 'GET') return { [BOOKMARK_HEADER]: header('Send it along to read what you wrote.') }
  if (!answer.isCacheable) return {}
  return { ETag: header('For If-None-Match.'), 'Cache-Control': header('How long it may be kept.') }
}

function describe(operation: Operation): Json {
  const { group, summary, description, body, by, answer, refusals } = operation
  return {
    tags: [group],
    summary,
    ...(description !== undefined && { description }),
    operationId: idOf(operation),
    parameters: parametersOf(operation),
    ...(body && {
      requestBody: { required: true, content: { [body.type]: { schema: schemaOf(body.shape, 'input') } } },
    }),
    ...(by === 'maintainer' && { security: [{ token: [] }] }),
    responses: {
      [answer.status]: {
        description: answer.description,
        headers: headersOf(operation),
        content: contentOf(answer.content),
      },
      ...(answer.isCacheable && { 304: { description: 'You have it already.' } }),
      ...Object.fromEntries(
        refusals.map((status) => [status, { description: REFUSALS[status], ...PROBLEM }]),
      ),
      default: { description: 'Something went wrong on our side.', ...PROBLEM },
    },
  }
}

/** "getV1ResourcesSlugBib": made from what never changes. */
const idOf = ({ method, path }: Operation): string =>
  [method.toLowerCase(), ...path.split(/[^A-Za-z0-9]+/).filter((part) => part !== '')]
    .map((part, i) => (i === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('')

/** The document; `base` is where the API answers, empty where that is not known. */
export function openApi(operations: readonly Operation[], base: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of operations)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describe(operation),
    }
  const groups = [...new Set(operations.map(({ group }) => group))]
  return {
    openapi: '3.1.1',
    info: {
      title: REGISTRY.title,
      description: REGISTRY.description,
      version: '1',
      license: { name: 'CC0 1.0', identifier: REGISTRY.license.spdx },
    },
    servers: [{ url: base === '' ? '/' : base }],
    tags: groups.map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(NAMED).map(([name, shape]) => [name, schemaOf(shape)])),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A maintainer’s token.' },
      },
    },
  }
}
