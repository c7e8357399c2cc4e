// The validator's errors as sentences: where, and what is wrong. Of a union only the branch that was meant is told,
// or one misspelt key in a button would be followed by why it is no select, no container, no text either.

import type { ErrorObject } from 'ajv/dist/2020.js'

export function refusals(errors: readonly ErrorObject[]): string[] {
  return [...new Set(meant(errors).map(sentence))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

/** The errors outside of any union, and of each union those of one branch. */
function meant(errors: readonly ErrorObject[]): ErrorObject[] {
  const union = errors
    .filter((error) => error.keyword === 'anyOf')
    .sort((a, b) => a.schemaPath.length - b.schemaPath.length)[0]
  if (!union) return [...errors]
  const within = new Map<number, ErrorObject[]>()
  const outside: ErrorObject[] = []
  for (const error of errors) {
    const branch = branchOf(union, error)
    if (branch !== undefined) within.set(branch, [...(within.get(branch) ?? []), error])
    else if (error !== union) outside.push(error)
  }
  return [...meant(outside), ...chosen(union, within)]
}

/** The number of the branch of `union` that `error` arose in. */
function branchOf(union: ErrorObject, error: ErrorObject): number | undefined {
  if (error === union || !error.schemaPath.startsWith(`${union.schemaPath}/`)) return undefined
  if (!`${error.instancePath}/`.startsWith(`${union.instancePath}/`)) return undefined
  return Number.parseInt(error.schemaPath.slice(union.schemaPath.length + 1), 10)
}

function chosen(union: ErrorObject, within: Map<number, ErrorObject[]>): ErrorObject[] {
  const branches = branchesOf(union)
    .map((schema, at) => ({ schema, errors: within.get(at) ?? [] }))
    .filter(({ schema }) => schema.type !== 'null')
  const types = branches.flatMap(({ schema }) => typesOf(schema)).sort((a, b) => Number(a) - Number(b))
  if (branches.length > 1 && types.length > 0) {
    const type = isTyped(union.data) ? union.data.type : undefined
    const branch = branches.find(({ schema }) => typesOf(schema).includes(type))
    if (branch) return meant(branch.errors)
    return [{ ...union, keyword: 'unionType', params: { type, types } }]
  }
  return branches.map(({ errors }) => meant(errors)).sort((a, b) => a.length - b.length)[0] ?? [union]
}

/** A branch of the generated schemas: `null`, a plain value, or an object whose `type` tells it from the others. */
interface BranchSchema {
  readonly type?: string
  readonly properties?: { readonly type?: { readonly const?: unknown; readonly enum?: readonly unknown[] } }
}

/** ajv, told to be verbose, hands over what the failed keyword holds: for `anyOf` its list of schemas. */
const branchesOf = (union: ErrorObject) => union.schema as readonly BranchSchema[]

function typesOf(schema: BranchSchema): unknown[] {
  const type = schema.properties?.type
  return type?.enum ? [...type.enum] : type && 'const' in type ? [type.const] : []
}

const isTyped = (value: unknown): value is { type: unknown } =>
  typeof value === 'object' && value !== null && 'type' in value

function sentence({ instancePath, keyword, params, data, message }: ErrorObject): string {
  const path = dotted(instancePath)
  const at = path || 'the whole'
  switch (keyword) {
    case 'additionalProperties':
      return `${join(path, params.additionalProperty)}: Discord knows no such key here`
    case 'required':
      return `${join(path, params.missingProperty)}: is missing`
    case 'unionType':
      return params.type === undefined
        ? `${join(path, 'type')}: is missing`
        : `${join(path, 'type')}: ${JSON.stringify(params.type)} does not belong here, only ${params.types.join(', ')}`
    case 'const':
      return `${at}: is ${JSON.stringify(data)}, must be ${JSON.stringify(params.allowedValue)}`
    case 'enum':
      return `${at}: is ${JSON.stringify(data)}, must be one of ${params.allowedValues.join(', ')}`
    case 'maxLength':
      return `${at}: has ${String(data).length} characters, at most ${params.limit} are allowed`
    case 'minLength':
      return `${at}: has ${String(data).length} characters, at least ${params.limit} are needed`
    case 'maxItems':
      return `${at}: holds more than ${params.limit}`
    case 'minItems':
      return `${at}: holds fewer than ${params.limit}`
    case 'type':
      return `${at}: must be ${[params.type].flat().join(' or ')}`
    default:
      return `${at}: ${message ?? keyword}`
  }
}

/** `/data/components/0/label` as `data.components[0].label`. */
function dotted(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : join(path, part)), '')
}

const join = (path: string, key: string) => (path ? `${path}.${key}` : key)
