// The references of resources as rows, and what the registry knows of a work already.

import { inArray, sql } from 'drizzle-orm'
import type { SubmissionEdit, SubmissionInput } from '../../../../schema/record/submission.ts'
import { type Reference, referenceAddress } from '../../../../schema/record/works/reference.ts'
import { sameValue } from '../../../../schema/same-value.ts'
import { references, resourceReferences } from '../../../../schema/tables.ts'
import type { Statement } from '../../commit.ts'
import type { Database, Id } from '../../database.ts'

/** The references of a resource in their order; the rows of works say of each what was said of it last. */
export function setReferences(
  db: Database,
  id: Id,
  before: readonly Reference[],
  after: readonly Reference[],
): Statement[] {
  if (sameValue(before, after)) return []
  return [...writeWorks(db, after), ...placeReferences(db, [{ id, references: after }])]
}

const idOf = sql`${references.csl} ->> '$.id'`

/** The rows of works. Of a work that comes twice the last entry counts. */
export function writeWorks(db: Database, entries: readonly Reference[]): Statement[] {
  const last = [...new Map(entries.map((csl) => [csl.id, csl])).values()]
  const works = JSON.stringify(
    last.map((csl) => ({ id: csl.id, csl: JSON.stringify(csl), canonical: referenceAddress(csl) ?? null })),
  )
  const given = sql`json_each(${works}) as given`
  const givenOf = (part: 'csl' | 'canonical') =>
    sql`(select given.value ->> ${sql.raw(`'$.${part}'`)} from ${given} where given.value ->> '$.id' = ${idOf})`
  return [
    db
      .update(references)
      .set({ csl: givenOf('csl'), canonical: givenOf('canonical') })
      .where(sql`${idOf} in (select given.value ->> '$.id' from ${given})`),
    db.insert(references).select(sql`
      select null, null, given.value ->> '$.csl', given.value ->> '$.canonical' from ${given}
      where given.value ->> '$.id' not in (select ${idOf} from ${references}) order by given.key`),
  ]
}

/** Which works resources cite from now on, in their order. An id that only the batch knows stands alone. */
export function placeReferences(
  db: Database,
  cited: readonly { readonly id: Id; readonly references: readonly Reference[] }[],
): Statement[] {
  const [{ id } = { id: 0 }] = cited
  const owner = typeof id === 'number' ? sql`cited.value ->> '$.id'` : id
  const list = JSON.stringify(
    cited.map(({ id, references }) => ({
      id: typeof id === 'number' ? id : null,
      works: references.map((work) => work.id),
    })),
  )
  const from = sql`json_each(${list}) as cited`
  return [
    db
      .delete(resourceReferences)
      .where(sql`${resourceReferences.resourceId} in (select ${owner} from ${from})`),
    db.insert(resourceReferences).select(sql`
      select ${owner}, work.key + 1, ${references.id}
      from ${from} join json_each(cited.value, '$.works') as work join ${references} on ${idOf} = work.value`),
  ]
}

/**
 * Proposed works as the registry has them already, by whatever id: one work is one reference. What is said anew of a
 * work under its id, or of one that is known by its identifier alone, stays as proposed.
 */
async function asKnown(db: Database, proposed: readonly Reference[]): Promise<Reference[]> {
  const canonicals = proposed.flatMap((one) => referenceAddress(one) ?? [])
  if (canonicals.length === 0) return [...proposed]
  const rows = await db
    .select({ csl: references.csl, canonical: references.canonical })
    .from(references)
    .where(inArray(references.canonical, canonicals))
    .orderBy(references.id)
  return proposed.map((reference) => {
    const known = rows.find(({ canonical }) => canonical === referenceAddress(reference))?.csl
    if (!known || (known.id === reference.id && reference.title !== undefined)) return reference
    return known.title === undefined ? { ...reference, id: known.id } : known
  })
}

/** A proposal whose references are as the registry has them. */
export async function withKnownReferences<Proposal extends SubmissionInput | SubmissionEdit>(
  db: Database,
  proposal: Proposal,
): Promise<Proposal> {
  const inside = async <Fields extends { readonly references?: Reference[] | undefined }>(
    fields: Fields | undefined,
  ) => fields?.references && { ...fields, references: await asKnown(db, fields.references) }
  const resource = 'resource' in proposal ? await inside(proposal.resource) : undefined
  const changes = 'changes' in proposal ? await inside(proposal.changes) : undefined
  return { ...proposal, ...(resource && { resource }), ...(changes && { changes }) }
}
