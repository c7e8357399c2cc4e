// The operations of the API: addresses, parameters, body and responses.

import type { Block } from './blocks.ts'
import { type Answer, isError, type Operation } from './document.ts'
import { Refusals } from './errors.tsx'
import { Parameters } from './parameters.tsx'
import { Prose } from './prose.tsx'
import { Shape } from './shapes.tsx'
import { Type } from './types.tsx'

export const Method = ({ method }: { readonly method: string }) => (
  <span class={method === 'GET' ? 'method' : 'method writes'}>{method}</span>
)

export function OperationBlock({ block }: { readonly block: Block }) {
  const [{ description, parameters, body, answers, token }] = block
  return (
    <article class="operations">
      {block.map((operation) => (
        <Heading operation={operation} hasForms={block.length > 1} />
      ))}
      {token !== undefined && (
        <p class="token">
          {token === 'needed' ? 'For maintainers, with' : 'Maintainers may send'}{' '}
          <code>Authorization: Bearer</code> and their token.
        </p>
      )}
      {description !== undefined && (
        <p>
          <Prose text={description} />
        </p>
      )}
      {parameters.length > 0 && <Parameters parameters={parameters} />}
      {body !== undefined &&
        Object.entries(body.content).map(([type, { schema }]) => (
          <>
            <h4>
              Body: <code>{type}</code>
            </h4>
            {schema !== undefined && <Shape schema={schema} />}
          </>
        ))}
      <Answers answers={answers.filter((answer) => !isError(answer))} hasForms={block.length === 1} />
      <Refusals answers={answers} />
    </article>
  )
}

function Heading({ operation, hasForms }: { readonly operation: Operation; readonly hasForms: boolean }) {
  const { id, method, path, summary, answers } = operation
  const forms = answers.filter((answer) => !isError(answer)).flatMap(({ content }) => formsIn(content))
  return (
    <header id={id}>
      <h3>
        <a href={`#${id}`}>
          <Method method={method} /> <code>{path}</code>
        </a>
      </h3>
      <p>
        <Prose text={summary} /> {hasForms && forms}
      </p>
    </header>
  )
}

const Answers = ({
  answers,
  hasForms,
}: {
  readonly answers: readonly Answer[]
  readonly hasForms: boolean
}) => (
  <>
    <h4>Answers</h4>
    <table class="answers">
      <thead>
        <tr>
          <th scope="col">Status</th>
          <th scope="col">Body</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {answers.map(({ status, description, content, headers }) => (
          <tr>
            <th scope="row">
              <code>{status}</code>
            </th>
            <td>
              {hasForms || Object.keys(content).length === 0 ? (
                <Bodies content={content} />
              ) : (
                'in the form of the address'
              )}
            </td>
            <td>
              <Prose text={description} />
              {headers.map(([name, meaning]) => (
                <div class="header">
                  <code>{name}</code> <Prose text={meaning} />
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
)

function Bodies({ content }: { readonly content: Answer['content'] }) {
  const all = formsIn(content)
  if (all.length === 0) return <>none</>
  return (
    <>
      {all.map((form) => (
        <div>{form}</div>
      ))}
    </>
  )
}

/** Each media type with its schema, except plain strings. */
const formsIn = (content: Answer['content']) =>
  Object.entries(content).map(([type, { schema }]) => (
    <>
      <code class="media-type">{type}</code>{' '}
      {schema !== undefined && schema.type !== 'string' && <Type schema={schema} isWhole />}
    </>
  ))
