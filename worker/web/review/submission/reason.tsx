// The fields for the reason of a decision.

import { english } from '../../../../bot/languages/index.ts'
import { SUBMISSION_LENGTHS } from '../../../../schema/record/submission.ts'

interface ReasonFieldsProps {
  /** The prefix of its fields' ids, unique on the page. */
  readonly id: string
  readonly label: string
  /** Whether to offer the usual reasons. */
  readonly withUsual?: boolean
  readonly text?: string | undefined
  readonly usual?: string | undefined
  readonly problem?: string | undefined
  /** The key that focuses the field. */
  readonly shortcut?: string
}

export function ReasonFields({ id, label, withUsual, text, usual, problem, shortcut }: ReasonFieldsProps) {
  const [field, error] = [`${id}-reason`, `${id}-error`]
  return (
    <>
      {withUsual && (
        <div class="field">
          <label for={`${id}-usual`}>Usual reasons</label>
          <select id={`${id}-usual`} name="usual">
            <option value="">my own, below</option>
            {english.review.usualReasons.map((reason) => (
              <option value={reason} selected={reason === usual}>
                {reason}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <label for={field}>{label}</label>
        {problem !== undefined && (
          <span class="error" id={error}>
            {problem}
          </span>
        )}
        {/* HTML drops a line end right after the tag (13.1.2.5), so the text would lose its first one. */}
        <textarea
          id={field}
          name="reason"
          rows={4}
          maxlength={SUBMISSION_LENGTHS.reason}
          aria-invalid={problem === undefined ? undefined : 'true'}
          aria-describedby={problem === undefined ? undefined : error}
          data-key={shortcut}
        >
          {`\n${text ?? ''}`}
        </textarea>
      </div>
    </>
  )
}

/** The usual reason, the typed one, or both. */
export const reasonOf = ({ usual, reason }: { readonly usual: string; readonly reason: string }): string =>
  [usual, reason].filter((text) => text !== '').join(' ')
