// The form that chooses what to compare. A field takes a name, an address or a DOI.

import { MOST_COMPARED, type ResourceName } from '../../../schema/verbs/resources.ts'
import type { Content } from '../page.tsx'
import { type Chosen, PARAMETERS } from './addresses.ts'

/** The form suggests so many names while a person types. */
export const SUGGESTED = 200

const LABELS = [
  'First data set',
  'Second data set',
  'Third data set (optional)',
  'Fourth data set (optional)',
] as const

/** Keeps the moment of the comparison. */
export const MomentFields = ({ momentSearch }: Pick<Chosen, 'momentSearch'>) =>
  [...new URLSearchParams(momentSearch)].map(([name, value]) => (
    <input type="hidden" name={name} value={value} />
  ))

/** `names` fill the fields; a slug among them is shown as the name of its resource. */
export function choicePage(
  suggested: readonly ResourceName[],
  { names, momentSearch }: Chosen,
  problem: string | undefined,
): Content {
  const nameOf = (text: string | undefined) => suggested.find(({ slug }) => slug === text)?.name ?? text
  return {
    title: 'Compare data sets',
    description: 'Two to four public COVID-19 imaging data sets side by side, and whether they overlap.',
    main: (
      <section class="comparison">
        <h1>Compare data sets</h1>
        <p class="lead">
          Choose two to four. The page shows them side by side, what differs first, and says whether they may
          share images.
        </p>
        {problem !== undefined && (
          <p class="notice warning" role="alert">
            {problem}
          </p>
        )}
        <form action="/compare" class="choose">
          <p class="hint">Enter part of a name, a web address or a DOI.</p>
          {PARAMETERS.slice(0, MOST_COMPARED).map((parameter, i) => (
            <p class="field">
              <label for={parameter}>{LABELS[i]}</label>
              <input
                id={parameter}
                name={parameter}
                list="data-sets"
                autocomplete="off"
                required={i < 2}
                value={nameOf(names[i])}
              />
            </p>
          ))}
          <MomentFields momentSearch={momentSearch} />
          <datalist id="data-sets">
            {suggested.map(({ name }) => (
              <option value={name} />
            ))}
          </datalist>
          <p class="actions">
            <button type="submit" class="main">
              Compare
            </button>
            <a href="/">Or tick them in the list</a>
          </p>
        </form>
      </section>
    ),
  }
}
