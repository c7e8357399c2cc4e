import { ReasonFields } from '../submission/reason.tsx'

/** The selection and the reason that a maintainer sent. */
export interface BulkForm {
  readonly selected: readonly string[]
  readonly usual: string
  readonly reason: string
  /** Why the reason is refused. */
  readonly problem?: string
}

/** The buttons that act on the selected submissions. */
export const BulkActions = ({ form }: { readonly form: BulkForm | undefined }) => (
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
    <details open={form?.problem !== undefined}>
      <summary>Reject selected …</summary>
      <ReasonFields
        id="bulk"
        label="Why, for all of them"
        withUsual
        text={form?.reason}
        usual={form?.usual}
        problem={form?.problem}
      />
      <button type="submit" class="stop" name="do" value="reject">
        Reject selected
      </button>
    </details>
    <input type="hidden" name="key" value={crypto.randomUUID()} />
  </div>
)
