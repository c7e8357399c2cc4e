import { caveatsOf, isDoubtful } from '../../../schema/record/caveats.ts'
import { contestedFacts } from '../../../schema/record/facts.ts'
import type { Moment } from '../../../schema/verbs/as-of.ts'
import type { ResourceAnswer } from '../../../schema/verbs/resources.ts'
import { formLinks } from '../../http/links.ts'
import type { Content } from '../page.tsx'
import { DecisionStrip } from '../parts/decision.tsx'
import { summaryOf } from '../preview.tsx'
import { Cells } from './cells.tsx'
import { Disagreements } from './disagreements.tsx'
import { Downloads } from './downloads.tsx'
import { Facts } from './facts.tsx'
import { createFootnotes } from './footnotes.tsx'
import { ResourceHead } from './head.tsx'
import { History } from './history.tsx'
import { LineageSection, PastLineageNotice } from './lineage.tsx'
import { CaveatNotice, PastVersionNotice, Tombstone } from './notices.tsx'
import { References } from './references.tsx'
import { Sources } from './sources.tsx'
import { Warnings } from './warnings.tsx'

interface ResourcePageOptions {
  readonly base: string
  /** The moment as a query, `?release=2.0`; empty for now. */
  readonly search: string
  readonly moment: Moment | undefined
}

export function resourcePage(
  answer: Required<ResourceAnswer>,
  { base, search, moment }: ResourcePageOptions,
): Content {
  const { slug, record, asOf, history } = answer
  const { lineage, successor } = history
  const forms = formLinks({ base: '', search }, slug)
  const contested = contestedFacts(record)
  const footnotes = createFootnotes(record, contested)
  const { marks } = footnotes
  const caveats = caveatsOf(record)
  const isRemoved = record.status === 'removed'
  return {
    title: isRemoved ? `${record.name} (removed)` : record.name,
    description: summaryOf(record),
    head: <ResourceHead record={record} asOf={asOf} slug={slug} base={base} search={search} />,
    main: (
      <article class="resource">
        <header>
          <h1>{record.name}</h1>
          <p class="lead">
            {record.organization}
            {marks('organization')}
          </p>
          {record.description !== null && (
            <p class="description">
              {record.description}
              {marks('description')}
            </p>
          )}
          {!isRemoved && <DecisionStrip record={record} now={Date.now()} />}
          {moment !== undefined && <PastVersionNotice slug={slug} moment={moment} asOf={asOf} />}
          {isRemoved ? (
            <Tombstone record={record} history={history} />
          ) : (
            <>
              {isDoubtful(caveats) && (
                <CaveatNotice record={record} caveats={caveats} successor={successor} />
              )}
              <p class="actions">
                {isDoubtful(caveats) ? (
                  <a class="button" href={record.url}>
                    Open its page
                  </a>
                ) : (
                  <a class="button main" href={record.url}>
                    Go to the data
                  </a>
                )}
                <a class="button" href={`/r/${slug}/report`}>
                  Report an error
                </a>
              </p>
            </>
          )}
        </header>
        <div class="known">
          <Warnings record={record} marks={marks} />
          <Cells record={record} marks={marks} />
          <Facts record={record} listed={successor} marks={marks} />
          {contested.length > 0 && <Disagreements facts={contested} />}
          {moment === undefined ? (
            <LineageSection lineage={lineage} slug={slug} name={record.name} marks={marks} />
          ) : (
            <PastLineageNotice record={record} lineage={lineage} marks={marks} />
          )}
          <References record={record} forms={forms} />
          <History slug={slug} history={history} />
          <Sources footnotes={footnotes} />
        </div>
        <Downloads slug={slug} releases={history.releases} forms={forms} search={search} />
      </article>
    ),
  }
}
