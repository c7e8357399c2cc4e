// Whether an answer is one that the OpenAPI document describes: status, media type, headers, body. Each problem is one
// line. Schemas are compiled to code, so this runs in Node.

import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** What was asked, by the path as the document writes it, and what came. */
export interface Exchange {
  readonly method: string
  readonly path: string
  /** The body that was sent, where it was taken. */
  readonly sent?: { readonly type: string; readonly body: string }
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Without an exchange, the document itself is judged. A number is that of a document that was kept. */
export interface Judged {
  readonly document: string | number
  readonly exchange?: Exchange
}

const kept: string[] = []

/** The number of a document, which is too long to come along with each of thousands of exchanges. */
export function keepDocument(text: string): number {
  const known = kept.indexOf(text)
  return known < 0 ? kept.push(text) - 1 : known
}

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null
const objectAt = (value: unknown, key: string | number): Json | undefined => {
  const inner = isObject(value) ? value[key] : undefined
  return isObject(inner) ? inner : undefined
}

export async function judge(given: unknown): Promise<readonly string[]> {
  const { document: named, exchange } = given as Judged
  const document = typeof named === 'number' ? kept[named] : named
  if (document === undefined) throw new Error(`No document has the number ${named}.`)
  if (exchange) return problemsOf(documentOf(document), exchange)
  const { valid, errors } = await new Validator().validate(JSON.parse(document))
  if (valid) return []
  return typeof errors === 'string'
    ? [errors]
    : (errors ?? []).map((error) => `${error.instancePath}: ${error.message}`)
}

/** Headers that have to be described where they are given. */
const DESCRIBED_HEADERS = [
  'etag',
  'link',
  'location',
  'content-disposition',
  'retry-after',
  'www-authenticate',
  'x-d1-bookmark',
]

function problemsOf(document: Document, { method, path, sent, status, headers, body }: Exchange): string[] {
  const { json, problemsOfValue } = document
  const resolve = (value: Json | undefined): Json | undefined =>
    typeof value?.$ref === 'string'
      ? value.$ref.split('/').slice(1).reduce<Json | undefined>(objectAt, json)
      : value

  const operation = objectAt(objectAt(json.paths, path), method.toLowerCase())
  if (!operation) return [`${method} ${path} is not described`]
  // `default` would admit anything: here it stands for our own faults alone.
  const response = resolve(objectAt(operation.responses, status === 500 ? 'default' : status))
  if (!response) return [`the status ${status} is not described`]

  const named = Object.entries(objectAt(response, 'headers') ?? {})
  const missing = named
    .filter(([name, header]) => {
      const { required } = resolve(isObject(header) ? header : undefined) ?? {}
      return required === true && headers[name.toLowerCase()] === undefined
    })
    .map(([name]) => `the header ${name} is missing`)
  const described = named.map(([name]) => name.toLowerCase())
  const undescribed = DESCRIBED_HEADERS.filter(
    (name) => headers[name] !== undefined && !described.includes(name),
  ).map((name) => `the header ${name} is not described`)

  const sentSchema =
    sent && objectAt(objectAt(objectAt(operation.requestBody, 'content'), sent.type), 'schema')
  const inSent = sent
    ? problemsOfText(sent.type, sent.body, sentSchema).map((problem) => `what was sent: ${problem}`)
    : []
  return [...missing, ...undescribed, ...inSent, ...problemsOfBody()]

  function problemsOfBody(): string[] {
    const content = objectAt(response, 'content')
    const type = headers['content-type'] ?? ''
    if (!content) return body === '' && type === '' ? [] : ['a body is not described']
    const media = objectAt(content, type)
    return media
      ? problemsOfText(type, body, objectAt(media, 'schema'))
      : [`the media type "${type}" is not described`]
  }

  function problemsOfText(type: string, text: string, schema: Json | undefined): string[] {
    if (!schema) return [`"${type}" has no schema`]
    if (type.startsWith('application/x-www-form-urlencoded'))
      return problemsOfValue(schema, Object.fromEntries(new URLSearchParams(text)))
    return problemsOfValue(schema, /[/+]json\b/.test(type) ? JSON.parse(text) : text)
  }
}

interface Document {
  readonly text: string
  readonly json: Json
  readonly problemsOfValue: (schema: Json, value: unknown) => string[]
}

let latest: Document | undefined

/** Compiled once for all the exchanges of a test file. */
function documentOf(text: string): Document {
  if (latest?.text === text) return latest
  const json: Json = closed(JSON.parse(text))
  const ajv = new Ajv2020({ strict: true, allErrors: true })
  addFormats.default(ajv)
  ajv.addKeyword('components')
  const validators = new Map<Json, ReturnType<typeof ajv.compile>>()
  latest = {
    text,
    json,
    problemsOfValue(schema, value) {
      const validate = validators.get(schema) ?? ajv.compile({ ...schema, components: json.components })
      validators.set(schema, validate)
      if (validate(value)) return []
      return (validate.errors ?? []).map(
        (error) => `${error.instancePath || 'the whole'}: ${error.message} ${JSON.stringify(error.params)}`,
      )
    },
  }
  return latest
}

/** The document without room for more members: what is answered today has to be described today. */
function closed<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(closed) as Value
  if (!isObject(value)) return value
  const inner = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, closed(part)]))
  const isOpen = value.type === 'object' && isObject(value.properties) && !('additionalProperties' in value)
  return (isOpen ? { ...inner, additionalProperties: false } : inner) as Value
}
