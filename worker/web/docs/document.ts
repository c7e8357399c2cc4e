// What the page reads of an OpenAPI 3.1 document. Every $ref is followed but those to shapes, which have places of
// their own on the page.

type Json = Readonly<Record<string, unknown>>

/** Gives the document; `base` is where the API answers, empty where that is not known. */
export type DescribeApi = (base: string) => Json

export interface Schema {
  readonly $ref?: string
  readonly title?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>
type OrRef<Thing> = Thing | { readonly $ref: string }

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly description?: string
  readonly required?: boolean
  readonly schema?: Schema
  readonly explode?: boolean
  readonly example?: unknown
}

interface Body {
  readonly description?: string
  readonly required?: boolean
  readonly content: Content
}

interface Response {
  readonly description: string
  readonly headers?: Readonly<Record<string, OrRef<{ readonly description?: string }>>>
  readonly content?: Content
}

interface PathOperation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly OrRef<Parameter>[]
  readonly requestBody?: OrRef<Body>
  readonly responses: Readonly<Record<string, OrRef<Response>>>
  readonly security?: readonly Json[]
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const
type Method = (typeof METHODS)[number]

export interface Document {
  readonly info: { readonly description: string }
  readonly tags: readonly { readonly name: string; readonly description?: string }[]
  readonly paths: Readonly<Record<string, { readonly [method in Method]?: PathOperation }>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** The document is ours and tested to be valid, so it is taken at its word. */
export const readDocument = (json: Json): Document => json as unknown as Document

export interface Answer {
  readonly status: string
  readonly description: string
  readonly headers: readonly (readonly [name: string, description: string])[]
  readonly content: Content
}

export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly tag: string
  readonly summary: string
  readonly description: string | undefined
  readonly parameters: readonly Parameter[]
  readonly body: Body | undefined
  /** Whether a token must or may come along. */
  readonly token: 'needed' | 'welcome' | undefined
  readonly answers: readonly Answer[]
}

/** All operations in the order of the document. */
export const operationsIn = (document: Document): readonly Operation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = methods[method]
      return operation === undefined ? [] : [read(document, path, method, operation)]
    }),
  )

function read(document: Document, path: string, method: Method, operation: PathOperation): Operation {
  const { operationId, tags, summary, description, parameters = [], requestBody, responses } = operation
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    tag: tags[0] ?? '',
    summary,
    description,
    parameters: parameters.map((parameter) => follow(document, parameter)),
    body: requestBody && follow(document, requestBody),
    token: tokenOf(operation),
    answers: Object.entries(responses).map(([status, response]) => {
      const { description, headers = {}, content = {} } = follow(document, response)
      const named = Object.entries(headers).map(
        ([name, header]) => [name, follow(document, header).description ?? ''] as const,
      )
      return { status, description, headers: named, content }
    }),
  }
}

/** Of the ways to be let in that are given any will do, and an empty one asks for nothing. */
function tokenOf({ security = [] }: PathOperation): Operation['token'] {
  if (security.length === 0) return undefined
  return security.some((way) => Object.keys(way).length === 0) ? 'welcome' : 'needed'
}

/** What a `$ref` into the document stands for (a JSON Pointer, RFC 6901), or the thing that stood there itself. */
function follow<Thing extends object>(document: Document, thing: OrRef<Thing>): Thing {
  if (!('$ref' in thing)) return thing
  const steps = thing.$ref.slice('#/'.length).split('/')
  const target = steps.reduce<unknown>(
    (at, step) => (at as Json | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  )
  if (target === undefined) throw new Error(`The document refers to ${thing.$ref}, which it does not have.`)
  return follow(document, target as OrRef<Thing>)
}

const PROBLEM = 'application/problem+json'

export const isError = ({ content }: Answer): boolean => PROBLEM in content
