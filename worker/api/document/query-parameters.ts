import type * as z from 'zod/mini'
import { type Json, schemaOf } from './json-schema.ts'
import { type Parameter, QUERY_PARAMETERS } from './parameters.ts'

/** The parameters of a query, each with its schema and its description. */
export function queryParameters(query: z.ZodMiniObject): readonly (Partial<Parameter> & {
  readonly name: string
  readonly required: boolean
  readonly schema: Json
})[] {
  const { properties = {}, required = [] } = schemaOf(query) as {
    properties?: Readonly<Record<string, Json>>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    required: required.includes(name),
    schema,
    ...QUERY_PARAMETERS[name],
  }))
}
