// A schema in one line, similar to TypeScript, and its limits in words.

import type { Child } from '../jsx.ts'
import type { Schema } from './document.ts'

const shapeName = ($ref: string): string => $ref.split('/').at(-1) ?? $ref

export const shapeAnchor = (name: string): string => `shape-${name}`

/** Objects with more members than this have a table of their own. */
const MAX_INLINE_MEMBERS = 3

const isSmall = ({ properties = {} }: Schema): boolean => {
  const count = Object.keys(properties).length
  return count > 0 && count <= MAX_INLINE_MEMBERS
}

/** `isWhole` writes the members of a small object, instead of the word "object". */
export function Type({ schema, isWhole = false }: { readonly schema: Schema; readonly isWhole?: boolean }) {
  return <span class="type">{typeOf(schema, isWhole)}</span>
}

function typeOf(schema: Schema, isWhole: boolean): Child {
  const { $ref, const: only, enum: values, items, properties, additionalProperties, type } = schema
  if ($ref !== undefined) return <a href={`#${shapeAnchor(shapeName($ref))}`}>{shapeName($ref)}</a>
  if (only !== undefined) return <code>{String(only)}</code>
  if (values !== undefined)
    return between(
      ' | ',
      values.map((value) => <code>{String(value)}</code>),
    )
  const alternatives = alternativesOf(schema)
  if (alternatives !== undefined) {
    const [sign, schemas] = alternatives
    if (areObjects(schemas) && !isWhole) return 'object'
    return between(
      sign,
      schemas.map((one) => typeOf(one, isWhole)),
    )
  }
  if (items !== undefined)
    return isUnion(items, isWhole) ? <>({typeOf(items, isWhole)})[]</> : <>{typeOf(items, isWhole)}[]</>
  if (properties !== undefined && isWhole && isSmall(schema)) return members(schema, properties)
  if (typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0)
    return (
      <>
        {'{ [name]: '}
        {typeOf(additionalProperties, isWhole)}
        {' }'}
      </>
    )
  return typeof type === 'string' ? type : (type?.join(' | ') ?? 'any')
}

const alternativesOf = ({
  anyOf,
  oneOf,
  allOf,
}: Schema): [sign: string, schemas: readonly Schema[]] | undefined => {
  const either = anyOf ?? oneOf
  if (either !== undefined) return [' | ', either]
  return allOf && [' & ', allOf]
}

/** Alternative objects without names all read "object", which is enough once. */
const areObjects = (schemas: readonly Schema[]) => schemas.every(({ properties }) => properties !== undefined)

const isUnion = (schema: Schema, isWhole: boolean) =>
  schema.enum !== undefined ||
  (alternativesOf(schema) !== undefined && (isWhole || !areObjects(alternativesOf(schema)?.[1] ?? [])))

function members({ required = [] }: Schema, properties: NonNullable<Schema['properties']>): Child {
  const all = Object.entries(properties).map(([name, schema]) => (
    <>
      {required.includes(name) ? name : `${name}?`}: {typeOf(schema, true)}
    </>
  ))
  return (
    <>
      {'{ '}
      {between(', ', all)}
      {' }'}
    </>
  )
}

const between = (sign: string, all: readonly Child[]): Child =>
  all.map((one, i) => (
    <>
      {i > 0 && sign}
      {one}
    </>
  ))

/** "1 to 200 characters", with code in backticks; empty for a type without limits. */
export function limitsOf(schema: Schema): string {
  const { format, pattern, minLength, maxLength, minItems, maxItems, items } = schema
  return [
    format,
    range(minLength, maxLength, 'character'),
    range(minimumOf(schema), maximumOf(schema)),
    range(minItems, maxItems, 'item'),
    format === undefined && pattern !== undefined && patternText(pattern),
    items !== undefined && items.$ref === undefined && limitsOf(items) !== '' && `each ${limitsOf(items)}`,
    schema.default !== undefined && `${schema.default} unless said`,
  ]
    .filter((text) => typeof text === 'string' && text !== '')
    .join(', ')
}

const isInteger = ({ type }: Schema) => type === 'integer'

const minimumOf = ({ minimum, exclusiveMinimum, ...rest }: Schema) =>
  isInteger(rest) && exclusiveMinimum !== undefined ? exclusiveMinimum + 1 : minimum

const maximumOf = ({ maximum, exclusiveMaximum, ...rest }: Schema) =>
  isInteger(rest) && exclusiveMaximum !== undefined ? exclusiveMaximum - 1 : maximum

/** "1 to 5", "at most 5". Leaves out the bounds of safe integers. */
function range(least: number | undefined, most: number | undefined, unit?: string): string {
  const from = least === undefined || least <= Number.MIN_SAFE_INTEGER ? undefined : least
  const to = most === undefined || most >= Number.MAX_SAFE_INTEGER ? undefined : most
  const units = unit === undefined ? '' : ` ${unit}${(to ?? from) === 1 ? '' : 's'}`
  if (from !== undefined && to !== undefined)
    return from === to ? `${to}${units}` : `${from} to ${to}${units}`
  if (to !== undefined) return `at most ${to}${units}`
  return from === undefined ? '' : `at least ${from}${units}`
}

/** Longer patterns are unreadable; the OpenAPI document has them. */
const MAX_PATTERN_LENGTH = 60

const patternText = (pattern: string): string =>
  pattern.length > MAX_PATTERN_LENGTH ? '' : `like \`${pattern}\``
