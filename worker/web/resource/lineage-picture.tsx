// The lineage of a resource as a list with arcs beside it. Every resource is below its sources, so data flow down.

import type { LineageGraph, LineageNode } from '../../../schema/record/lineage/graph.ts'
import { nodeId } from '../../../schema/record/lineage/queries.ts'
import { NodeName } from './node-name.tsx'

interface LineagePictureProps {
  /** Each node after its sources. */
  readonly family: LineageGraph
  readonly slug: string
  readonly name: string
}

/** Drawing units, which the page stretches to the real size: each row is 10 high, the drawing is 100 wide. */
const ROW = 10
const WIDTH = 100

export function LineagePicture({ family: { nodes, edges }, slug, name }: LineagePictureProps) {
  const rows = new Map(nodes.map((node, i) => [nodeId(node), i]))
  const arcs = edges.flatMap(({ from, to }) => {
    const [start, end] = [rows.get(from), rows.get(to)]
    return start === undefined || end === undefined
      ? []
      : [{ start, end, isOwn: from === slug || to === slug }]
  })
  return (
    <figure class="family">
      <svg
        viewBox={`0 0 ${WIDTH} ${nodes.length * ROW}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby="family-title family-words"
      >
        <title id="family-title">The lineage of {name}</title>
        <desc id="family-words">
          Arcs that join the rows beside them, from each source down to what has data of it, as the text above
          tells.
        </desc>
        {arcs
          .toSorted((a, b) => Number(a.isOwn) - Number(b.isOwn))
          .map(({ start, end, isOwn }) => (
            <path
              class={isOwn ? 'own' : undefined}
              d={arc(start, end, nodes.length)}
              vector-effect="non-scaling-stroke"
            />
          ))}
      </svg>
      <ol>
        {nodes.map((node) => (
          <li class={nodeId(node) === slug ? 'self' : node.kind}>
            <span class="name">
              {nodeId(node) === slug ? <strong>{name}</strong> : <NodeName node={node} />}
            </span>
            <small>{terms(node)}</small>
          </li>
        ))}
      </ol>
      <figcaption>Data flow down: each stands below what it has data of.</figcaption>
    </figure>
  )
}

/** An arc between two rows, wider for distant rows. A Bézier curve reaches three quarters of the way to its handles. */
function arc(start: number, end: number, rows: number): string {
  const [from, to] = [(start + 0.5) * ROW, (end + 0.5) * ROW]
  const reach = WIDTH * 0.94 * ((end - start) / Math.max(rows - 1, 1)) ** 0.6
  const handle = Math.round(WIDTH - (reach * 4) / 3)
  return `M${WIDTH} ${from}C${handle} ${from} ${handle} ${to} ${WIDTH} ${to}`
}

function terms(node: LineageNode): string {
  if (node.kind === 'origin') return 'not listed here'
  const license = node.license ?? 'no licence recorded'
  return node.status === 'removed' ? `${license}, no longer listed` : license
}
