// Messages above a form that was not sent.

import { likenessText } from '../../../schema/likeness.ts'
import type { Alike } from '../../../schema/verbs/submissions.ts'
import type { FormValues } from '../parts/form.ts'
import { textIn } from '../parts/form.ts'
import { ProblemSummary } from '../parts/problem-summary.tsx'
import { nameOfField } from '../parts/proposal/names.ts'
import { reportAddress } from './addresses.ts'
import { keyOfAlike, type ReturnedForm } from './sending.ts'

export const NotSent = ({ returned: { problems, slug } }: { readonly returned: ReturnedForm }) => (
  <ProblemSummary title="Not sent. Your entries are still here." problems={problems} nameOf={nameOfField}>
    {slug !== undefined && (
      <p>
        <a href={`/r/${slug}`}>See its page</a>, or <a href={reportAddress(slug)}>report an error in it</a>.
      </p>
    )}
  </ProblemSummary>
)

interface LookAlikesProps {
  readonly alike: readonly Alike[]
  readonly values: FormValues
}

/** Sends the form with the submitter's statement that it is none of the shown look-alikes. */
export const SendAnother = ({ alike, values }: LookAlikesProps) => (
  <button
    class="main"
    type="submit"
    name="others"
    value={[...textIn(values, 'others').split(' '), ...alike.map(keyOfAlike)].join(' ').trim()}
  >
    None of these: send it
  </button>
)

/** Asks the submitter to compare the look-alikes first. Rendered inside the form, because it has a submit button. */
export const LookAlikes = ({ alike, values }: LookAlikesProps) => (
  <section class="notice warning problems" id="alike" tabindex={-1} autofocus aria-labelledby="alike-title">
    <h2 class="notice-title" id="alike-title">
      Not sent yet: is it one of these?
    </h2>
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
    <div class="actions">
      <SendAnother alike={alike} values={values} />
    </div>
  </section>
)
