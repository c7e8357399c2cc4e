// The lineage of a resource: how it overlaps with others, as a picture and as lists.

import { english } from '../../../../bot/languages/index.ts'
import type { Lineage, LineageGraph, LineageNode } from '../../../../schema/record/lineage/graph.ts'
import { originName } from '../../../../schema/record/lineage/names.ts'
import { connectedLineage, nodeId } from '../../../../schema/record/lineage/queries.ts'
import type { Resource } from '../../../../schema/record/resource.ts'
import type { FootnoteMarks } from '../facts/footnotes.tsx'
import { LineagePicture } from './picture.tsx'
import { Siblings } from './siblings.tsx'
import { LineageTree } from './tree.tsx'

interface LineageSectionProps {
  /** Of everything. */
  readonly graph: LineageGraph
  /** Of this resource. */
  readonly lineage: Lineage
  readonly slug: string
  readonly name: string
  readonly marks: FootnoteMarks
}

export function LineageSection({ graph, lineage, slug, name, marks }: LineageSectionProps) {
  const { ancestors, descendants, siblings } = lineage
  if (ancestors.length + descendants.length === 0) return null
  const text = overlapText(lineage)
  return (
    <section class="lineage">
      <h2 id="lineage">Lineage and overlap</h2>
      {text !== undefined && (
        <div class="notice warning">
          <p>
            <strong>{text}</strong> Do not train a model on one of them and test it on another.
          </p>
        </div>
      )}
      <LineagePicture family={connectedLineage(graph, slug)} slug={slug} name={name} />
      <div class="relations">
        {ancestors.length > 0 && (
          <section>
            <h3>Contains data from</h3>
            <LineageTree graph={graph} start={slug} towards="sources" marks={marks} />
          </section>
        )}
        {descendants.length > 0 && (
          <section>
            <h3>Its data is also in</h3>
            <LineageTree graph={graph} start={slug} towards="derived" />
          </section>
        )}
        <Siblings graph={graph} slug={slug} siblings={siblings} />
      </div>
    </section>
  )
}

const isListed = (node: LineageNode) => node.kind === 'resource' && node.status !== 'removed'

/** How many listed data sets share images with a resource for certain, and how many may. */
function overlapCounts({ ancestors, descendants, siblings }: Lineage) {
  return {
    contained: ancestors.filter(isListed).length,
    containing: descendants.filter(isListed).length,
    mayShare: siblings.filter((node) => node.overlap === 'may_share_images' && isListed(node)).length,
  }
}

/** "It contains data from 12 listed data sets and may share images with 4 others."; undefined without overlap. */
function overlapText(lineage: Lineage): string | undefined {
  const { contained, containing, mayShare } = overlapCounts(lineage)
  const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`
  const parts = [
    ...(contained > 0 ? [`contains data from ${counted(contained, 'listed data set')}`] : []),
    ...(containing > 0 ? [`is contained in ${counted(containing, 'listed data set')}`] : []),
    ...(mayShare > 0 ? [`may share images with ${counted(mayShare, 'other')}`] : []),
  ]
  return parts.length === 0 ? undefined : `It ${english.listed(parts)}.`
}

/** "overlaps with 6 listed data sets", for a line of facts; undefined without overlap. */
export function overlapInShort(lineage: Lineage): string | undefined {
  const { contained, containing, mayShare } = overlapCounts(lineage)
  const overlapping = contained + containing + mayShare
  if (overlapping === 0) return undefined
  return `overlaps with ${overlapping} listed data set${overlapping === 1 ? '' : 's'}`
}

interface PastSourcesProps extends Pick<LineageSectionProps, 'graph' | 'marks'> {
  readonly record: Resource
}

/** For a past moment: the sources that the record stated then, without the state of those at that moment. */
export function PastSources({ record, graph, marks }: PastSourcesProps) {
  const { derivedFrom, origins } = record
  const names = new Map(graph.nodes.map((node) => [nodeId(node), node.name]))
  if (derivedFrom.length + origins.length === 0) return null
  return (
    <section>
      <h2 id="lineage">Contains data from</h2>
      <ul>
        {derivedFrom.map((slug) => (
          <li>
            <a href={`/r/${slug}`}>{names.get(slug) ?? slug}</a>
            {marks('derivedFrom', slug)}
          </li>
        ))}
        {origins.map((name) => (
          <li>
            {originName(name)}
            {marks('origins', name)}
          </li>
        ))}
      </ul>
    </section>
  )
}
