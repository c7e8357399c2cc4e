// GET /: the table.

import type { Context } from 'hono'
import { english } from '../../../bot/languages/index.ts'
import { understoodNotes, understoodText } from '../../../bot/languages/understood.ts'
import { rewrittenAt } from '../../../schema/verbs/as-of.ts'
import type { Facets, ResourcePage } from '../../../schema/verbs/resources.ts'
import { DATA_TYPE_KEYS, REGISTRY } from '../../../schema/vocabulary.ts'
import type { AppEnv } from '../../env.ts'
import { EXPORT_FORMATS } from '../../formats/index.ts'
import { baseOf } from '../../http/base.ts'
import { startAt, writeCursor } from '../../http/cursor.ts'
import { placeShapeOf, selectionOf } from '../../http/filters.ts'
import { answerPage } from '../page.tsx'
import type { PageRoute } from '../page-route.ts'
import { registryPreview } from '../preview/tags.tsx'
import { ActiveFilters } from './chips.tsx'
import { Filters } from './filters.tsx'
import { Rows } from './rows.tsx'
import { Sorts } from './sorts.tsx'
import { changed, momentQuery, queryOf, readView, type TableFilters, type View } from './view.ts'

/** The largest page that a list may have. */
const PAGE_SIZE = 100

async function answerTable(c: Context<AppEnv>): Promise<Response> {
  const { searchParams } = new URL(c.req.url)
  const view = readView(searchParams)
  const { filters, cursor, leftOut } = view
  // A form sends empty fields too. The redirect gives an address without them, which readers share.
  const address = queryOf(filters, cursor)
  if (leftOut.length === 0 && address !== requestedQuery(searchParams)) return c.redirect(`/${address}`, 303)
  const selection = selectionOf(inPageOrder(filters))
  const name = JSON.stringify(['table', selection])
  const table = await c.get('registry').listResources({
    ...selection,
    from: startAt(cursor, name, placeShapeOf(selection.order)),
    size: PAGE_SIZE,
    count: 'facets',
  })
  const { facets } = table
  if (facets === undefined) throw new Error('The facets of the table were asked for.')
  const next = table.next && queryOf(filters, writeCursor(name, table.next.place))
  return answerPage(
    c,
    {
      title: titleOf(filters),
      description: REGISTRY.description,
      section: '/',
      head: registryPreview({ resources: facets.shown, totals: facets.coverage }, baseOf(c)),
      main: <TablePage view={view} table={table} facets={facets} next={next} />,
    },
    { changedAt: rewrittenAt(table.asOf) },
  )
}

/** The usual order of the page differs from the API's: what has ended comes last. */
const inPageOrder = (filters: TableFilters): TableFilters =>
  selectionOf(filters).order === 'table' && filters.sort === undefined
    ? changed(filters, { sort: 'certain' })
    : filters

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
  const { filters } = view
  return (
    <div class="listing">
      <div class="opening">
        <h1>Public COVID-19 imaging data, checked and sourced</h1>
        <p class="lead" id="lead">
          <Lead filters={filters} table={table} all={facets.all} />
        </p>
      </div>
      <Filters filters={filters} facets={facets} />
      <section id="results" aria-label="Data sets">
        <Understood view={view} table={table} facets={facets} />
        <ActiveFilters filters={filters} />
        {/* Without a row it may still have boxes that were ticked in another list (live.client.js). */}
        <form action="/compare" class="comparing">
          {(['release', 'at'] as const).map(
            (name) =>
              filters[name] !== undefined && <input type="hidden" name={name} value={filters[name]} />,
          )}
          {table.items.length === 0 ? (
            <Nothing filters={filters} />
          ) : (
            <Rows items={table.items} filters={filters} now={Date.now()} />
          )}
          <p class="tray">
            <button type="submit" class="main">
              Compare
            </button>
            <span>Tick two to four data sets to see them side by side.</span>
          </p>
        </form>
        <Pages view={view} next={next} />
        <Moments filters={filters} table={table} />
        {facets.shown > 0 && <Downloads filters={filters} shown={facets.shown} />}
      </section>
    </div>
  )
}

