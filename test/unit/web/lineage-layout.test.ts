import { describe, expect, it } from 'vitest'
import type { LineageGraph } from '../../../schema/record/lineage/graph.ts'
import { connectedLineage, nodeId } from '../../../schema/record/lineage/queries.ts'
import { planLineage } from '../../../worker/web/resource/lineage/layout.ts'

/** From lines such as "a > b", which says that data of `a` are in `b`. */
function graphOf(...lines: readonly string[]): LineageGraph {
  const edges = lines.map((line) => {
    const [from = '', to = ''] = line.split(' > ')
    return { from, to }
  })
  const names = [...new Set(edges.flatMap(({ from, to }) => [from, to]))]
  return { nodes: names.map((name) => ({ kind: 'origin', name })), edges }
}

const plan = (graph: LineageGraph, slug: string) => planLineage(connectedLineage(graph, slug), slug)

const GRAPH = graphOf(
  'first > middle',
  'first > self',
  'middle > self',
  'late > self',
  'self > made',
  'made > last',
  'first > last',
)

describe('the plan of a lineage picture', () => {
  it('has each box to the right of its sources, and sources as near as they can be', () => {
    const { boxes } = plan(GRAPH, 'self')
    const x = new Map(boxes.map((box) => [nodeId(box.node), box.x]))
    const columns = [...new Set(boxes.map((box) => box.x))].sort((a, b) => a - b)
    const column = (name: string) => columns.indexOf(x.get(name) ?? -1)
    expect(['first', 'middle', 'late', 'self', 'made', 'last'].map(column)).toEqual([0, 1, 1, 2, 3, 4])
  })

  it('has a line for each edge that leads through the resource, its own apart', () => {
    const { lines } = plan(GRAPH, 'self')
    expect(lines).toHaveLength(6)
    expect(lines.filter(({ isOwn }) => isOwn)).toHaveLength(4)
  })

  it('has no box over another, and all within its bounds', () => {
    const names = Array.from(
      { length: 12 },
      (_, i) => `A source with a name that is rather long, number ${i}`,
    )
    const { boxes, width, height } = plan(graphOf(...names.map((name) => `${name} > self`)), 'self')
    for (const [i, box] of boxes.entries()) {
      expect(box.x + box.width).toBeLessThanOrEqual(width)
      expect(box.y + box.height).toBeLessThanOrEqual(height)
      expect(box.y).toBeGreaterThanOrEqual(0)
      for (const other of boxes.slice(i + 1))
        expect(box.x !== other.x || box.y + box.height <= other.y || other.y + other.height <= box.y).toBe(
          true,
        )
    }
  })

  it('has higher boxes for longer names, also for one word', () => {
    const { boxes } = plan(graphOf('short > self', `${'x'.repeat(60)} > self`), 'self')
    const [short, long] = ['short', 'x'.repeat(60)].map(
      (name) => boxes.find(({ node }) => nodeId(node) === name)?.height ?? 0,
    )
    expect(long).toBeGreaterThan((short ?? 0) * 2)
  })

  it('keeps a line clear of the boxes between', () => {
    const { boxes, lines } = plan(graphOf('a > b', 'b > self', 'a > self'), 'self')
    const b = boxes.find(({ node }) => nodeId(node) === 'b')
    const passing = lines.flatMap(({ path }) => /([\d.]+)H/.exec(path)?.[1] ?? []).map(Number)
    expect(passing).toHaveLength(1)
    for (const y of passing) expect(b && (y < b.y || y > b.y + b.height)).toBe(true)
  })
})
