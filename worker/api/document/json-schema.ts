// JSON Schemas (draft 2020-12) of shapes. A shape that has a name is told under it, once; any other where it stands.

import * as z from 'zod/mini'
import { NAMED } from './named.ts'
import { fieldDescription } from './record-schema.ts'

export type Json = Readonly<Record<string, unknown>>

/** Where a shape stands in a resource, whose fields are described. */
const IN_RESOURCE: Readonly<Record<string, string>> = {
  Resource: '',
  AvailabilityRow: 'availability.',
  Reference: 'references.items.',
}

const NAMES = new Map<unknown, string>(Object.entries(NAMED).map(([name, shape]) => [shape, name]))
const nameOf = (shape: unknown): string | undefined => NAMES.get(shape)

const reference = (name: string) => `#/components/schemas/${name}`

/** The schema of what is given: so what is open to more members with time stays open. */
export function schemaOf(shape: z.ZodMiniType): Json {
  const within = IN_RESOURCE[nameOf(shape) ?? '']
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io: 'input',
    override({ zodSchema, jsonSchema, path }) {
      const name = path.length > 0 ? nameOf(zodSchema) : undefined
      if (name !== undefined) {
        for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
        jsonSchema.$ref = reference(name)
      }
      // The format says it, and in words that people know.
      if (jsonSchema.format?.startsWith('date')) delete jsonSchema.pattern
      // What JSON says exactly goes without saying.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      const description = within === undefined ? undefined : fieldDescription(within, path)
      if (description !== undefined) jsonSchema.description = description
    },
  })
  return schema
}

/** The schema by its name where it has one. */
export function referTo(shape: z.ZodMiniType): Json {
  const name = nameOf(shape)
  return name === undefined ? schemaOf(shape) : { $ref: reference(name) }
}

export const namedSchemas = (): Json =>
  Object.fromEntries(Object.entries(NAMED).map(([name, shape]) => [name, schemaOf(shape)]))
