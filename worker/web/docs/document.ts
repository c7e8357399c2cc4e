// The parts of an OpenAPI 3.1 document that the page shows. Each $ref is resolved, except those to schemas: the page
// links to these.

export type Json = Readonly<Record<string, unknown>>

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

/** The cast holds because the tests validate our own document. */
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
  /** Whether a request must or may have a token. */
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
    parameters: parameters.map((parameter) => resolve(document, parameter)),
    body: requestBody && resolve(document, requestBody),
    token: tokenOf(operation),
    answers: Object.entries(responses).map(([status, response]) => {
      const { description, headers = {}, content = {} } = resolve(document, response)
      const described = Object.entries(headers).map(
        ([name, header]) => [name, resolve(document, header).description ?? ''] as const,
      )
      return { status, description, headers: described, content }
    }),
  }
}

/** Any one of the `security` entries is enough; an empty entry allows requests without a token. */
function tokenOf({ security = [] }: PathOperation): Operation['token'] {
  if (security.length === 0) return undefined
  return security.some((requirement) => Object.keys(requirement).length === 0) ? 'welcome' : 'needed'
}

/** The target of a `$ref` into the document (a JSON Pointer, RFC 6901); anything else unchanged. */
function resolve<Thing extends object>(document: Document, thing: OrRef<Thing>): Thing {
  if (!('$ref' in thing)) return thing
  const steps = thing.$ref.slice('#/'.length).split('/')
  const target = steps.reduce<unknown>(
    (at, step) => (at as Json | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  )
  if (target === undefined) throw new Error(`The document refers to ${thing.$ref}, which it does not have.`)
  return resolve(document, target as OrRef<Thing>)
}

const PROBLEM = 'application/problem+json'

export const isError = ({ content }: Answer): boolean => PROBLEM in content
