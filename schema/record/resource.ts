import * as z from 'zod/mini'
import { Claim } from './claims.ts'
import { type FieldKey, fieldOf, type KeyWith, SHAPES } from './field-keys.ts'
import { LENGTHS, listOf, Slug } from './values/text.ts'

const { status, references, ...described } = SHAPES

/** A resource as the public sees it, and as the change log keeps it: references by value, in the order cited. */
export const Resource = z.object({
  slug: Slug,
  ...described,
  claims: listOf(Claim, LENGTHS.claims),
  references,
  status,
  /** Its place in the table, given once; a release prints in this order. */
  position: z.int(),
  version: z.int().check(z.positive()),
  /** When this version came to be, ISO 8601 in UTC. */
  updatedAt: z.iso.datetime(),
})
export type Resource = z.infer<typeof Resource>

type FactKey = Extract<keyof typeof described, KeyWith<{ readonly empty: unknown }>>
/** What a record can say beyond the survey's table. */
export type Facts = Pick<Resource, FactKey | 'claims'>

/** A record that says nothing beyond the survey's table. The cast holds because `empty` is a value of the field. */
export const NO_FACTS = {
  ...Object.fromEntries(
    (Object.keys(described) as FieldKey[]).flatMap((key) => {
      const { empty } = fieldOf(key)
      return empty === undefined ? [] : [[key, empty]]
    }),
  ),
  claims: [],
} as unknown as Facts