/** What this is, or of which moment. */
function Lead({
  filters,
  table: { asOf },
  all,
}: Pick<TablePageProps, 'table'> & { readonly filters: TableFilters; readonly all: number }) {
  const { release, at, q } = filters
  if (release !== undefined || at !== undefined)
    return (
      <>
        {release === undefined
          ? `The data sets as of ${english.day(at ?? '')}.`
          : `Release ${release}, unchanged since.`}{' '}
        <a href={`/${queryOf(changed(filters, { release: undefined, at: undefined }))}`}>Show the latest</a>
      </>
    )
  return (
    <>
      {q === undefined ? `${all} data sets` : 'Data sets'}
      <span class="what">, with data types, terms of use, size, annotations, and a source for each fact</span>
      .{asOf.changedAt !== undefined && ` Last changed ${english.day(asOf.changedAt)}.`}{' '}
      <a href="#moments">Earlier releases</a>
    </>
  )
}

/** How many there are, and how the query was understood. */
function Understood({ view: { filters, leftOut, reasons }, table, facets }: Omit<TablePageProps, 'next'>) {
  const taken = understoodText(english, table.understood)
  return (
    <>
      {leftOut.length > 0 && (
        <p class="notice warning">
          Ignored, because it was not understood: <code>{leftOut.join(' ')}</code>
          {reasons.length > 0 && `. ${reasons.join(' ')}`}
        </p>
      )}
      <div class="bar-of-results">
        <p class="count" role="status">
          <strong>{facets.shown}</strong> of {facets.all} data sets
          {!table.complete && facets.shown > 0 && '; no set matches all words'}
          {taken !== undefined && ` · ${taken}`}
        </p>
        <Sorts filters={filters} />
      </div>
      {understoodNotes(english, table.understood).map((note) => (
        <p class="note">{note}</p>
      ))}
    </>
  )
}

function Pages({ view: { filters, cursor }, next }: Pick<TablePageProps, 'view' | 'next'>) {
  if (cursor === undefined && next === undefined) return null
  return (
    <nav class="pages" aria-label="Pages">
      {cursor !== undefined && <a href={`/${queryOf(filters)}`}>First page</a>}
      {next !== undefined && (
        <a href={`/${next}`} rel="next">
          Next page
        </a>
      )}
    </nav>
  )
}

/** Links to the list of now and of each release. */
function Moments({
  filters,
  table: { releases },
}: Pick<TablePageProps, 'table'> & { readonly filters: TableFilters }) {
  const { release, at } = filters
  const isNow = release === undefined && at === undefined
  const hrefFor = (version: string | undefined) =>
    `/${queryOf(changed(filters, { release: version, at: undefined }))}`
  return (
    <nav id="moments" class="moments" aria-label="Releases">
      <ul>
        <li>
          <a class="moment" href={hrefFor(undefined)} aria-current={isNow ? 'true' : undefined}>
            Now
          </a>
        </li>
        {releases.map(({ version, releasedOn }) => (
          <li>
            <a class="moment" href={hrefFor(version)} aria-current={release === version ? 'true' : undefined}>
              {version} <small>{english.day(releasedOn)}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Nothing = ({ filters }: { readonly filters: TableFilters }) => (
  <div class="nothing">
    <p>No data sets match.</p>
    <ul>
      <li>
        <a href={`/${momentQuery(filters)}`}>Clear all filters</a>
      </li>
      {DATA_TYPE_KEYS.some((key) => filters[key] === 'yes') && (
        <li>Tick “not recorded” too. Those data sets may have it.</li>
      )}
      <li>
        <a href="/submit">Suggest a data set that is missing</a>
      </li>
    </ul>
  </div>
)

/** Downloads of the filtered resources on all pages, and the address of this view. */
function Downloads({ filters, shown }: { readonly filters: TableFilters; readonly shown: number }) {
  const query = queryOf(filters)
  return (
    <section class="downloads">
      <h2>{shown === 1 ? 'Download this record' : `Download these ${shown} records`}</h2>
      <ul>
        {Object.entries(EXPORT_FORMATS).map(([suffix, { description }]) => (
          <li>
            <a href={`/v1/export.${suffix}${query}`}>{`export.${suffix}`}</a> <small>{description}</small>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/${query}`}>Link to this view</a> ·{' '}
        <a href={`/v1/resources${queryOf(inPageOrder(filters))}`}>the same as JSON, a page at a time</a>
        {filters.at === undefined && filters.release === undefined && (
          <>
            {' '}
            · <a href={`/feed.atom${queryOf({ ...filters, sort: undefined })}`}>their changes as a feed</a>
          </>
        )}
      </p>
    </section>
  )
}

export const tablePages: readonly PageRoute[] = [{ path: '/', get: answerTable }]
