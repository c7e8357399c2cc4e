import type { LineageNode } from '../../../../schema/record/lineage/graph.ts'
import { nodeName } from '../../../../schema/record/lineage/names.ts'

/** The name, as a link to the page of what is listed. */
export const NodeName = ({ node }: { readonly node: LineageNode }) =>
  node.kind === 'resource' ? <a href={`/r/${node.slug}`}>{node.name}</a> : <span>{nodeName(node)}</span>
