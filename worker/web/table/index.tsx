// GET /: the table.

import type { Context } from 'hono'
import { numeral } from '../../../bot/languages/english/writing.ts'
import { english } from '../../../bot/languages/index.ts'
import { understoodNotes, understoodText } from '../../../bot/languages/understood.ts'
import type { ResourcePage } from '../../../schema/verbs/resources.ts'
import { DATA_TYPES, REGISTRY } from '../../../schema/vocabulary.ts'
import { type Facets, facetsOf } from '../../domain/search/facets.ts'
import type { AppEnv } from '../../env.ts'
import { EXPORT_FORMATS } from '../../formats/index.ts'
import { baseOf } from '../../http/base.ts'
import { startAt, writeCursor } from '../../http/cursor.ts'
import { placeShapeOf, selectionOf } from '../../http/filters.ts'
import { answerPage } from '../page.tsx'
import type { PageRoute } from '../page-route.ts'
import { RegistryPreview } from '../preview.tsx'
import { ActiveFilters } from './chips.tsx'
import { Coverage } from './coverage.tsx'
import { Filters } from './filters.tsx'
import { Rows } from './rows.tsx'
import { changed, momentOnly, queryOf, readView, type TableFilters, type View } from './view.ts'

/** The largest page that a list may have. */
const PAGE_SIZE = 100

async function answerTable(c: Context<AppEnv>): Promise<Response> {
  const { searchParams } = new URL(c.req.url)
  const view = readView(searchParams)
  const { filters, cursor, leftOut } = view
  // A form sends empty fields too. The redirect gives an address without them, which readers share.
  const address = queryOf(filters, cursor)
  if (leftOut.length === 0 && address !== requestedQuery(searchParams)) return c.redirect(`/${address}`, 303)
  const selection = selectionOf(filters)
  const name = JSON.stringify(['table', selection])
  const table = await c.get('registry').listResources({
    ...selection,
    from: startAt(cursor, name, placeShapeOf(selection.order)),
    size: PAGE_SIZE,
    count: 'facets',
  })
  const facets = facetsOf(table.tallies, selection.filter)
  const next = table.next && queryOf(filters, writeCursor(name, table.next.place))
  return answerPage(
    c,
    {
      title: titleOf(filters),
      description: REGISTRY.description,
      section: '/',
      head: <RegistryPreview base={baseOf(c)} resources={facets.shown} totals={facets.coverage} />,
      main: <TablePage view={view} table={table} facets={facets} next={next} />,
    },
    { changedAt: table.asOf.changedAt },
  )
}

/** The query as requested, in the spelling of `queryOf`. */
const requestedQuery = (query: URLSearchParams): string => {
  const text = query.toString().replaceAll('%2C', ',')
  return text === '' ? '' : `?${text}`
}

const titleOf = ({ release, at, q }: TableFilters): string =>
  [
    ...(q === undefined ? [] : [`“${q}”`]),
    ...(release === undefined ? [] : [`Release ${release}`]),
    ...(at === undefined ? [] : [`As of ${english.day(at)}`]),
  ].join(', ')

interface TablePageProps {
  readonly view: View
  readonly table: ResourcePage
  readonly facets: Facets
  readonly next: string | undefined
}

