// JSON Schemas (draft 2020-12) of shapes. A named shape is a component of the document; any other is inline.

import * as z from 'zod/mini'
import { NAMED } from './named.ts'
import { fieldDescription } from './record-schema.ts'

export type Json = Readonly<Record<string, unknown>>

/** The path of a shape in a resource, whose fields have descriptions. */
const IN_RESOURCE: Readonly<Record<string, string>> = {
  Resource: '',
  AvailabilityRow: 'availability.',
  Reference: 'references.items.',
}

const NAMES = new Map<unknown, string>(Object.entries(NAMED).map(([name, shape]) => [shape, name]))
const nameOf = (shape: unknown): string | undefined => NAMES.get(shape)

const reference = (name: string) => `#/components/schemas/${name}`

/** The schema of the input, which leaves shapes open that may get more members later. */
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
      // The format says the same, and is readable.
      if (jsonSchema.format?.startsWith('date')) delete jsonSchema.pattern
      // These are the limits of exact numbers in JSON.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      const description = within === undefined ? undefined : fieldDescription(within, path)
      if (description !== undefined) jsonSchema.description = description
    },
  })
  return schema
}

/** A reference to a named schema; any other schema inline. */
export function referTo(shape: z.ZodMiniType): Json {
  const name = nameOf(shape)
  return name === undefined ? schemaOf(shape) : { $ref: reference(name) }
}

export const namedSchemas = (): Json =>
  Object.fromEntries(Object.entries(NAMED).map(([name, shape]) => [name, schemaOf(shape)]))

/** The schema of a shape on its own: the named schemas that it refers to are its `$defs`. */
export function schemaWithDefinitions(shape: z.ZodMiniType): Json {
  const all = namedSchemas()
  const schema = schemaOf(shape)
  const reached = new Set<string>()
  const reach = (from: unknown) => {
    for (const [, name = ''] of JSON.stringify(from).matchAll(REFERENCE))
      if (!reached.has(name)) {
        reached.add(name)
        reach(all[name])
      }
  }
  reach(schema)
  const definitions = Object.fromEntries([...reached].sort().map((name) => [name, all[name]]))
  const whole = { ...schema, ...(reached.size > 0 && { $defs: definitions }) }
  return JSON.parse(JSON.stringify(whole).replaceAll(REFERENCE, '"#/$defs/$1"'))
}
const REFERENCE = /"#\/components\/schemas\/(\w+)"/g
