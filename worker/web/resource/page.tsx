import { english } from '../../../bot/languages/index.ts'
import { isUnconfirmed } from '../../../schema/record/caveats.ts'
import { contestedFacts } from '../../../schema/record/facts.ts'
import type { Lineage } from '../../../schema/record/lineage/graph.ts'
import { lineageOf } from '../../../schema/record/lineage/queries.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Moment } from '../../../schema/verbs/as-of.ts'
import type { ResourceAnswer, ResourceHistory } from '../../../schema/verbs/resources.ts'
import { formLinks } from '../../http/links.ts'
import type { Content } from '../page.tsx'
import { drawn } from '../parts/away.tsx'
import { DecisionStrip } from '../parts/decision.tsx'
import { summaryOf } from '../preview/tags.tsx'
import { redactionAddress } from '../review/redact/address.ts'
import { reportAddress } from '../submit/addresses.ts'
import { Contents } from './contents.tsx'
import { Downloads } from './downloads.tsx'
import { DataTypes } from './facts/data-types.tsx'
import { Disagreements } from './facts/disagreements.tsx'
import { DESCRIBING, Facts } from './facts/facts.tsx'
import { createFootnotes } from './facts/footnotes.tsx'
import { FormerAddresses, NotRecorded } from './facts/not-recorded.tsx'
import { Sources } from './facts/sources.tsx'
import { Get } from './get.tsx'
import { resourceHead } from './head.tsx'
import { History } from './history.tsx'
import { LineageSection, overlapInShort, PastSources } from './lineage/section.tsx'
import { CaveatNotice, PastVersionNotice, Tombstone } from './notices.tsx'
import { References } from './references.tsx'
import { Warnings } from './warnings.tsx'

interface ResourcePageOptions {
  readonly base: string
  /** The moment as a query, `?release=2.0`; empty for now. */
  readonly search: string
  readonly moment: Moment | undefined
  /** With the way to redact it. */
  readonly isForMaintainer: boolean
}

export function resourcePage(
  answer: Required<ResourceAnswer>,
  { base, search, moment, isForMaintainer }: ResourcePageOptions,
): Content {
  const { slug, record, asOf, history } = answer
  const { successor } = history
  const forms = formLinks({ base: '', search }, slug)
  const contested = contestedFacts(record)
  const footnotes = createFootnotes(record, contested)
  const { marks } = footnotes
  const isRemoved = record.status === 'removed'
  // Of a past moment no more is known than what the record stated.
  const lineage = moment === undefined ? lineageOf(history.lineage, slug) : undefined
  const isOpen = moment === undefined && !isRemoved
  const hasLineage = lineage !== undefined && lineage.ancestors.length + lineage.descendants.length > 0
  return {
    title: isRemoved ? `${record.name} (removed)` : record.name,
    description: summaryOf(record),
    head: resourceHead({ record, asOf, slug, base, search }),
    main: drawn(isUnlinked(record, history), () => (
      <article class="resource">
        <header>
          <h1>{record.name}</h1>
          <p class="by">
            {record.organization}
            {marks('organization')}
          </p>
          {moment !== undefined && <PastVersionNotice slug={slug} moment={moment} asOf={asOf} />}
          {isRemoved ? (
            <Tombstone record={record} history={history} />
          ) : (
            <CaveatNotice record={record} successor={successor} />
          )}
          {!isRemoved && <DecisionStrip record={record} now={Date.now()} overlap={overlapLink(lineage)} />}
          {record.description !== null && (
            <p class="description">
              {record.description}
              {marks('description')}
            </p>
          )}
        </header>
        <Get
          record={record}
          search={search}
          ancestors={lineage?.ancestors ?? []}
          successor={successor}
          marks={marks}
          isOpen={isOpen}
        />
        <div class="known">
          <Contents
            long={[
              ...(contested.length > 0 ? (['disagreements'] as const) : []),
              ...(hasLineage ? (['lineage'] as const) : []),
            ]}
          />
          <Warnings record={record} marks={marks} />
          <DataTypes record={record} marks={marks} isOpen={isOpen} />
          <Facts fields={DESCRIBING} record={record} successor={successor} marks={marks}>
            <FormerAddresses record={record} />
            <NotRecorded record={record} fields={DESCRIBING} isOpen={isOpen} />
          </Facts>
          {isOpen && (
            <p>
              {isUnconfirmed(record, new Date()) && (
                <>{english.resource.unconfirmed(english.day(record.updatedAt))} Is it still right? </>
              )}
              <a href={reportAddress(slug)}>Report an error, add what you know, or confirm it</a>
            </p>
          )}
          {contested.length > 0 && <Disagreements facts={contested} />}
          {lineage === undefined ? (
            <PastSources record={record} graph={history.lineage} marks={marks} />
          ) : (
            <LineageSection
              graph={history.lineage}
              lineage={lineage}
              slug={slug}
              name={record.name}
              marks={marks}
            />
          )}
          <References record={record} />
          <History slug={slug} history={history} search={search} />
          {isForMaintainer && (
            <p>
              <a href={redactionAddress({ slug })}>Redact …</a>
            </p>
          )}
          <Sources footnotes={footnotes} />
          <Downloads forms={forms} />
        </div>
      </article>
    )),
  }
}

/** Whether it is off the list now: its record of an earlier moment has the same addresses. */
export const isUnlinked = (
  { status }: Pick<Resource, 'status'>,
  { changes: [latest] }: Pick<ResourceHistory, 'changes'>,
): boolean => status === 'removed' || latest?.isRemoved === true

const overlapLink = (lineage: Lineage | undefined) => {
  const text = lineage && overlapInShort(lineage)
  return text === undefined ? undefined : <a href="#lineage">{text}</a>
}
