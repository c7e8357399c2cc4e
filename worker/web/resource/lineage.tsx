// The lineage of a resource, as text with the inherited licence terms and as a picture.

import type { Child } from 'hono/jsx'
import { english } from '../../../bot/languages/index.ts'
import { limitsText } from '../../../bot/languages/lineage.ts'
import type { LineageGraph, LineageNode, RelatedResource } from '../../../schema/record/lineage/graph.ts'
import { byDistance, connectedLineage, lineageOf, nodeId } from '../../../schema/record/lineage/queries.ts'
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
  const { ancestors, descendants, siblings } = lineageOf(lineage, slug)
  if (ancestors.length + descendants.length === 0) return null
  const mayShare = siblings.filter(({ overlap }) => overlap === 'may_share_images')
  const otherKinds = siblings.filter(({ overlap }) => overlap === 'same_source')
  const limits = limitsText(english, ancestors)
  return (
    <section class="lineage">
      <h2 id="lineage">Lineage</h2>
      <div class="notice warning">
        <p>
          <strong>{overlapText(ancestors, descendants.length, mayShare.length)}</strong> A model that is
          trained on one and tested on another may be tested on what it was trained on.
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
      {mayShare.length > 0 && (
        <p>
          {messages.mayShare('')}
          {listed(mayShare)}, which have the same kind of image of a source that it has too.
        </p>
      )}
      {otherKinds.length > 0 && (
        <p>
          Of the same sources, but with no kind of image in common that is recorded: {listed(otherKinds)}.
        </p>
      )}
      <LineagePicture family={connectedLineage(lineage, slug)} slug={slug} name={name} />
    </section>
  )
}

/** "It contains data of 12 listed resources and 3 sources that are not listed, and may share images with 4 others." */
function overlapText(ancestors: readonly RelatedResource[], inOthers: number, mayShare: number): string {
  const isListed = ({ kind }: RelatedResource) => kind === 'resource'
  const listedCount = ancestors.filter(isListed).length
  const unlistedCount = ancestors.length - listedCount
  const counted = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  const contained = [
    ...counted(listedCount, 'listed resource', 'listed resources'),
    ...counted(unlistedCount, 'source that is not listed', 'sources that are not listed'),
  ].join(' and ')
  const parts = [
    ...(contained === '' ? [] : [`contains data of ${contained}`]),
    ...counted(inOthers, 'listed resource', 'listed resources').map((count) => `is contained in ${count}`),
    ...counted(mayShare, 'other', 'others').map((count) => `may share images with ${count}`),
  ]
  return `It ${english.listed(parts)}.`
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
