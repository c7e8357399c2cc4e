// The tools of the Model Context Protocol as it lists them: what each takes and answers, as JSON Schemas.

import { present } from '../../../schema/present.ts'
import { Slug } from '../../../schema/record/values/text.ts'
import { STYLES, TOOLS, type Tool } from '../mcp/tools.ts'
import { type Json, schemaOf, schemaWithDefinitions } from './json-schema.ts'
import { ANSWERED } from './named.ts'
import { queryParameters } from './query-parameters.ts'

const slug = (description: string): Json => ({ ...schemaOf(Slug), description })

interface Parts {
  readonly properties: Readonly<Record<string, Json>>
  readonly required: readonly string[]
}

const PARTS: Readonly<Record<Tool['takes'], () => Parts>> = {
  query: () => ({ properties: {}, required: [] }),
  slug: () => ({
    properties: { slug: slug('The slug of the resource, as search gives it.') },
    required: ['slug'],
  }),
  slugAndFormat: () => ({
    properties: {
      slug: slug('The resource whose references are wanted; without it, the registry.'),
      format: { type: 'string', enum: STYLES, default: 'bib', description: 'BibTeX, RIS or CSL-JSON.' },
    },
    required: [],
  }),
}

/** The arguments of a tool as a JSON Schema. */
function inputOf({ operation: { query }, takes }: Tool): Json {
  const { properties, required } = PARTS[takes]()
  const parameters = query ? queryParameters(query) : []
  const inQuery = parameters.map(({ name, schema, description, example }) => [
    name,
    { ...schema, ...present({ description }), ...(example !== undefined && { examples: [example] }) },
  ])
  return {
    type: 'object',
    properties: { ...properties, ...Object.fromEntries(inQuery) },
    required: [...required, ...parameters.flatMap((one) => (one.required ? [one.name] : []))],
    additionalProperties: false,
  }
}

/** The tools as `tools/list` gives them. */
export const describeTools = (): readonly Json[] =>
  TOOLS.map((tool) => ({
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: inputOf(tool),
    outputSchema: schemaWithDefinitions(ANSWERED[tool.output]),
    annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  }))
