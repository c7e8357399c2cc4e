import type { Child } from '../jsx.ts'
import { idOf, type Problems } from './form.ts'

interface ProblemSummaryProps {
  readonly title: string
  readonly problems: Problems
  /** The label of a field, by its name. */
  readonly nameOf: (name: string) => string
  /** Advice below the list. */
  readonly children?: Child
}

/** Lists a form's problems above it and takes the focus; each line links to its field. */
export const ProblemSummary = ({ title, problems, nameOf, children }: ProblemSummaryProps) => (
  <section
    class="notice warning problems"
    id="problems"
    tabindex={-1}
    autofocus
    aria-labelledby="problems-title"
  >
    <h2 class="notice-title" id="problems-title">
      {title}
    </h2>
    <ul>
      {[...problems].map(([name, problem]) => (
        <li>
          {name === '' ? (
            problem
          ) : (
            <>
              <a href={`#${idOf(name)}`}>{nameOf(name)}</a>: {problem}
            </>
          )}
        </li>
      ))}
    </ul>
    {children}
  </section>
)
