import { ReasonFields } from '../submission/reason.tsx'
import type { Selected } from './selection.ts'

/** The selection and the reason that a maintainer sent. */
export interface BulkForm {
  readonly selected: readonly Selected[]
  readonly usual: string
  readonly reason: string
  /** Why the reason is refused. */
  readonly problem?: string
}

interface BulkActionsProps {
  readonly form: BulkForm | undefined
  /** How many submissions the page has. */
  readonly count: number
}

/** The buttons that act on the selected submissions. With scripts they say how many (review.client.js). */
export const BulkActions = ({ form, count }: BulkActionsProps) => (
  <>
    <div class="bulk actions">
      <label class="all">
        <input type="checkbox" data-all="" /> All {count}
      </label>
      <button type="submit" name="do" value="open" data-counted="Review #">
        Review
      </button>
      <button type="submit" class="main" name="do" value="approve" data-key="a" data-counted="Approve # …">
        Approve …
      </button>
    </div>
    <details open={form?.problem !== undefined}>
      <summary class="button">Reject selected …</summary>
      <ReasonFields
        id="bulk"
        label="Reason, for all of them"
        withUsual
        text={form?.reason}
        usual={form?.usual}
        problem={form?.problem}
        shortcut="r"
      />
      <button type="submit" class="stop" name="do" value="reject" data-counted="Reject #">
        Reject selected
      </button>
    </details>
    <input type="hidden" name="key" value={crypto.randomUUID()} />
  </>
)
