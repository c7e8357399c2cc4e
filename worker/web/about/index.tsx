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
        A registry of public COVID-19 medical imaging data. Each fact has a source and a date. Everyone can
        add to it.
      </p>
      <Beginning overview={overview} />
      <Glossary totals={overview.totals} />
      <Freshness overview={overview} />
      <Cite citations={overview.citations} />
      <section>
        <h2 id="licence">Licence and caution</h2>
        <p>
          The facts here are free to use (<a href={REGISTRY.license.url}>{REGISTRY.license.spdx}</a>). The
          code has the MIT licence. Each data set keeps its own licence: read it before you use the data.
        </p>
        <div class="notice warning">
          <p>{REGISTRY.caution}</p>
        </div>
      </section>
      <TakePart />
      <Doors />
      <Maintainers />
      <Requests />
    </article>
  ),
})

const Beginning = ({ overview: { survey, resources, references } }: { readonly overview: Overview }) => (
  <section>
    <h2 id="survey">How it began</h2>
    <p>
      The registry began as a printed survey: <cite>{survey.title}</cite> by {survey.authors.join(' and ')},
      version {survey.version} of <Day iso={survey.releasedOn} />. Its{' '}
      <a href={`/?release=${survey.version}`}>Table 1</a> listed 14 resources and six data types. The registry
      now has <strong>{resources} data sets</strong> and {references} references.
    </p>
  </section>
)

function Freshness({ overview: { asOf, resources } }: { readonly overview: Overview }) {
  const { version, releasedOn } = releaseOf(asOf)
  const changedAt = changedSinceRelease(asOf)
  return (
    <section>
      <h2 id="freshness">How current it is</h2>
      <p>
        The latest release is {version} of <Day iso={releasedOn} />.{' '}
        {changedAt === undefined ? (
          `None of the ${resources} data sets has changed since.`
        ) : (
          <>
            The registry last changed on <Day iso={changedAt} />: see the <a href="/history">history</a>.
          </>
        )}{' '}
        A release never changes, and you can read every page as of a release. The page of a data set gives the
        source and the date of each fact.
      </p>
    </section>
  )
}

/** Where the name in our requests to other sites leads: worker/outgoing/user-agent.ts. */
const Requests = () => (
  <section>
    <h2 id="requests">What it asks of other sites</h2>
    <p>
      A contributor can have a form filled in from an address. The registry then asks that page, GitHub or
      Hugging Face, or DataCite and Crossref for a DOI, what it is called, who made it and how it is licensed.
      It asks at most four sites, reads half a megabyte of each, and downloads no data. These requests call
      themselves <code>covid-imaging-registry</code>.
    </p>
    <p>
      Where its host has turned that on, the registry searches DataCite and Hugging Face once a week for data
      sets that are new, with at most six requests. A maintainer looks at what it finds.
    </p>
    <p>
      It also looks at the address of each listed data set about once a day, without downloading the data: one
      request for the headers and, of a page, one for its first 64 KB. It asks a host at most three times an
      hour, seconds apart, and keeps to <code>Retry-After</code>. Where a page has no archived copy, it asks
      the Internet Archive for one. Every few days it asks what the page, or the site’s API, says of the data
      set, as for a form, and proposes to a maintainer what changed.
    </p>
  </section>
)

export const aboutPages: readonly PageRoute[] = [{ path: '/about', get: answerAbout }]
