// What can be done with several at once.

import { ReasonFields } from '../submission/reason.tsx'

/** A selection as it came, and what was typed with it. */
export interface BulkForm {
  readonly selected: readonly string[]
  readonly usual: string
  readonly reason: string
  /** A reason is missing, where one is needed. */
  readonly problem?: string
}

export const BulkActions = ({ typed }: { readonly typed: BulkForm | undefined }) => (
  <div class="bulk">
    <p class="actions">
      <label class="all">
        <input type="checkbox" data-all="" /> all
      </label>
      <button type="submit" name="do" value="open">
        Open one after the other
      </button>
      <button type="submit" class="main" name="do" value="approve">
        Approve selected
      </button>
    </p>
    <details open={typed?.problem !== undefined}>
      <summary>Reject selected …</summary>
      <ReasonFields
        id="bulk"
        label="Why, for all of them"
        withUsual
        text={typed?.reason}
        usual={typed?.usual}
        problem={typed?.problem}
      />
      <button type="submit" class="stop" name="do" value="reject">
        Reject selected
      </button>
    </details>
    <input type="hidden" name="key" value={crypto.randomUUID()} />
  </div>
)
