// The lineage of a resource: in a text, with the terms that still apply, and as a picture.

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

/** In English the names come last, so that they can follow as links. */
const messages = english.lineage

interface Given {
  readonly lineage: LineageGraph
  readonly slug: string
  readonly name: string
  readonly marks: FootnoteMarks
}

export function LineageSection({ lineage, slug, name, marks }: Given) {
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
          {named(ancestors, messages.fromThem(''), marks)}.
        </p>
      )}
      {limits !== undefined && <p>{limits}</p>}
      {descendants.length > 0 && (
        <p>
          {messages.isIn('')}
          {named(descendants, messages.inThem(''))}.
        </p>
      )}
      {siblings.length > 0 && <p>With data of the same sources: {listed(siblings)}.</p>}
      <LineagePicture family={connectedLineage(lineage, slug)} slug={slug} name={name} />
    </section>
  )
}

/** "A, B; through them of C" */
function named(related: readonly RelatedResource[], farther: string, marks?: FootnoteMarks): Child {
  const { near, far } = byDistance(related)
  return (
    <>
      {listed(near, marks)}
      {far.length > 0 && (
        <>
          ; {farther}
          {listed(far)}
        </>
      )}
    </>
  )
}

/** Each with its footnotes, where the record itself states it. */
const listed = (nodes: readonly LineageNode[], marks?: FootnoteMarks): Child[] =>
  nodes.map((node, i) => (
    <>
      {i > 0 && ', '}
      <NodeName node={node} />
      {node.kind === 'resource' ? marks?.('derivedFrom', node.slug) : marks?.('origins', node.name)}
    </>
  ))

interface PastGiven extends Pick<Given, 'lineage' | 'marks'> {
  readonly record: Resource
}

/** For a past moment: the sources that the record stated then, without the state of those at that moment. */
export function PastLineageNotice({ record, lineage, marks }: PastGiven) {
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
