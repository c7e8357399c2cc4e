import type { LineageNode } from '../../../schema/record/lineage/graph.ts'

export const NodeName = ({ node }: { readonly node: LineageNode }) =>
  node.kind === 'resource' ? <a href={`/r/${node.slug}`}>{node.name}</a> : <span>{node.name}</span>
