// The table: one row for each resource. On a phone a row is a card (table.css), so each cell has its own label.

import { english } from '../../../bot/languages/index.ts'
import { statusDateText } from '../../../bot/languages/values.ts'
import { isEnded } from '../../../schema/record/caveats.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { ACCESS_WORDS, STATUS_WORDS, statusWord } from '../../../schema/words.ts'
import { Cell } from '../parts/cell.tsx'
import { accessWord } from './filters.tsx'
import { queryOf, type TableFilters } from './view.ts'

/** A licence has up to 300 characters; the resource page has them all. */
const LICENSE_LENGTH = 40

interface RowsProps {
  readonly items: readonly Resource[]
  readonly filters: TableFilters
}

export function Rows({ items, filters }: RowsProps) {
  const momentQuery = queryOf({
    ...(filters.release !== undefined && { release: filters.release }),
    ...(filters.at !== undefined && { at: filters.at }),
  })
  return (
    <table class="resources">
      <caption class="unseen">Resources, and which kinds of data each has</caption>
      <thead>
        <tr>
          <th scope="col" aria-sort={filters.sort === 'name' ? 'ascending' : undefined}>
            Resource
          </th>
          {DATA_TYPES.map(({ label, meaning }) => (
            <th scope="col" title={meaning}>
              {label}
            </th>
          ))}
          <th scope="col">Licence</th>
          <th scope="col">Access</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        {items.map((resource) => (
          <Row resource={resource} momentQuery={momentQuery} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ resource, momentQuery }: { readonly resource: Resource; readonly momentQuery: string }) {
  const { slug, name, organization, url, availability, access, status } = resource
  const dated = statusDateText(english, resource)
  return (
    <tr class={isEnded(resource) ? 'ended' : undefined}>
      <th scope="row">
        <a href={`/r/${slug}${momentQuery}`}>{name}</a>
        <small>
          {organization} ·{' '}
          <a href={url} rel="noreferrer">
            {hostOf(url)}
          </a>
        </small>
      </th>
      {DATA_TYPES.map(({ key, label }) => (
        <td>
          <span class="label">{label}</span> <Cell value={availability[key]} />
        </td>
      ))}
      <td class="fact license">
        <span class="label">Licence</span> <License resource={resource} />
      </td>
      <td class="fact">
        <span class="label">Access</span>{' '}
        <Fact value={access} word={accessWord(access)} meaning={ACCESS_WORDS[access]} />
      </td>
      <td class="fact">
        <span class="label">Status</span>{' '}
        <Fact value={status} word={statusWord(status)} meaning={STATUS_WORDS[status]} />
        {dated !== '' && <small class="as-of">{dated}</small>}
      </td>
    </tr>
  )
}

interface FactProps {
  readonly value: string
  readonly word: string
  readonly meaning: string
}

/** A fact of the row. An unknown one is dimmed. */
const Fact = ({ value, word, meaning }: FactProps) => (
  <span class={value === 'unknown' ? 'soft' : undefined} title={meaning === word ? undefined : meaning}>
    {word}
  </span>
)

/** The SPDX identifier or the licence as claimed, and the number of contradicting claims. */
function License({ resource }: { readonly resource: Resource }) {
  const { license, licenseSpdx, claims } = resource
  const others = new Set(
    claims.flatMap(({ field, value, stated }) =>
      field === 'license' && !stated ? [JSON.stringify(value)] : [],
    ),
  )
  const link = licenseLink(resource)
  const text = licenseSpdx ?? license
  return (
    <>
      {text === null ? (
        <span class="soft">not recorded</span>
      ) : link === undefined ? (
        <span title={text}>{shortened(text)}</span>
      ) : (
        <a href={link} rel="license noreferrer">
          {text}
        </a>
      )}
      {others.size > 0 && (
        <span class="disputed"> and {others.size === 1 ? 'another' : `${others.size} others`} claimed</span>
      )}
    </>
  )
}

const shortened = (text: string) =>
  text.length > LICENSE_LENGTH ? `${text.slice(0, LICENSE_LENGTH - 1).trimEnd()}…` : text

const hostOf = (url: string): string => URL.parse(url)?.host.replace(/^www\./, '') ?? url
