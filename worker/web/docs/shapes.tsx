// Schemas as tables with a row for each member. A nested object without a name has its rows in the same table.

import type { Schema } from './document.ts'
import { Prose } from './prose.tsx'
import { limitsOf, shapeAnchor, Type } from './types.tsx'

interface Row {
  /** The path as a program writes it: `references[].title`. */
  readonly path: string
  readonly schema: Schema
  readonly isRequired: boolean
  /** Marks the start of one of several alternatives. */
  readonly note?: 'either' | 'or'
}

const rowsOf = ({ properties = {}, required = [] }: Schema, within = ''): readonly Row[] =>
  Object.entries(properties).flatMap(([name, schema]) => {
    const path = within + name
    return [{ path, schema, isRequired: required.includes(name) }, ...rowsWithin(schema, path)]
  })

function rowsWithin(schema: Schema, path: string): readonly Row[] {
  if (schema.items !== undefined) return rowsWithin(schema.items, `${path}[]`)
  const kinds = kindsOf(schema).filter(({ properties }) => properties !== undefined)
  return [
    ...rowsOf(schema, `${path}.`),
    ...(schema.allOf ?? []).flatMap((part) => rowsWithin(part, path)),
    ...kinds.flatMap((kind, i): Row[] => [
      { path, schema: kind, isRequired: false, note: i === 0 ? 'either' : 'or' },
      ...rowsOf(kind, `${path}.`),
    ]),
  ]
}

const kindsOf = ({ anyOf, oneOf }: Schema): readonly Schema[] => anyOf ?? oneOf ?? []

/** A schema: a table for an object, one for each alternative object, a line for anything else. */
export function Shape({ schema }: { readonly schema: Schema }) {
  const kinds = kindsOf(schema)
  if (schema.properties !== undefined) return <Members schema={schema} />
  if (schema.allOf !== undefined)
    return (
      <>
        <p>
          <Type schema={schema} />
        </p>
        {schema.allOf
          .filter(({ $ref }) => $ref === undefined)
          .map((part) => (
            <Shape schema={part} />
          ))}
      </>
    )
  if (kinds.some(({ properties }) => properties !== undefined))
    return (
      <>
        {kinds.map((kind) => (
          <>
            <p class="kind">
              <Kind schema={kind} />
            </p>
            <Shape schema={kind} />
          </>
        ))}
      </>
    )
  return (
    <p>
      <Type schema={schema} isWhole /> <Prose text={limitsOf(schema)} />
    </p>
  )
}

/** The heading of an alternative: the member whose constant value distinguishes it. */
function Kind({ schema: { title, properties = {} } }: { readonly schema: Schema }) {
  const [name, only] = Object.entries(properties).find(([, member]) => member.const !== undefined) ?? []
  if (name === undefined) return <>{title ?? 'Or'}</>
  return (
    <>
      Where <code>{name}</code> is <code>{String(only?.const)}</code>
    </>
  )
}

function Members({ schema }: { readonly schema: Schema }) {
  const rows = rowsOf(schema)
  const hasMeanings = rows.some((row) => row.schema.description !== undefined)
  return (
    <table class="members">
      <thead>
        <tr>
          <th scope="col">Member</th>
          <th scope="col">Type</th>
          {hasMeanings && <th scope="col">Meaning</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Member {...row} hasMeaning={hasMeanings} />
        ))}
      </tbody>
    </table>
  )
}

function Member({ path, schema, isRequired, note, hasMeaning }: Row & { readonly hasMeaning: boolean }) {
  return (
    <tr>
      <th scope="row">
        <Path path={path} /> {isRequired && <Required />}
      </th>
      <td>
        {note ?? (
          <>
            <Type schema={schema} />{' '}
            <span class="limits">
              <Prose text={limitsOf(schema)} />
            </span>
          </>
        )}
      </td>
      {hasMeaning && <td>{schema.description !== undefined && <Prose text={schema.description} />}</td>}
    </tr>
  )
}

/** A member's path, with the part that the rows above share dimmed. */
function Path({ path }: { readonly path: string }) {
  const nameStart = path.lastIndexOf('.') + 1
  return (
    <code>
      {nameStart > 0 && <span class="within">{path.slice(0, nameStart)}</span>}
      <wbr />
      {path.slice(nameStart)}
    </code>
  )
}

export const Required = () => <small class="required">required</small>

export const Shapes = ({ schemas }: { readonly schemas: Readonly<Record<string, Schema>> }) => (
  <>
    {Object.entries(schemas).map(([name, schema]) => (
      <section class="shape" id={shapeAnchor(name)}>
        <h3>
          <a href={`#${shapeAnchor(name)}`}>
            <code>{name}</code>
          </a>
        </h3>
        {schema.description !== undefined && (
          <p>
            <Prose text={schema.description} />
          </p>
        )}
        <Shape schema={schema} />
      </section>
    ))}
  </>
)
