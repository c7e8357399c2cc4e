import type { Child } from 'hono/jsx'
import { idOf, type Problems } from './form.ts'

interface Given {
  /** What is to be said before all else. */
  readonly title: string
  readonly problems: Problems
  /** What each field is called. */
  readonly nameOf: (name: string) => string
  /** What can be done about it. */
  readonly children?: Child
}

/** What is wrong with a form, before it: the page begins here, and each line leads to its field. */
export const ProblemSummary = ({ title, problems, nameOf, children }: Given) => (
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
