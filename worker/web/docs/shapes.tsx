// Objects as tables, a member a row. What has no name of its own is told within the table that holds it.

import type { Schema } from './document.ts'
import { Prose } from './prose.tsx'
import { limitsOf, shapeAnchor, Type } from './types.tsx'

interface Row {
  /** `references[].title`: how a program would get there. */
  readonly path: string
  readonly schema: Schema
  readonly isRequired: boolean
  /** Before the members of one of several kinds that a value may be of. */
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

/** A shape as it stands: a table for an object, one for each kind of object that it may be, else a line. */
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

/** The member that has one value only is what tells one kind from another. */
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

/** What the rows above said already stands back. */
function Path({ path }: { readonly path: string }) {
  const at = path.lastIndexOf('.') + 1
  return (
    <code>
      {at > 0 && <span class="within">{path.slice(0, at)}</span>}
      <wbr />
      {path.slice(at)}
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
