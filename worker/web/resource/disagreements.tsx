// What sources say of a resource that its record does not state, beside what it does.

import { english } from '../../../bot/languages/index.ts'
import { valueText } from '../../../bot/languages/values.ts'
import { disputedFields, statedValue } from '../../../schema/record/claims.ts'
import { CLAIM_FIELDS, type Claim, type ClaimField, type Resource } from '../../../schema/record/resource.ts'
import { fieldName } from '../../../schema/words.ts'
import { SourceText } from './sources.tsx'

/** The fields of which something else is claimed than the record states: first those of which sources disagree. */
export function disagreementsOf(record: Resource): ClaimField[] {
  const disputed = disputedFields(record)
  const unstated = CLAIM_FIELDS.filter((field) =>
    record.claims.some((claim) => claim.field === field && !claim.stated),
  )
  return [...new Set([...disputed, ...unstated])]
}

export const Disagreements = ({
  record,
  fields,
}: {
  readonly record: Resource
  readonly fields: readonly ClaimField[]
}) => (
  <section>
    <h2 id="disagreements">Where sources disagree</h2>
    <p>
      Nothing that was ever claimed is dropped. The record states one of these, or none, until a maintainer
      settles it.
    </p>
    <table class="disagreements">
      <thead>
        <tr>
          <th scope="col">Of what</th>
          <th scope="col">Said</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {fields.flatMap((field) =>
          inOrder(record.claims, field).map((claim, i) => (
            <tr class={claim.stated ? 'stated' : undefined}>
              <th scope="row">{fieldName(field)}</th>
              <td>
                {valueText(english, field, claim.value)}
                {claim.stated && <strong class="says"> — the record states this</strong>}
                {i === 0 && !claim.stated && statesNothing(record, field) && (
                  <span class="unsaid"> — the record states nothing</span>
                )}
              </td>
              <td>
                <SourceText {...claim} />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  </section>
)

const inOrder = (claims: readonly Claim[], field: ClaimField): readonly Claim[] =>
  claims.filter((claim) => claim.field === field).toSorted((a, b) => Number(b.stated) - Number(a.stated))

function statesNothing(record: Resource, field: ClaimField): boolean {
  const stated = statedValue(record, field)
  return stated === null || stated === 'unknown' || (Array.isArray(stated) && stated.length === 0)
}
