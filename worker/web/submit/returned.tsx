// Messages above a form that was not sent.

import { likenessText } from '../../../schema/likeness.ts'
import { Day } from '../parts/day.tsx'
import type { FormValues } from '../parts/form.ts'
import { textIn } from '../parts/form.ts'
import { ProblemSummary } from '../parts/problem-summary.tsx'
import { nameOfField } from '../parts/proposal/names.ts'
import { reportAddress } from './addresses.ts'
import { keysOfWarnings, type ReturnedForm, type Warnings } from './sending.ts'

export const NotSent = ({ returned: { problems, slug } }: { readonly returned: ReturnedForm }) => (
  <ProblemSummary title="Not sent. Your entries are still here." problems={problems} nameOf={nameOfField}>
    {slug !== undefined && (
      <p>
        <a href={`/r/${slug}`}>See its page</a>, or <a href={reportAddress(slug)}>report an error in it</a>.
      </p>
    )}
  </ProblemSummary>
)

interface WarningsProps {
  readonly warnings: Warnings
  readonly values: FormValues
}

/** Sends the form with the keys of the shown warnings, so that none of them is shown again. */
export const SendAnother = ({ warnings, values }: WarningsProps) => (
  <button
    class="main"
    type="submit"
    name="others"
    value={[...textIn(values, 'others').split(' '), ...keysOfWarnings(warnings)].join(' ').trim()}
  >
    {warnings.alike.length > 0 ? 'None of these: send it' : 'Send it all the same'}
  </button>
)

/** Asks the submitter to read the warnings first. Rendered inside the form, because it has a submit button. */
export const SubmissionWarnings = ({ warnings, values }: WarningsProps) => (
  <section class="notice warning problems" id="alike" tabindex={-1} autofocus aria-labelledby="alike-title">
    <h2 class="notice-title" id="alike-title">
      Not sent yet: {warnings.alike.length > 0 ? 'is it one of these?' : 'it was rejected before'}
    </h2>
    {warnings.alike.length > 0 && <LookAlikes {...warnings} />}
    {warnings.rejectedAt !== undefined && (
      <p>
        A submission with one of these addresses was rejected on <Day iso={warnings.rejectedAt} />. If
        something has changed since, say so under “Notes”.
      </p>
    )}
    <div class="actions">
      <SendAnother warnings={warnings} values={values} />
    </div>
  </section>
)

const LookAlikes = ({ alike }: Pick<Warnings, 'alike'>) => (
  <>
    <ul>
      {alike.map(({ name, signs, slug, reference }) => (
        <li>
          {slug === undefined ? name : <a href={`/r/${slug}`}>{name}</a>}: {likenessText(signs)}
          {reference !== undefined && (
            <>
              {' '}
              (waiting for a maintainer as <span class="reference">{reference}</span>)
            </>
          )}
        </li>
      ))}
    </ul>
    <p>If so, you need not send it. You can report what is wrong or missing on its page.</p>
  </>
)
