// GET /about: the registry's origin, glossary, freshness and citation, and how to take part.

import type { Context } from 'hono'
import { changedSinceRelease, releaseOf } from '../../../schema/verbs/as-of.ts'
import type { Overview } from '../../../schema/verbs/catalogue.ts'
import { REGISTRY } from '../../../schema/vocabulary.ts'
import type { AppEnv } from '../../env.ts'
import { answerPage, type Content } from '../page.tsx'
import type { PageRoute } from '../page-route.ts'
import { Day } from '../parts/day.tsx'
import { Cite } from './cite.tsx'
import { Glossary } from './glossary.tsx'
import { Doors, Maintainers, TakePart } from './take-part.tsx'

const answerAbout = async (c: Context<AppEnv>): Promise<Response> =>
  answerPage(c, about(await c.get('registry').getOverview()))

const about = (overview: Overview): Content => ({
  title: 'About',
  description: REGISTRY.description,
  section: '/about',
  main: (
    <article class="about">
      <h1>About</h1>
      <p class="lead">
        A living registry of who has which kind of public COVID-19 medical imaging data, where each fact is
        from, and how old it is.
      </p>
      <Beginning overview={overview} />
      <Glossary totals={overview.totals} />
      <Freshness overview={overview} />
      <Cite citations={overview.citations} />
      <section>
        <h2 id="licence">Licence and caution</h2>
        <p>
          The table’s facts are free for all (<a href={REGISTRY.license.url}>{REGISTRY.license.spdx}</a>), and
          the code is under the MIT licence. Each data set keeps its own licence: read it where the data is.
        </p>
        <div class="notice warning">
          <p>{REGISTRY.caution}</p>
        </div>
      </section>
      <TakePart />
      <Doors />
      <Maintainers />
    </article>
  ),
})

const Beginning = ({ overview: { survey, resources, references } }: { readonly overview: Overview }) => (
  <section>
    <h2 id="survey">How it began</h2>
    <p>
      As a printed survey: <cite>{survey.title}</cite> by {survey.authors.join(' and ')}, version{' '}
      {survey.version} of <Day iso={survey.releasedOn} />. It had a row for each resource and a column for
      each of six kinds of data. Here it goes on: <strong>{resources} resources</strong> and {references}{' '}
      references so far, and everyone may add to them.
    </p>
    <p>
      <a href={`/?release=${survey.version}`}>The table as it was printed</a>
    </p>
  </section>
)

function Freshness({ overview: { asOf, resources } }: { readonly overview: Overview }) {
  const { version, releasedOn } = releaseOf(asOf)
  const changedAt = changedSinceRelease(asOf)
  return (
    <section>
      <h2 id="freshness">How fresh it is</h2>
      <p>
        The latest release is {version} of <Day iso={releasedOn} />.{' '}
        {changedAt === undefined ? (
          `None of the ${resources} resources has changed since.`
        ) : (
          <>
            Since then the table has changed, last on <Day iso={changedAt} />: see the{' '}
            <a href="/history">history</a>.
          </>
        )}{' '}
        A release never changes, and every page can be read as it was in one. Each fact on the page of a
        resource has its source and the day when that said so.
      </p>
    </section>
  )
}

export const aboutPages: readonly PageRoute[] = [{ path: '/about', get: answerAbout }]
