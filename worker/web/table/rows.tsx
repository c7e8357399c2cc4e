// The table: one row for each resource. On a phone a row is a card (table.css), so each cell has its own label.

import { annotationsInShort, numbersInShort, useInShort } from '../../../bot/languages/decision.ts'
import { english } from '../../../bot/languages/index.ts'
import { statusDateText, useText } from '../../../bot/languages/values.ts'
import { isEnded } from '../../../schema/record/caveats.ts'
import { saysNothing } from '../../../schema/record/field-keys.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { licenseLink } from '../../../schema/record/values/licence.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import { ACCESS_WORDS, STATUS_WORDS, statusWord } from '../../../schema/words.ts'
import { Cell } from '../parts/cell.tsx'
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
          <th scope="col">Licence, access, use</th>
          <th scope="col">Size, annotations</th>
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
  const { slug, name, organization, url, availability, use, access, status } = resource
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
      <td class="fact">
        <span class="label">Licence, access, use</span> <License resource={resource} />
        <small class="beside">
          <Fact
            isSoft={access === 'unknown'}
            word={access === 'unknown' ? 'access unknown' : english.accessShort[access]}
            meaning={ACCESS_WORDS[access]}
          />{' '}
          ·{' '}
          <Fact
            isSoft={saysNothing({ ...use, note: null })}
            word={useInShort(english, use)}
            meaning={useText(english, use)}
          />
        </small>
      </td>
      <td class="fact">
        <span class="label">Size, annotations</span> <Extent resource={resource} />
      </td>
      <td class="fact">
        <span class="label">Status</span>{' '}
        <Fact isSoft={status === 'unknown'} word={statusWord(status)} meaning={STATUS_WORDS[status]} />
        {dated !== '' && <small class="as-of">{dated}</small>}
      </td>
    </tr>
  )
}

interface FactProps {
  /** Whether the fact is unknown. */
  readonly isSoft: boolean
  readonly word: string
  readonly meaning: string
}

const Fact = ({ isSoft, word, meaning }: FactProps) => (
  <span class={isSoft ? 'soft' : undefined} title={meaning === word ? undefined : meaning}>
    {word}
  </span>
)

/** How much there is, and how it is labelled. */
function Extent({ resource: { counts, annotations } }: { readonly resource: Resource }) {
  const [size, labels] = [numbersInShort(english, counts), annotationsInShort(english, annotations)]
  if (size === '' && labels === '') return <span class="soft">not recorded</span>
  return (
    <>
      {size === '' ? <span class="soft">not counted</span> : size}
      <small class={labels === '' ? 'beside soft' : 'beside'}>{labels || 'annotations not recorded'}</small>
    </>
  )
}

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
