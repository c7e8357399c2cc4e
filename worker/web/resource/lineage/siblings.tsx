import { english } from '../../../../bot/languages/index.ts'
import type { LineageGraph, Sibling } from '../../../../schema/record/lineage/graph.ts'
import { nodeName } from '../../../../schema/record/lineage/names.ts'
import { nearestShared, nodeId } from '../../../../schema/record/lineage/queries.ts'
import type { Child } from '../../jsx.ts'
import { NodeName } from './node-name.tsx'

interface SiblingsProps {
  readonly graph: LineageGraph
  readonly slug: string
  readonly siblings: readonly Sibling[]
}

/** The resources that have a source in common with this one, by whether images may be in both. */
export function Siblings({ graph, slug, siblings }: SiblingsProps) {
  const byId = new Map(graph.nodes.map((node) => [nodeId(node), node]))
  const List = ({ of }: { readonly of: readonly Sibling[] }): Child => (
    <ul>
      {of.map((sibling) => (
        <li>
          <NodeName node={sibling} />{' '}
          <small>
            also built on{' '}
            {namesInShort(
              nearestShared(graph, slug, sibling.slug).flatMap((id) => {
                const source = byId.get(id)
                return source ? [nodeName(source)] : []
              }),
            )}
          </small>
        </li>
      ))}
    </ul>
  )
  const mayShare = siblings.filter(({ overlap }) => overlap === 'may_share_images')
  const otherKinds = siblings.filter(({ overlap }) => overlap === 'same_source')
  return (
    <>
      {mayShare.length > 0 && (
        <section>
          <h3>May share images with</h3>
          <List of={mayShare} />
        </section>
      )}
      {otherKinds.length > 0 && (
        <section>
          <h3>Same source, other data type</h3>
          <details>
            <summary>
              {otherKinds.length} data set{otherKinds.length === 1 ? '' : 's'}
            </summary>
            <List of={otherKinds} />
          </details>
        </section>
      )}
    </>
  )
}

const MOST_NAMES = 2

const namesInShort = (names: readonly string[]): string => {
  const more = names.length - MOST_NAMES
  return english.listed(more > 0 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names)
}
