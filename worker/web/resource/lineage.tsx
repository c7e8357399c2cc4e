// Which data are in a resource and where its own have gone: in words, with what follows from it, and as a picture.

import type { Child } from 'hono/jsx'
import { byDistance, limitsText } from '../../../bot/cards/resource/lineage-text.ts'
import { english } from '../../../bot/languages/index.ts'
import type { LineageGraph, LineageNode, RelatedResource } from '../../../schema/record/lineage.ts'
import {
  connectedLineage,
  lineageOf,
  nodeId,
  sharingSources,
} from '../../../schema/record/lineage-queries.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { FootnoteMarks } from './footnotes.tsx'
import { LineagePicture } from './lineage-picture.tsx'

interface Given {
  readonly lineage: LineageGraph
  readonly slug: string
  readonly name: string
  readonly told: FootnoteMarks
}

export function LineageSection({ lineage, slug, name, told }: Given) {
  const { ancestors, descendants } = lineageOf(lineage, slug)
  const cousins = sharingSources(lineage, slug)
  if (ancestors.length + descendants.length === 0) return null
  const overlaps = ancestors.length + descendants.length + cousins.length
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
      {ancestors.length > 0 && <p>It has data of {named(ancestors, 'through them of ', told)}.</p>}
      {limits !== undefined && <p>{limits}</p>}
      {descendants.length > 0 && <p>Its data are also in {named(descendants, 'through them in ')}.</p>}
      {cousins.length > 0 && <p>With data of the same sources: {listed(cousins)}.</p>}
      <LineagePicture family={connectedLineage(lineage, slug)} slug={slug} name={name} />
    </section>
  )
}

/** "A, B; through them of C" */
function named(kin: readonly RelatedResource[], farther: string, told?: FootnoteMarks): Child {
  const { near, far } = byDistance(kin)
  return (
    <>
      {listed(near, told)}
      {far.length > 0 && (
        <>
          ; {farther}
          {listed(far)}
        </>
      )}
    </>
  )
}

/** Each with what says so, where that is known here. */
const listed = (nodes: readonly LineageNode[], told?: FootnoteMarks): Child[] =>
  nodes.map((node, i) => (
    <>
      {i > 0 && ', '}
      <NodeName node={node} />
      {node.kind === 'resource' ? told?.('derivedFrom', node.slug) : told?.('origins', node.name)}
    </>
  ))

interface ThenGiven extends Pick<Given, 'lineage' | 'told'> {
  readonly record: Resource
}

/** At a moment before now: what its record said then. How the others stood then is not told. */
export function PastLineageNotice({ record, lineage, told }: ThenGiven) {
  const { derivedFrom, origins } = record
  const names = new Map(lineage.nodes.map((node) => [nodeId(node), node.name]))
  if (derivedFrom.length + origins.length === 0) return null
  return (
    <section>
      <h2 id="lineage">Lineage</h2>
      <p>It has data of</p>
      <ul>
        {derivedFrom.map((slug) => (
          <li>
            <a href={`/r/${slug}`}>{names.get(slug) ?? slug}</a>
            {told('derivedFrom', slug)}
          </li>
        ))}
        {origins.map((name) => (
          <li>
            {name}
            {told('origins', name)}
          </li>
        ))}
      </ul>
    </section>
  )
}

export const NodeName = ({ node }: { readonly node: LineageNode }) =>
  node.kind === 'resource' ? <a href={`/r/${node.slug}`}>{node.name}</a> : <span>{node.name}</span>
