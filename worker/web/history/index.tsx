// GET /history: the changes of all resources or of one, latest first.

import type { Context } from 'hono'
import { faultyFields } from '../../../schema/errors.ts'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import type { ListedChange, ResourceVerbs } from '../../../schema/verbs/resources.ts'
import type { AppEnv } from '../../env.ts'
import { linkHeader } from '../../http/links.ts'
import { failurePage } from '../failure.tsx'
import { answerPage, type Content } from '../page.tsx'
import type { PageRoute } from '../page-route.ts'
import { ChangeEntry } from '../parts/change.tsx'
import { Day } from '../parts/day.tsx'
import { Run, runsOf } from './run.tsx'

/** Enough for the changes of most releases, which are one entry. */
const PAGE_SIZE = 100

async function answerHistory(c: Context<AppEnv>): Promise<Response> {
  const query = new URL(c.req.url).searchParams
  const slug = query.get('slug')?.toLowerCase().slice(0, LENGTHS.slug) || undefined
  const [before, after] = [sequenceIn(query, 'before'), sequenceIn(query, 'after')]
  const listed = await c.get('registry').listChanges({ slug, before, after, size: PAGE_SIZE })
  if (slug !== undefined && listed.items.length === 0)
    return failurePage(c, {
      status: 404,
      message: `There are no changes here of anything called “${slug}”.`,
      search: slug.replaceAll('-', ' '),
    })
  const content = history(slug, listed)
  const next = address({ slug, before: listed.next })
  return answerPage(c, content, {
    headers: listed.next === undefined ? {} : linkHeader([{ to: next, rel: 'next' }]),
  })
}

/** The sequence number of the change that the page begins next to. */
function sequenceIn(query: URLSearchParams, name: 'before' | 'after'): number | undefined {
  const text = query.get(name) || undefined
  if (text === undefined) return undefined
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw faultyFields([{ field: name, problem: 'That is no number of a change.' }])
}

const address = (parameters: { readonly [name: string]: string | number | undefined }): string => {
  const query = new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  )
  return query.size > 0 ? `/history?${query}` : '/history'
}

type ChangePage = Awaited<ReturnType<ResourceVerbs['listChanges']>>

function history(slug: string | undefined, { items, next, previous }: ChangePage): Content {
  const name = slug === undefined ? undefined : items[0]?.after.name
  return {
    title: name === undefined ? 'History' : `History of ${name}`,
    description: `What changed${name === undefined ? '' : ` of ${name}`}, latest first: before and after, when, and why.`,
    section: '/history',
    main: (
      <>
        <h1>History</h1>
        <p class="lead">
          {name === undefined ? (
            'Every change, latest first.'
          ) : (
            <>
              Changes of <a href={`/r/${slug}`}>{name}</a>, latest first.
            </>
          )}
        </p>
        <p class="ways-on">
          {slug === undefined ? (
            <a href="/feed.atom">Atom feed</a>
          ) : (
            <a href="/history">History of all data sets</a>
          )}
        </p>
        {byDay(items).map(([day, changes]) => (
          <section class="day">
            <h2>
              <Day iso={day} />
            </h2>
            {slug === undefined
              ? runsOf(changes).map((run) => (
                  <Entry run={run} isCut={next !== undefined && changes.at(-1) === items.at(-1)} />
                ))
              : changes.map((change) => <ChangeEntry change={change} isUnderDay />)}
          </section>
        ))}
        <nav class="turns" aria-label="Pages">
          {previous !== undefined && (
            <a rel="prev" href={address({ slug, after: previous })}>
              Later changes
            </a>
          )}
          {next !== undefined && (
            <a rel="next" href={address({ slug, before: next })}>
              Earlier changes
            </a>
          )}
        </nav>
      </>
    ),
  }
}

function Entry({ run, isCut }: { readonly run: readonly ListedChange[]; readonly isCut: boolean }) {
  const [first, second] = run
  if (!first) return null
  if (second) return <Run first={first} changes={run} isCut={isCut} />
  return <ChangeEntry change={first} isUnderDay about={<a href={`/r/${first.slug}`}>{first.name}</a>} />
}

/** The changes by day, in their own order. */
const byDay = (items: readonly ListedChange[]) => [...Map.groupBy(items, ({ at }) => at.slice(0, 10))]

export const historyPages: readonly PageRoute[] = [{ path: '/history', get: answerHistory }]
