// GET /r/{slug}: the page of a resource.

import type { Context } from 'hono'
import { RegistryError } from '../../../schema/errors.ts'
import { Slug } from '../../../schema/record/values/text.ts'
import type { AppEnv } from '../../env.ts'
import { baseOf } from '../../http/base.ts'
import { formLinks, linkHeader } from '../../http/links.ts'
import { failurePage } from '../failure.tsx'
import { momentSearch, readMoment } from '../moment.ts'
import { answerPage, answerPrivate } from '../page.tsx'
import type { PageRoute } from '../page-route.ts'
import { isSignedIn } from '../review/sign-in/session.ts'
import { isUnlinked, resourcePage } from './page.tsx'

async function answerResource(c: Context<AppEnv>): Promise<Response> {
  const requested = c.req.param('slug') ?? ''
  const query = new URL(c.req.url).searchParams
  const slug = Slug.safeParse(requested.toLowerCase())
  if (!slug.success) return missing(c, requested, 'Nothing listed has an address like this.')
  if (slug.data !== requested || c.req.path.endsWith('/')) return redirectTo(c, slug.data)
  const moment = readMoment(query)
  try {
    const [{ history, ...found }, isForMaintainer] = await Promise.all([
      c.get('registry').getResource(slug.data, { asOf: moment, history: true }),
      isSignedIn(c),
    ])
    if (found.slug !== slug.data) return redirectTo(c, found.slug)
    if (!history) throw new Error('A history was asked for and none was read.')
    const [base, search] = [baseOf(c), momentSearch(moment)]
    const content = resourcePage({ ...found, history }, { base, search, moment, isForMaintainer })
    const { record } = found
    const headers = linkHeader([
      ...(isUnlinked(record, history) ? [] : [{ to: record.url, rel: 'describes' }]),
      ...formLinks({ base, search }, found.slug),
    ])
    if (record.status === 'removed') return await answerPrivate(c, content, 410, headers)
    return isForMaintainer
      ? await answerPrivate(c, content, 200, headers)
      : await answerPage(c, content, { headers })
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'not_found')
      return missing(c, slug.data, error.message)
    throw error
  }
}

const missing = (c: Context<AppEnv>, requested: string, message: string) =>
  failurePage(c, {
    status: 404,
    message,
    search: requested
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .slice(0, 100)
      .trim(),
  })

/** Redirects an old slug, capitals or a trailing slash to the permanent address, with the query. */
const redirectTo = (c: Context<AppEnv>, slug: string) =>
  c.redirect(`/r/${slug}${new URL(c.req.url).search}`, 301)

export const resourcePages: readonly PageRoute[] = [
  { path: '/r/:slug', get: answerResource },
  { path: '/r/:slug/', get: answerResource },
]