function TablePage({ view, table, facets, next }: TablePageProps) {
  const { filters, cursor, leftOut, reasons } = view
  const taken = understoodText(english, table.understood)
  return (
    <>
      <div class="opening">
        <div>
          <h1>Who has which kind of data</h1>
          <p class="lead">
            Yes, no or unknown for {numeral(DATA_TYPES.length).toLowerCase()} data types of each public
            COVID-19 imaging resource, each fact with its source. It began as a survey in May 2020 and is kept
            up by whoever knows more.
          </p>
          <Moments filters={filters} table={table} />
        </div>
        <div id="coverage">
          <Coverage coverage={facets.coverage} shown={facets.shown} />
        </div>
      </div>
      <Filters filters={filters} facets={facets} />
      <section id="results" aria-label="Resources">
        {leftOut.length > 0 && (
          <p class="notice warning">
            Not understood, and so left out: <code>{leftOut.join(' ')}</code>
            {reasons.length > 0 && `. ${reasons.join(' ')}`}
          </p>
        )}
        <p class="count" role="status">
          <strong>{facets.shown}</strong> of {facets.all} resources
          {filters.q !== undefined && ` that “${filters.q}” finds`}
          {!table.complete && facets.shown > 0 && '; none has all of the words, these have some'}
          {taken !== undefined && ` · ${taken}`}
        </p>
        {understoodNotes(english, table.understood).map((note) => (
          <p class="note">{note}</p>
        ))}
        <ActiveFilters filters={filters} />
        {table.items.length === 0 ? (
          <Nothing filters={filters} />
        ) : (
          <Rows items={table.items} filters={filters} />
        )}
        {(cursor !== undefined || next !== undefined) && (
          <nav class="pages" aria-label="Pages">
            {cursor !== undefined && <a href={`/${queryOf(filters)}`}>First page</a>}
            {next !== undefined && (
              <a href={`/${next}`} rel="next">
                Next page
              </a>
            )}
          </nav>
        )}
        {facets.shown > 0 && <Downloads filters={filters} shown={facets.shown} />}
      </section>
    </>
  )
}

/** Links to the table of now and of each release. */
function Moments({
  filters,
  table: { releases, asOf },
}: Pick<TablePageProps, 'table'> & { readonly filters: TableFilters }) {
  const { release, at } = filters
  const isNow = release === undefined && at === undefined
  const hrefFor = (version: string | undefined) =>
    `/${queryOf(changed(filters, { release: version, at: undefined }))}`
  return (
    <nav id="moments" class="moments" aria-label="As of when">
      <ul>
        <li>
          <a href={hrefFor(undefined)} aria-current={isNow ? 'true' : undefined}>
            Now
          </a>
        </li>
        {releases.map(({ version, releasedOn }) => (
          <li>
            <a href={hrefFor(version)} aria-current={release === version ? 'true' : undefined}>
              {version} <small>{english.day(releasedOn)}</small>
            </a>
          </li>
        ))}
      </ul>
      <p>
        {at !== undefined && `As it stood on ${english.day(at)}. `}
        {asOf.changedAt !== undefined && `Last changed ${english.day(asOf.changedAt)}.`}
      </p>
    </nav>
  )
}

const Nothing = ({ filters }: { readonly filters: TableFilters }) => (
  <div class="nothing">
    <p>Nothing that is listed fits all of this.</p>
    <ul>
      <li>
        <a href={`/${queryOf(momentOnly(filters))}`}>See the whole table</a>
      </li>
      <li>
        Unknown is a value here: <em>yes or unknown</em> finds also those of which that is not recorded.
      </li>
      <li>
        <a href="/submit">Suggest what is missing</a>
      </li>
    </ul>
  </div>
)

/** Downloads of the filtered resources on all pages, and the address of this view. */
function Downloads({ filters, shown }: { readonly filters: TableFilters; readonly shown: number }) {
  const query = queryOf(filters)
  return (
    <section class="downloads">
      <h2>{shown === 1 ? 'Download this one' : `Download these ${shown}`}</h2>
      <ul>
        {Object.entries(EXPORT_FORMATS).map(([suffix, { description }]) => (
          <li>
            <a href={`/v1/export.${suffix}${query}`}>{`export.${suffix}`}</a> <small>{description}</small>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/${query}`}>Link to this view</a> ·{' '}
        <a href={`/v1/resources${query}`}>the same as JSON, a page at a time</a>
      </p>
    </section>
  )
}

export const tablePages: readonly PageRoute[] = [{ path: '/', get: answerTable }]
