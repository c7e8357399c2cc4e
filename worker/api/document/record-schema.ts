// The JSON Schema of a resource, from the shape that validates it everywhere.

import * as z from 'zod/mini'
import { FIELD_KEYS, type FieldKey } from '../../../schema/record/field-keys.ts'
import { FIELDS } from '../../../schema/record/fields.ts'
import { Resource } from '../../../schema/record/resource.ts'
import { DATA_TYPES, REGISTRY } from '../../../schema/vocabulary.ts'

/** The meaning of the members that the registry adds to a record. */
const REGISTRY_MEMBERS = {
  slug: 'Its name in addresses; it never changes hands.',
  claims: 'What sources say of its fields; those that the record does not state are kept.',
  position: 'Its place in the table, given once.',
  version: 'Counts its changes.',
  updatedAt: 'When this version came to be, ISO 8601 in UTC.',
} satisfies Record<Exclude<keyof Resource, FieldKey>, string>

const MEANINGS = {
  ...REGISTRY_MEMBERS,
  ...Object.fromEntries(FIELD_KEYS.map((key) => [key, FIELDS[key].meaning])),
}

/** Of a reference only the members that CSL-JSON leaves open or that have a special use here. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  ...MEANINGS,
  ...Object.fromEntries(
    DATA_TYPES.map(({ key, label, meaning }) => [`availability.${key}`, `${label}: ${meaning}.`]),
  ),
  'references.items.id': 'The same wherever this reference is cited.',
  'references.items.author': 'A shortened list ends in the literal "others".',
  'references.items.issued': 'Year, then month and day where they are known.',
  'references.items.accessed': 'When it was looked at: year, then month and day where they are known.',
  'references.items.archive': 'Where a preprint is kept, as arXiv.',
  'references.items.archive_location': 'Its number there.',
  'references.items.citation-number': "Its number in the survey's list of references.",
}

/** The description of a field, by its path in a schema; `within` is the path of that schema in a resource. */
export const fieldDescription = (within: string, path: readonly (string | number)[]): string | undefined =>
  DESCRIPTIONS[within + path.filter((step) => step !== 'properties').join('.')]

/**
 * The schema (draft 2020-12) of every resource in the API. It allows further members, which later versions may add. Its
 * lengths are in characters; the API counts those beyond U+FFFF as two. With an empty `base` the schema has no `$id`.
 */
export function recordSchema(base: string): object {
  const { $schema, ...shape } = z.toJSONSchema(Resource, {
    io: 'input',
    override({ jsonSchema, path }) {
      const description = fieldDescription('', path)
      if (description !== undefined) jsonSchema.description = description
    },
  })
  return {
    $schema,
    ...(base !== '' && { $id: `${base}/v1/resource.schema.json` }),
    title: `A resource of ${REGISTRY.title}`,
    ...shape,
  }
}
