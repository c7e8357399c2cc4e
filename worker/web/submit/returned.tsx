// What is said before a form that was not sent.

import { likenessText } from '../../../schema/likeness.ts'
import type { Alike } from '../../../schema/verbs/submissions.ts'
import type { FormValues } from '../parts/form.ts'
import { textIn } from '../parts/form.ts'
import { ProblemSummary } from '../parts/problem-summary.tsx'
import { nameOfField } from '../parts/proposal/names.ts'
import { keyOfAlike, type Returned } from './sending.ts'

export const NotSent = ({ returned: { problems, slug } }: { readonly returned: Returned }) => (
  <ProblemSummary
    title="This was not sent. All that you typed is still here."
    problems={problems}
    nameOf={nameOfField}
  >
    {slug !== undefined && (
      <p>
        <a href={`/r/${slug}`}>See what is listed</a>, or{' '}
        <a href={`/r/${slug}/report`}>report an error in it</a>.
      </p>
    )}
  </ProblemSummary>
)

interface Given {
  readonly alike: readonly Alike[]
  readonly typed: FormValues
}

/** Sends what is not one of those that were shown, now or before. */
export const SendAnother = ({ alike, typed }: Given) => (
  <button
    class="main"
    type="submit"
    name="others"
    value={[...textIn(typed, 'others').split(' '), ...alike.map(keyOfAlike)].join(' ').trim()}
  >
    It is another one: send it
  </button>
)

/** What a new one may repeat, to be looked at before it is sent. It stands in the form, for its button. */
export const LookAlikes = ({ alike, typed }: Given) => (
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
              (waits for a maintainer, as <span class="reference">{reference}</span>)
            </>
          )}
        </li>
      ))}
    </ul>
    <p>If it is, there is nothing to send; what is wrong or missing there can be reported on its page.</p>
    <div class="actions">
      <SendAnother alike={alike} typed={typed} />
    </div>
  </section>
)
