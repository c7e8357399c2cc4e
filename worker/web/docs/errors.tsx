// Error statuses have the same meaning in all operations, so the page explains each once and operations link to it.

import { type Answer, isError, type Operation } from './document.ts'
import { Prose } from './prose.tsx'

const errorAnchor = (status: string): string => `error-${status}`

/** All descriptions of each error status, sorted by status. */
function errorsOf(operations: readonly Operation[]): readonly (readonly [string, readonly string[]])[] {
  const errors = new Map<string, Set<string>>()
  for (const { status, description } of operations.flatMap(({ answers }) => answers.filter(isError)))
    errors.set(status, (errors.get(status) ?? new Set()).add(description))
  return [...errors].map(([status, all]) => [status, [...all]] as const).sort(([a], [b]) => (a < b ? -1 : 1))
}

const statusText = (status: string) => (status === 'default' ? 'any other' : status)

export const Errors = ({ operations }: { readonly operations: readonly Operation[] }) => (
  <table class="answers">
    <thead>
      <tr>
        <th scope="col">Status</th>
        <th scope="col">Meaning</th>
      </tr>
    </thead>
    <tbody>
      {errorsOf(operations).map(([status, descriptions]) => (
        <tr id={errorAnchor(status)}>
          <th scope="row">
            <code>{statusText(status)}</code>
          </th>
          <td>
            {descriptions.map((description) => (
              <div>
                <Prose text={description} />
              </div>
            ))}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

export const Refusals = ({ answers }: { readonly answers: readonly Answer[] }) => {
  const statuses = answers.filter((answer) => isError(answer) && answer.status !== 'default')
  if (statuses.length === 0) return null
  return (
    <p class="refusals">
      Errors:{' '}
      {statuses.map(({ status }, i) => (
        <>
          {i > 0 && ', '}
          <a href={`#${errorAnchor(status)}`}>{status}</a>
        </>
      ))}
    </p>
  )
}
