// The words that go with a decision.

import { english } from '../../../../bot/languages/index.ts'
import { SUBMISSION_LENGTHS } from '../../../../schema/record/submission.ts'

interface Given {
  /** Tells its fields from those of other forms on the page. */
  readonly id: string
  readonly label: string
  /** With what is said most, to choose from. */
  readonly withUsual?: boolean
  readonly text?: string | undefined
  readonly usual?: string | undefined
  readonly problem?: string | undefined
  /** What leads here from the keyboard. */
  readonly shortcut?: string
}

export function ReasonFields({ id, label, withUsual, text, usual, problem, shortcut }: Given) {
  const [field, error] = [`${id}-reason`, `${id}-error`]
  return (
    <>
      {withUsual && (
        <div class="field">
          <label for={`${id}-usual`}>The usual reasons</label>
          <select id={`${id}-usual`} name="usual">
            <option value="">in my own words, below</option>
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
        {/* A line end right after the tag is not part of the text (HTML, 13.1.2.5), so one typed there would be lost. */}
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

/** A usual reason, one's own words, or both. */
export const reasonOf = ({ usual, reason }: { readonly usual: string; readonly reason: string }): string =>
  [usual, reason].filter((text) => text !== '').join(' ')
