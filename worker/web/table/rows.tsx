// The list: one row for each data set. Narrower than a tablet a row is a card (table.css).

import { annotationsInShort, numbersInShort } from '../../../bot/languages/decision.ts'
import { english } from '../../../bot/languages/index.ts'
import { isEnded } from '../../../schema/record/caveats.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import { DATA_TYPES, type DataTypeKey } from '../../../schema/vocabulary.ts'
import { AccessFact, StatusFact, UseFact } from '../parts/decision.tsx'
import { Has } from '../parts/has.tsx'
import { changed, momentQuery, queryOf, type TableFilters } from './view.ts'

/** The orders that a column's head leads to. */
const COLUMNS = [
  { title: 'Data set', sort: 'name', direction: 'ascending' },
  { title: 'Has', sort: 'certain', direction: undefined },
  { title: 'Commercial use', sort: undefined, direction: undefined },
  { title: 'Size', sort: 'images', direction: 'descending' },
  { title: 'Access, status', sort: undefined, direction: undefined },
] as const

interface RowsProps {
  readonly items: readonly Resource[]
  readonly filters: TableFilters
  /** In milliseconds. */
  readonly now: number
}

export function Rows({ items, filters, now }: RowsProps) {
  const atMoment = momentQuery(filters)
  const types = uncertainTypes(filters)
  const firstUnsure = items.find((item) => isUnsure(item, types))
  return (
    <table class="resources">
      <caption class="unseen">Data sets, and what one decides by</caption>
      <thead>
        <tr>
          <th class="tick">
            <span class="unseen">Compare</span>
          </th>
          {COLUMNS.map(({ title, sort, direction }) => (
            <th scope="col" aria-sort={sort !== undefined && filters.sort === sort ? direction : undefined}>
              {sort === undefined ? (
                title
              ) : (
                <a href={`/${queryOf(changed(filters, { sort: filters.sort === sort ? undefined : sort }))}`}>
                  {title}
                </a>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((resource) => (
          <>
            {resource === firstUnsure && <Divider types={types} />}
            <Row resource={resource} atMoment={atMoment} now={now} />
          </>
        ))}
      </tbody>
    </table>
  )
}

/** The data types of which the view lists also those without a record, after the others. */
function uncertainTypes(filters: TableFilters): readonly DataTypeKey[] {
  if (filters.sort !== undefined && filters.sort !== 'certain') return []
  if (filters.q !== undefined && filters.sort === undefined) return []
  return DATA_TYPES.map(({ key }) => key).filter((key) => {
    const values = filters[key]?.split(',') ?? []
    return values.includes('yes') && values.includes('unknown')
  })
}

const isUnsure = ({ availability }: Resource, types: readonly DataTypeKey[]) =>
  types.some((key) => availability[key] === 'unknown')

const Divider = ({ types }: { readonly types: readonly DataTypeKey[] }) => (
  <tr class="divider">
    <td colspan={COLUMNS.length + 1}>
      Not recorded whether these have{' '}
      {DATA_TYPES.filter(({ key }) => types.includes(key))
        .map(({ label }) => label)
        .join(' and ')}
    </td>
  </tr>
)

interface RowProps {
  readonly resource: Resource
  /** The moment as a query; empty for now. */
  readonly atMoment: string
  readonly now: number
}

function Row({ resource, atMoment, now }: RowProps) {
  const { slug, name, organization, url } = resource
  return (
    <tr class={isEnded(resource) ? 'ended' : undefined}>
      <td class="tick">
        <label>
          <input type="checkbox" name="compare" value={slug} aria-label={`Compare ${name}`} />
        </label>
      </td>
      <th scope="row">
        <a href={`/r/${slug}${atMoment}`}>{name}</a>
        <small>
          {organization} · {hostOf(url)}
        </small>
      </th>
      <td>
        <Has record={resource} />
      </td>
      <td>
        <span class="label">Commercial use: </span>
        <UseFact use={resource.use} isLabelled />
        <License resource={resource} />
      </td>
      <td>
        <Extent resource={resource} />
      </td>
      <td>
        <span class="label">Access: </span>
        <AccessFact access={resource.access} isLabelled /> <span class="label">Status: </span>
        <StatusFact record={resource} now={now} isLabelled />
      </td>
    </tr>
  )
}

/** How much there is, and how it is labelled. */
function Extent({ resource: { counts, annotations } }: { readonly resource: Resource }) {
  const [size, labels] = [numbersInShort(english, counts), annotationsInShort(english, annotations)]
  if (size === '' && labels === '') return <span class="soft">not recorded</span>
  return (
    <>
      <span class={size === '' ? 'line soft' : 'line'}>{size || 'size not recorded'}</span>{' '}
      <small class="line" title={labels === '' ? undefined : labels}>
        {labels || 'annotations not recorded'}
      </small>
    </>
  )
}

/** The licence as claimed, in full; a narrow column shows its start. */
function License({ resource }: { readonly resource: Resource }) {
  const { license, licenseSpdx, claims } = resource
  const claimed = new Set(
    claims.flatMap(({ field, value }) => (field === 'license' ? [JSON.stringify(value)] : [])),
  )
  const link = licenseLink(resource)
  const text = licenseSpdx ?? license
  return (
    <small class="line">
      {claimed.size > 1 && <span class="disputed">⚠ sources disagree ({claimed.size}): </span>}
      {text === null ? (
        'licence not recorded'
      ) : link === undefined ? (
        <span title={text}>{text}</span>
      ) : (
        <a href={link} rel="license noreferrer">
          {text}
        </a>
      )}
    </small>
  )
}

const hostOf = (url: string): string => URL.parse(url)?.host.replace(/^www\./, '') ?? url
