// The table of what differs: a row for each field, a column for each data set. On a phone each field is a block.

import type { ComparedRow } from '../../../bot/languages/comparison.ts'
import { english } from '../../../bot/languages/index.ts'
import { dataTypeOf } from '../../../schema/record/field-keys.ts'
import { originName } from '../../../schema/record/lineage/names.ts'
import { nodeId } from '../../../schema/record/lineage/queries.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Comparison } from '../../../schema/verbs/resources.ts'
import type { Child } from '../jsx.ts'
import { Cell } from '../parts/cell.tsx'
import { PermissionFact, StatusFact } from '../parts/decision.tsx'
import { type Chosen, comparisonAddress } from './addresses.ts'

interface DifferenceTableProps {
  readonly compared: Comparison
  readonly chosen: Chosen
  readonly rows: readonly ComparedRow[]
}

export function DifferenceTable({ compared, chosen, rows }: DifferenceTableProps) {
  const { resources } = compared
  const pageOf = ({ slug }: Resource) => `/r/${slug}${chosen.momentSearch}`
  return (
    <section class="differences" aria-label="Side by side" tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Where they differ</th>
            {resources.map((resource) => (
              <th scope="col">
                <a href={pageOf(resource)}>{resource.name}</a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row name={english.fields.organization} resources={resources}>
            {(resource) => (
              <>
                {resource.organization}{' '}
                <a class="narrow" href={pageOf(resource)}>
                  Its page
                </a>
              </>
            )}
          </Row>
          <Row name={english.fields.url} resources={resources}>
            {({ url, status }) =>
              status === 'removed' || chosen.momentSearch !== '' ? url : <a href={url}>{hostOf(url)}</a>
            }
          </Row>
          {rows.map((row) => (
            <Row name={row.name} resources={resources}>
              {(resource, i) => shownValue(compared, row, resource, row.texts[i])}
            </Row>
          ))}
          <Row name="Selection" resources={resources}>
            {({ slug, name }) => (
              <a
                href={comparisonAddress({
                  ...chosen,
                  names: chosen.names.filter((other) => other !== slug),
                })}
                aria-label={`Remove ${name}`}
                rel="nofollow"
              >
                Remove
              </a>
            )}
          </Row>
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  readonly name: string
  readonly resources: readonly Resource[]
  readonly children: (resource: Resource, index: number) => Child
}

const Row = ({ name, resources, children }: RowProps) => (
  <tr>
    <th scope="row">{name}</th>
    {resources.map((resource, i) => (
      <td>
        <span class="label">{resource.name}</span>
        <div>{children(resource, i)}</div>
      </td>
    ))}
  </tr>
)

function shownValue(
  { lineage }: Comparison,
  { field }: ComparedRow,
  record: Resource,
  text: string | undefined,
): Child {
  const type = dataTypeOf(field)
  if (type !== undefined) return <Cell value={record.availability[type]} />
  if (text === undefined) return <span class="unsaid">{english.comparison.notRecorded}</span>
  switch (field) {
    case 'commercial':
    case 'redistribution':
    case 'modification':
      return <PermissionFact permission={record.use[field]} />
    case 'status':
      return <StatusFact record={record} now={Date.now()} />
    case 'sources': {
      const names = new Map(lineage.nodes.map((node) => [nodeId(node), node.name]))
      return (
        <ul class="compare-sources">
          {record.derivedFrom.map((slug) => (
            <li>
              <a href={`/r/${slug}`}>{names.get(slug) ?? slug}</a>
            </li>
          ))}
          {record.origins.map((name) => (
            <li>{originName(name)}</li>
          ))}
        </ul>
      )
    }
    default:
      return text
  }
}

const hostOf = (url: string): string => URL.parse(url)?.host.replace(/^www\./, '') ?? url
