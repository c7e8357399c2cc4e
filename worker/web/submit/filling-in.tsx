// The button "Fill in from this address", and what came of it.

import { type FormValues, textIn } from '../parts/form.ts'
import { ProblemSummary } from '../parts/problem-summary.tsx'
import { nameOfField } from '../parts/proposal/names.ts'
import { FILL_IN, type FilledIn, FOUND } from './fill-in.ts'

interface FillInProps {
  readonly values: FormValues
}

/** The button beside the address. Whoever presses Enter in another field sends the form, by the button before it. */
export const FillInButton = ({ values }: FillInProps) => (
  <div class="fill-in">
    <button type="submit" name={FILL_IN} value="yes">
      Fill in from this address
    </button>
    <p class="hint">
      Asks DataCite, Crossref, PubMed, GitHub, Hugging Face or the page itself. What you typed stays.
    </p>
    {textIn(values, FOUND) !== '' && <input type="hidden" name={FOUND} value={textIn(values, FOUND)} />}
  </div>
)

interface ReportProps {
  readonly report: NonNullable<FilledIn['report']>
}

/** What came of it, above the form. */
export const FillingIn = ({ filled: { report, problems } }: { readonly filled: FilledIn }) => (
  <>
    {report && <FilledInReport report={report} />}
    {problems.size > 0 && (
      <ProblemSummary
        title="Not filled in. Your entries are still here."
        problems={problems}
        nameOf={nameOfField}
      />
    )}
  </>
)

/** Enter in a field presses the first button of a form, which must not be the one that fills in. */
export const FirstButton = ({ label }: { readonly label: string }) => (
  <div class="nothing-here" aria-hidden="true">
    <button type="submit" tabindex={-1}>
      {label}
    </button>
  </div>
)

const FilledInReport = ({ report: { fields, sites, isPaper, listed, otherwise } }: ReportProps) => (
  <section class="notice" id="filled-in" tabindex={-1} autofocus role="status">
    {listed && (
      <p>
        It is listed already: <a href={`/r/${listed.slug}`}>{listed.name}</a>.
      </p>
    )}
    {isPaper && <p>This address leads to a paper. If the data has an address of its own, give that one.</p>}
    {fields.length > 0 ? (
      <p>
        Filled in from {sites.length > 0 ? sites.join(', ') : 'the address'}: {fields.join(', ')}. Check it
        before you send it.
      </p>
    ) : (
      <p>Nothing more was found at this address. You can fill the form in yourself.</p>
    )}
    {otherwise.length > 0 && (
      <>
        <p>It says otherwise than the form, which stays as it is:</p>
        <ul>
          {otherwise.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      </>
    )}
  </section>
)
