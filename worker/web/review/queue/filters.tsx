import type { Queue } from '../../../../schema/verbs/submissions.ts'
import { SUBMISSION_KINDS, SUBMISSION_STATES } from '../../../../schema/vocabulary.ts'
import { KIND_WORDS, STATE_WORDS } from '../words.ts'
import { AGES, addressOf, type QueueSearch } from './query.ts'

interface Given {
  readonly asked: QueueSearch
  readonly totals: Queue['totals']
}

export const QueueFilters = ({ asked, totals }: Given) => (
  <>
    <nav id="states" aria-label="State">
      <ul class="states">
        {SUBMISSION_STATES.map((state) => (
          <li>
            <a
              href={addressOf({ ...asked, state, after: undefined })}
              aria-current={state === asked.state ? 'page' : undefined}
            >
              {STATE_WORDS[state]} <span>{totals[state]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <search>
      <form class="sieve" action="/review" data-live="standing states found">
        {asked.state !== 'pending' && <input type="hidden" name="state" value={asked.state} />}
        <div class="field">
          <label for="text">Name, reference or sender</label>
          <input id="text" name="text" type="search" value={asked.text} maxlength={100} autocomplete="off" />
        </div>
        <div class="field">
          <label for="kind">Kind</label>
          <select id="kind" name="kind">
            <option value="">all</option>
            {SUBMISSION_KINDS.map((kind) => (
              <option value={kind} selected={kind === asked.kind}>
                {KIND_WORDS[kind]}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="age">Sent</label>
          <select id="age" name="age">
            <option value="">at any time</option>
            {Object.entries(AGES).map(([days, words]) => (
              <option value={days} selected={days === asked.age}>
                {words} ago
              </option>
            ))}
          </select>
        </div>
        <button type="submit">Filter</button>
      </form>
    </search>
  </>
)
