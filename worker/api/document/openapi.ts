// Generates the OpenAPI 3.1 document from the operations and from the shapes that validate requests.

import { present } from '../../../schema/present.ts'
import { Slug } from '../../../schema/record/values/text.ts'
import { REGISTRY } from '../../../schema/vocabulary.ts'
import { type Content, GROUPS, type Operation } from '../operation.ts'
import { type Json, namedSchemas, referTo } from './json-schema.ts'
import { ANSWERED } from './named.ts'
import { type Parameter, REQUEST_HEADERS } from './parameters.ts'
import { queryParameters } from './query-parameters.ts'
import { headerComponents, headersOf, otherResponses, responseComponents } from './responses.ts'

const DESCRIPTION = `${REGISTRY.description}

Reading needs no key, and pages of any origin may ask. HEAD is answered wherever GET is, OPTIONS everywhere.

**Lists** come in pages of \`items\`; \`nextCursor\` leads to the next one and is null on the last.

**The past** stays: \`release\` and \`at\` give any list, resource or download as it was then.

**Caching.** An answer with an \`ETag\` can be asked for again with \`If-None-Match\`: 304 says that it is
the same still. What you read may be some seconds old; send the \`X-D1-Bookmark\` of a write along to read what you wrote.

**Refusals** are problems (RFC 9457) with a \`code\` for programs, a \`detail\` for people and, where fields are at fault,
\`problems\`. An unknown parameter is refused, one without a value counts as not given. A parameter that is a list may be
repeated (\`ct=yes&ct=unknown\`) or have commas between its values (\`ct=yes,unknown\`).

**With time** members are added to resources and codes to problems, and nothing is taken away under /v1.`

const contentOf = (content: Readonly<Record<string, Content>>): Json =>
  Object.fromEntries(
    Object.entries(content).map(([type, shape]) => [
      type,
      { schema: shape === 'text' ? { type: 'string' } : referTo(ANSWERED[shape]) },
    ]),
  )

const referToParameter = (name: string): Json => ({ $ref: `#/components/parameters/${name}` })

function parametersOf({ parts = {}, query, headers = [] }: Operation): readonly Json[] {
  const inPath = Object.entries(parts).map(([name, description]) => ({
    name,
    in: 'path',
    required: true,
    description,
    schema: name === 'slug' ? referTo(Slug) : { type: 'string' },
  }))
  const others = [...Object.keys(query?.shape ?? {}), ...headers]
  return [...inPath, ...others.map(referToParameter)]
}

/** All query and header parameters by name. A name has the same meaning in every operation. */
function parameterComponents(operations: readonly Operation[]): Json {
  const queries = new Set(operations.flatMap(({ query }) => (query ? [query] : [])))
  const inQuery = [...queries].flatMap((query) =>
    queryParameters(query).map(({ name, required, ...parameter }): [string, Json] => [
      name,
      { name, in: 'query', ...(required && { required }), ...parameter },
    ]),
  )
  const inHeaders = Object.entries<Parameter>(REQUEST_HEADERS).map(([name, header]): [string, Json] => [
    name,
    { name, in: 'header', ...header },
  ])
  return Object.fromEntries([...inQuery, ...inHeaders])
}

/** Only maintainer operations require a token. On others a token records who made the request. */
function securityOf({ by, refusals }: Operation): Json {
  if (by === 'maintainer') return { security: [{ token: [] }] }
  return refusals.includes(401) ? { security: [{}, { token: [] }] } : {}
}

function describe(operation: Operation): Json {
  const { group, summary, description, body, answer } = operation
  return {
    tags: [group],
    summary,
    ...present({ description }),
    operationId: idOf(operation),
    parameters: parametersOf(operation),
    ...(body && {
      requestBody: { required: true, content: { [body.type]: { schema: referTo(body.shape) } } },
    }),
    ...securityOf(operation),
    responses: {
      [answer.status]: {
        description: answer.description,
        headers: headersOf(operation),
        content: contentOf(answer.content),
      },
      ...otherResponses(operation),
    },
  }
}

/** "getV1ResourcesSlugBib", from the method and the path, which never change. */
const idOf = ({ method, path }: Operation): string =>
  [method.toLowerCase(), ...path.split(/[^A-Za-z0-9]+/).filter((part) => part !== '')]
    .map((part, i) => (i === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('')

/** `base` is the API's address, empty where it is unknown. */
export function openApi(operations: readonly Operation[], base: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const operation of operations)
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: describe(operation),
    }
  return {
    openapi: '3.1.1',
    info: {
      title: REGISTRY.title,
      summary: 'The registry as JSON, as downloads, and for harvesters.',
      description: DESCRIPTION,
      version: '1',
      license: { name: 'CC0 1.0', identifier: REGISTRY.license.spdx },
    },
    servers: [{ url: base === '' ? '/' : base }],
    tags: Object.entries(GROUPS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: namedSchemas(),
      parameters: parameterComponents(operations),
      headers: headerComponents(),
      responses: responseComponents(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A maintainer’s token.' },
      },
    },
  }
}
