// What a resource has, as chips.

import { caveatsOf } from '../../../schema/record/caveats.ts'
import { factOf } from '../../../schema/record/facts.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'

/** The data types that it has, those of which sources disagree marked, and of how many nothing is recorded. */
export function Has({ record }: { readonly record: Resource }) {
  const { availability } = record
  const having = DATA_TYPES.filter(({ key }) => availability[key] === 'yes')
  const unknown = DATA_TYPES.filter(({ key }) => availability[key] === 'unknown').map(({ label }) => label)
  return (
    <ul class="has">
      {having.map(({ key, label, meaning }) => (
        <li title={meaning}>
          {label}
          {factOf(record, `availability.${key}`).others.length > 0 && (
            <span class="disputed" title="Sources disagree">
              {' '}
              ⚠<span class="unseen"> sources disagree</span>
            </span>
          )}
        </li>
      ))}
      {having.length === 0 && (
        <li class="rest">{caveatsOf(record).isWithoutImages ? 'no images' : 'nothing recorded'}</li>
      )}
      {unknown.length > 0 && (
        <li class="rest" title={`Not recorded: ${unknown.join(', ')}`}>
          +{unknown.length} not recorded
        </li>
      )}
    </ul>
  )
}
