// The lineage of a resource, as text with the inherited licence terms and as a picture.

import type { Child } from 'hono/jsx'
import { english } from '../../../bot/languages/index.ts'
import { limitsText } from '../../../bot/languages/lineage.ts'
import type { LineageGraph, LineageNode, RelatedResource } from '../../../schema/record/lineage/graph.ts'
import {
  byDistance,
  connectedLineage,
  lineageOf,
  nodeId,
  sharingSources,
} from '../../../schema/record/lineage/queries.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { FootnoteMarks } from './footnotes.tsx'
import { LineagePicture } from './lineage-picture.tsx'
import { NodeName } from './node-name.tsx'

/** English sentences end with the names, so the names can follow as links. */
const messages = english.lineage

interface LineageSectionProps {
  readonly lineage: LineageGraph
  readonly slug: string
  readonly name: string
  readonly marks: FootnoteMarks
}

export function LineageSection({ lineage, slug, name, marks }: LineageSectionProps) {
  const { ancestors, descendants } = lineageOf(lineage, slug)
  const siblings = sharingSources(lineage, slug)
  if (ancestors.length + descendants.length === 0) return null
  const overlaps = ancestors.length + descendants.length + siblings.length
  const limits = limitsText(english, ancestors)
  return (
    <section class="lineage">
      <h2 id="lineage">Lineage</h2>
      <div class="notice warning">
        <p>
          <strong>It overlaps with {overlaps === 1 ? 'one other' : `${overlaps} others`}.</strong> Who trains
          on one and tests on another tests on what was trained on.
        </p>
      </div>
      {ancestors.length > 0 && (
        <p>
          {messages.hasDataOf('')}
          {linkedNames(ancestors, messages.fromThem(''), marks)}.
        </p>
      )}
      {limits !== undefined && <p>{limits}</p>}
      {descendants.length > 0 && (
        <p>
          {messages.isIn('')}
          {linkedNames(descendants, messages.inThem(''))}.
        </p>
      )}
      {siblings.length > 0 && <p>With data of the same sources: {listed(siblings)}.</p>}
      <LineagePicture family={connectedLineage(lineage, slug)} slug={slug} name={name} />
    </section>
  )
}

/** "A, B; through them of C" */
function linkedNames(related: readonly RelatedResource[], conjunction: string, marks?: FootnoteMarks): Child {
  const { near, far } = byDistance(related)
  return (
    <>
      {listed(near, marks)}
      {far.length > 0 && (
        <>
          ; {conjunction}
          {listed(far)}
        </>
      )}
    </>
  )
}

/** Links with footnotes; a distant ancestor has none, because the record itself does not state it. */
const listed = (nodes: readonly LineageNode[], marks?: FootnoteMarks): Child[] =>
  nodes.map((node, i) => (
    <>
      {i > 0 && ', '}
      <NodeName node={node} />
      {node.kind === 'resource' ? marks?.('derivedFrom', node.slug) : marks?.('origins', node.name)}
    </>
  ))

interface PastLineageNoticeProps extends Pick<LineageSectionProps, 'lineage' | 'marks'> {
  readonly record: Resource
}

/** For a past moment: the sources that the record stated then, without the state of those at that moment. */
export function PastLineageNotice({ record, lineage, marks }: PastLineageNoticeProps) {
  const { derivedFrom, origins } = record
  const names = new Map(lineage.nodes.map((node) => [nodeId(node), node.name]))
  if (derivedFrom.length + origins.length === 0) return null
  return (
    <section>
      <h2 id="lineage">Lineage</h2>
      <p>{messages.hasDataOf('')}</p>
      <ul>
        {derivedFrom.map((slug) => (
          <li>
            <a href={`/r/${slug}`}>{names.get(slug) ?? slug}</a>
            {marks('derivedFrom', slug)}
          </li>
        ))}
        {origins.map((name) => (
          <li>
            {name}
            {marks('origins', name)}
          </li>
        ))}
      </ul>
    </section>
  )
}
