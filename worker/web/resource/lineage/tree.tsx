import type { LineageGraph } from '../../../../schema/record/lineage/graph.ts'
import { nodeId } from '../../../../schema/record/lineage/queries.ts'
import type { FootnoteMarks } from '../facts/footnotes.tsx'
import { NodeName } from './node-name.tsx'

interface LineageTreeProps {
  readonly graph: LineageGraph
  readonly start: string
  readonly towards: 'sources' | 'derived'
  /** Of what the record itself states. */
  readonly marks?: FootnoteMarks
}

/** What a resource has data from or has given data to, as nested lists: each once with what is behind it. */
export function LineageTree({ graph: { nodes, edges }, start, towards, marks }: LineageTreeProps) {
  const [own, other] = towards === 'sources' ? (['to', 'from'] as const) : (['from', 'to'] as const)
  const byId = new Map(nodes.map((node) => [nodeId(node), node]))
  const opened = new Set<string>()
  const Branch = ({ id }: { readonly id: string }) => {
    const next = edges.flatMap((edge) => (edge[own] === id ? (byId.get(edge[other]) ?? []) : []))
    if (next.length === 0 || opened.has(id)) return null
    opened.add(id)
    return (
      <ul>
        {next.map((node) => (
          <li>
            <NodeName node={node} />
            {id === start &&
              (node.kind === 'resource' ? marks?.('derivedFrom', node.slug) : marks?.('origins', node.name))}
            {node.kind === 'resource' && node.status === 'removed' && <small> no longer listed</small>}
            {node.kind === 'origin' && <small> not listed here</small>}
            <Branch id={nodeId(node)} />
          </li>
        ))}
      </ul>
    )
  }
  return (
    <div class="tree">
      <Branch id={start} />
    </div>
  )
}
