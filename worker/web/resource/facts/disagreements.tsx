import { english } from '../../../../bot/languages/index.ts'
import { valueText } from '../../../../bot/languages/values.ts'
import type { Fact } from '../../../../schema/record/facts.ts'
import { fieldName } from '../../../../schema/record/field-keys.ts'
import { SourceText } from './sources.tsx'

/** The claims on contested facts, beside the value that the record states. */
export const Disagreements = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <section>
    <h2 id="disagreements">Where sources disagree</h2>
    <p>The sources differ. The record shows the marked value, or none, until a maintainer decides.</p>
    <table class="disagreements">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Value</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {facts.flatMap(({ field, isStated, claims }) =>
          statedFirst(claims).map((claim, i) => (
            <tr class={claim.stated ? 'stated' : undefined}>
              <th scope="row">{fieldName(field)}</th>
              <td>
                {valueText(english, field, claim.value)}
                {claim.stated && <strong class="says"> — shown in the record</strong>}
                {i === 0 && !claim.stated && !isStated && (
                  <span class="unsaid"> — the record shows none</span>
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

const statedFirst = (claims: Fact['claims']) => claims.toSorted((a, b) => Number(b.stated) - Number(a.stated))
