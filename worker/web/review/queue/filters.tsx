import type { Queue } from '../../../../schema/verbs/submissions.ts'
import { SUBMISSION_KINDS, SUBMISSION_STATES } from '../../../../schema/vocabulary.ts'
import { KIND_LABELS, STATE_LABELS } from '../submission-text.ts'
import { AGES, addressOf, type QueueSearch } from './query.ts'

interface QueueFiltersProps {
  readonly search: QueueSearch
  readonly totals: Queue['totals']
}

export const QueueFilters = ({ search, totals }: QueueFiltersProps) => (
  <>
    <nav id="states" aria-label="State">
      <ul class="states">
        {SUBMISSION_STATES.map((state) => (
          <li>
            <a
              href={addressOf({ ...search, state, after: undefined })}
              aria-current={state === search.state ? 'page' : undefined}
            >
              {STATE_LABELS[state]} <span>{totals[state]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <details class="fold" open={(search.text ?? search.kind ?? search.age) !== undefined}>
      <summary>Filter</summary>
      <search>
        <form class="sieve" action="/review" data-live="standing states found">
          {search.state !== 'pending' && <input type="hidden" name="state" value={search.state} />}
          <div class="field">
            <label for="text">Name, reference or sender</label>
            <input
              id="text"
              name="text"
              type="search"
              value={search.text}
              maxlength={100}
              autocomplete="off"
            />
          </div>
          <div class="field">
            <label for="kind">Kind</label>
            <select id="kind" name="kind">
              <option value="">all</option>
              {SUBMISSION_KINDS.map((kind) => (
                <option value={kind} selected={kind === search.kind}>
                  {KIND_LABELS[kind]}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="age">Sent</label>
            <select id="age" name="age">
              <option value="">at any time</option>
              {Object.entries(AGES).map(([days, label]) => (
                <option value={days} selected={days === search.age}>
                  {label} ago
                </option>
              ))}
            </select>
          </div>
          <button type="submit">Filter</button>
        </form>
      </search>
    </details>
  </>
)
