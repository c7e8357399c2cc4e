// The lineage of a resource as boxes and arrows, for screens with room for them.

import type { LineageGraph, LineageNode } from '../../../../schema/record/lineage/graph.ts'
import { nodeName } from '../../../../schema/record/lineage/names.ts'
import { nodeId } from '../../../../schema/record/lineage/queries.ts'
import { type Box, planLineage } from './layout.ts'
import { NodeName } from './node-name.tsx'

interface LineagePictureProps {
  /** Each node after its sources. */
  readonly family: LineageGraph
  readonly slug: string
  readonly name: string
}

/** The size of text that the plan's lengths are for, in pixels. */
const ROOT_SIZE = 16
/** A wider picture is scrolled on a small screen before its text gets too small. */
const NARROW = 640

export function LineagePicture({ family, slug, name }: LineagePictureProps) {
  const { width, height, boxes, lines } = planLineage(family, slug)
  const hasUnlisted = family.nodes.some(({ kind }) => kind === 'origin')
  return (
    <figure class="family">
      <svg
        class={width > NARROW ? 'wide' : undefined}
        width={`${width / ROOT_SIZE}rem`}
        viewBox={`-1 -1 ${width + 2} ${height + 2}`}
      >
        <title>The lineage of {name}</title>
        <defs>
          {['own', 'other'].map((kind) => (
            <marker
              id={`head-${kind}`}
              class={kind}
              viewBox="0 0 8 8"
              refX="1"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path d="M0 0L8 4L0 8z" />
            </marker>
          ))}
        </defs>
        {lines
          .toSorted((a, b) => Number(a.isOwn) - Number(b.isOwn))
          .map(({ path, isOwn }) => {
            const kind = isOwn ? 'own' : 'other'
            return <path class={kind} d={path} marker-end={`url(#head-${kind})`} />
          })}
        {boxes.map((box) => (
          <NodeBox {...box} isSelf={nodeId(box.node) === slug} />
        ))}
      </svg>
      <figcaption>
        An arrow leads from a source to the data set that contains its data.
        {hasUnlisted && (
          <>
            {' '}
            <span class="family-key" aria-hidden="true" /> Dashed: not listed here.
          </>
        )}
      </figcaption>
    </figure>
  )
}

const NodeBox = ({ node, isSelf, x, y, width, height }: Box & { readonly isSelf: boolean }) => (
  <>
    <rect class={isSelf ? 'self' : kindOf(node)} x={x} y={y} width={width} height={height} rx="4" />
    <foreignObject x={x} y={y} width={width} height={height}>
      <div class={isSelf ? 'name self' : 'name'}>
        {isSelf ? <strong>{nodeName(node)}</strong> : <NodeName node={node} />}
      </div>
    </foreignObject>
  </>
)

const kindOf = (node: LineageNode) => (node.kind === 'origin' ? 'unlisted' : 'listed')
