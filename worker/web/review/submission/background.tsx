import { english } from '../../../../bot/languages/index.ts'
import { valueText } from '../../../../bot/languages/values.ts'
import { type FieldBackground, fieldBackground } from '../../../../schema/record/field-background.ts'
import { fieldName } from '../../../../schema/record/field-keys.ts'
import type { Review } from '../../../../schema/verbs/submissions.ts'
import { Day } from '../../parts/day.tsx'
import { linkedSource } from '../../parts/linked.tsx'
import { STATE_LABELS } from '../submission-text.ts'

/** What the record holds about each field that a correction would change. */
export function Background({ review }: { readonly review: Review }) {
  const { submission, resource, before = resource, earlier } = review
  if (submission.kind !== 'correction' || !before) return null
  const fields = fieldBackground(submission, before, earlier)
  return (
    <section>
      <h2>On record</h2>
      <dl class="changed background">
        {fields.map((one) => (
          <div>
            <dt>{fieldName(one.field)}</dt>
            <FieldFacts {...one} />
          </div>
        ))}
      </dl>
    </section>
  )
}

const FieldFacts = ({ field, claims, isDisputed, decided }: FieldBackground) => (
  <dd>
    {isDisputed && <p class="disputed">Sources differ</p>}
    {claims.length === 0 && <p class="unsaid">No source recorded</p>}
    <ul>
      {claims.map((claim) => (
        <li>
          <strong>{valueText(english, claim.field, claim.value)}</strong>
          {claim.stated && ' (stated)'}: {linkedSource(claim.source)}
          {claim.asOf !== null && (
            <>
              , <Day iso={claim.asOf} />
            </>
          )}
        </li>
      ))}
      {decided.map(({ reference, state, decision }) => (
        <li>
          <a href={`/review/${reference}`}>{reference}</a> about {fieldName(field)}: {STATE_LABELS[state]}
          {decision && (
            <>
              , <Day iso={decision.at} />
              {decision.reason !== undefined && `: ${decision.reason}`}
            </>
          )}
        </li>
      ))}
    </ul>
  </dd>
)
