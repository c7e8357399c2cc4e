// GET /compare: two to four data sets side by side, as a page, in CSV and in Markdown.

import type { Context } from 'hono'
import { RegistryError } from '../../../schema/errors.ts'
import { type Moment, rewrittenAt } from '../../../schema/verbs/as-of.ts'
import { type Comparison, MOST_COMPARED } from '../../../schema/verbs/resources.ts'
import type { AppEnv } from '../../env.ts'
import { MEDIA_TYPES } from '../../formats/media-types.ts'
import { comparisonCsv, comparisonMarkdown } from '../../formats/tables/comparison.ts'
import { baseOf } from '../../http/base.ts'
import { answerText } from '../../http/conditional.ts'
import { momentSearch, readMoment } from '../moment.ts'
import { answerPage, answerPrivate } from '../page.tsx'
import type { PageRoute } from '../page-route.ts'
import { type Chosen, comparisonAddress, namesIn } from './addresses.ts'
import { choicePage, SUGGESTED } from './choice.tsx'
import { comparisonPage } from './page.tsx'

/** Why nothing was compared. */
interface Problem {
  readonly status: 400 | 404
  readonly message: string
}

interface Request extends Chosen {
  readonly moment: Moment | undefined
}

function requestOf(c: Context<AppEnv>): Request {
  const query = new URL(c.req.url).searchParams
  const moment = readMoment(query)
  return { names: namesIn(query), moment, momentSearch: momentSearch(moment) }
}

/** Undefined where too few are named. */
async function compare(
  c: Context<AppEnv>,
  { names, moment }: Request,
): Promise<{ readonly compared: Comparison } | { readonly problem: Problem } | undefined> {
  if (names.length < 2) return undefined
  if (names.length > MOST_COMPARED)
    return {
      problem: {
        status: 400,
        message: `You chose ${names.length}. At most ${MOST_COMPARED} fit side by side.`,
      },
    }
  try {
    return { compared: await c.get('registry').compareResources(names, moment) }
  } catch (error) {
    if (!(error instanceof RegistryError) || (error.code !== 'not_found' && error.code !== 'invalid'))
      throw error
    return { problem: { status: error.code === 'invalid' ? 400 : 404, message: error.message } }
  }
}

const slugsOf = ({ resources }: Comparison) => resources.map(({ slug }) => slug)

/** The page has one address for each comparison, with the slugs: a form sends what a person typed. */
async function answerComparison(c: Context<AppEnv>): Promise<Response> {
  const request = requestOf(c)
  const outcome = await compare(c, request)
  if (outcome === undefined) return answerChoice(c, request)
  if ('problem' in outcome) return answerChoice(c, request, outcome.problem)
  const { compared } = outcome
  const chosen = { names: slugsOf(compared), momentSearch: request.momentSearch }
  const { pathname, search } = new URL(c.req.url)
  const address = comparisonAddress(chosen)
  if (address !== `${pathname}${search}`) return c.redirect(address, 303)
  return answerPage(c, comparisonPage(compared, chosen, baseOf(c)), { changedAt: rewrittenAt(compared.asOf) })
}

async function answerChoice(c: Context<AppEnv>, chosen: Chosen, problem?: Problem): Promise<Response> {
  const { items, asOf } = await c.get('registry').listNames({ order: 'name', size: SUGGESTED })
  const content = choicePage(items, chosen, problem?.message)
  return problem === undefined
    ? answerPage(c, content, { changedAt: rewrittenAt(asOf) })
    : answerPrivate(c, content, problem.status)
}

const FORMS = {
  '.csv': { type: MEDIA_TYPES.csv, write: comparisonCsv },
  '.md': { type: MEDIA_TYPES.md, write: comparisonMarkdown },
} as const

/** Where nothing can be compared, the page says why. */
const answerForm =
  (suffix: keyof typeof FORMS) =>
  async (c: Context<AppEnv>): Promise<Response> => {
    const request = requestOf(c)
    const outcome = await compare(c, request)
    if (outcome === undefined || 'problem' in outcome) return c.redirect(comparisonAddress(request), 303)
    const { type, write } = FORMS[suffix]
    const { compared } = outcome
    return answerText(c, write(compared, baseOf(c)), {
      type,
      changedAt: rewrittenAt(compared.asOf),
      headers: {
        'Content-Disposition': `attachment; filename="${slugsOf(compared).join('-and-')}${suffix}"`,
      },
    })
  }

export const comparePages: readonly PageRoute[] = [
  { path: '/compare', get: answerComparison },
  { path: '/compare.csv', get: answerForm('.csv') },
  { path: '/compare.md', get: answerForm('.md') },
]
