import type { Parameter } from './document.ts'
import { Prose } from './prose.tsx'
import { Required } from './shapes.tsx'
import { limitsOf, Type } from './types.tsx'

/** The path, query and header parameters of an operation. */
export const Parameters = ({ parameters }: { readonly parameters: readonly Parameter[] }) => (
  <>
    <h4>Parameters</h4>
    <table class="parameters">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Type</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map((parameter) => (
          <Row {...parameter} />
        ))}
      </tbody>
    </table>
  </>
)

function Row({ name, in: location, required, description = '', example, ...rest }: Parameter) {
  return (
    <tr>
      <th scope="row">
        <code>{name}</code> <small>{location}</small> {required && <Required />}
      </th>
      <td>
        <Value {...rest} />
      </td>
      <td>
        <Prose text={description} />
        {example !== undefined && (
          <div class="instance">
            As <code>{String(example)}</code>
          </div>
        )}
      </td>
    </tr>
  )
}

/** The type of a value. A list takes its values repeated or with commas between, so its items are described. */
function Value({ schema = {} }: Pick<Parameter, 'schema'>) {
  const isList = schema.items !== undefined
  return (
    <>
      <Type schema={isList && schema.items ? schema.items : schema} />{' '}
      <span class="limits">{isList ? 'one or several, with commas' : <Prose text={limitsOf(schema)} />}</span>
    </>
  )
}
