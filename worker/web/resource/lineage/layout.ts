// Where the boxes and lines of a lineage picture are: sources on the left, what is made of them on the right, in layers.
// Lengths are in pixels at the usual size of text.

import type { LineageGraph, LineageNode } from '../../../../schema/record/lineage/graph.ts'
import { nodeName } from '../../../../schema/record/lineage/names.ts'
import { nodeId } from '../../../../schema/record/lineage/queries.ts'

interface Size {
  readonly width: number
  readonly height: number
}
export interface Box extends Size {
  readonly node: LineageNode
  readonly x: number
  readonly y: number
}

/** A line from the right side of a box to the left side of another, as the data of an SVG path. */
interface Line {
  readonly path: string
  /** Whether it begins or ends at the resource itself. */
  readonly isOwn: boolean
}

export interface LineagePlan extends Size {
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
}

const [BOX, APART, BETWEEN] = [148, 60, 8] as const
/** Where a line passes a layer. */
const LANE = 10
/** Letters in a line of a box, few enough for a wide font. */
const LETTERS = 16
const [LINE_HEIGHT, PADDING] = [17, 14] as const
/** An arrowhead ends at the box. */
const HEAD = 7

/** Something in a layer: a box, or the lane of a line that passes. */
interface Item {
  readonly height: number
  readonly node?: LineageNode
  /** In the layers beside it. */
  readonly before: Item[]
  readonly after: Item[]
  y: number
}

/** `family` has the resource `slug`, its sources and what is made of it, each after its sources. */
export function planLineage(family: LineageGraph, slug: string): LineagePlan {
  const { nodes, edges } = family
  const layers = layersOf(family, slug)
  const items = new Map(nodes.map((node) => [nodeId(node), itemOf(boxHeight(nodeName(node)), node)]))
  const last = Math.max(0, ...layers.values())
  const first = Math.min(0, ...layers.values())
  const columns: Item[][] = Array.from({ length: last - first + 1 }, () => [])
  for (const [id, item] of items) columns[(layers.get(id) ?? 0) - first]?.push(item)

  // Between a source of the resource and what is made of the resource a line would only go around it.
  const drawn = edges.flatMap((edge) => {
    const [from, to] = [items.get(edge.from), items.get(edge.to)]
    const [start, end] = [layers.get(edge.from), layers.get(edge.to)]
    if (!from || !to || start === undefined || end === undefined || (start < 0 && end > 0)) return []
    const lanes = columns.slice(start - first + 1, end - first).map((column) => {
      const lane = itemOf(LANE)
      column.push(lane)
      return lane
    })
    const stops = [from, ...lanes, to]
    for (const [i, stop] of stops.slice(1).entries()) {
      stops[i]?.after.push(stop)
      stop.before.push(stops[i] ?? stop)
    }
    return [{ stops, column: start - first, isOwn: edge.from === slug || edge.to === slug }]
  })

  const height = arrange(columns)
  const left = (column: number) => column * (BOX + APART)
  return {
    width: left(columns.length - 1) + BOX,
    height,
    boxes: columns.flatMap((column, i) =>
      column.flatMap(({ node, y, height: own }) =>
        node ? [{ node, x: left(i), y, width: BOX, height: own }] : [],
      ),
    ),
    lines: drawn.map(({ stops, column, isOwn }) => ({
      isOwn,
      path: pathOf(stops.map((stop, i) => ({ left: left(column + i), y: middle(stop) }))),
    })),
  }
}

const itemOf = (height: number, node?: LineageNode): Item => ({
  height,
  ...(node && { node }),
  before: [],
  after: [],
  y: 0,
})

const middle = ({ y, height }: Item) => y + height / 2

/**
 * The layer of each, 0 for the resource itself: of a source below 0, as near as what it goes into allows; of what is
 * made of it above 0. `nodes` has each after its sources.
 */
function layersOf({ nodes, edges }: LineageGraph, slug: string): ReadonlyMap<string, number> {
  const layers = new Map([[slug, 0]])
  const ids = nodes.map(nodeId).filter((id) => id !== slug)
  for (const id of ids) {
    const sources = edges.flatMap(({ from, to }) => (to === id ? (layers.get(from) ?? []) : []))
    if (sources.length > 0) layers.set(id, Math.max(...sources) + 1)
  }
  for (const id of ids.reverse()) {
    if (layers.has(id)) continue
    const made = edges.flatMap(({ from, to }) => (from === id ? (layers.get(to) ?? []) : []))
    layers.set(id, Math.min(0, ...made) - 1)
  }
  return layers
}

/** The height of a box for a name, which is broken between words where it can be. */
function boxHeight(name: string): number {
  let [lines, used] = [1, 0]
  for (const word of name.split(/\s+/)) {
    if (used > 0 && used + 1 + word.length > LETTERS) {
      lines += 1
      used = 0
    }
    lines += Math.floor((word.length - 1) / LETTERS)
    used += used > 0 ? word.length + 1 : word.length % LETTERS
  }
  return lines * LINE_HEIGHT + PADDING
}

/** Orders each column by what its items are joined to, so that few lines cross, and gives each item its place. */
function arrange(columns: readonly Item[][]): number {
  const heights = columns.map((column) =>
    column.reduce((sum, { height }) => sum + height + BETWEEN, -BETWEEN),
  )
  const height = Math.max(...heights)
  const place = (column: readonly Item[], i: number) => {
    let y = (height - (heights[i] ?? 0)) / 2
    for (const item of column) {
      item.y = y
      y += item.height + BETWEEN
    }
  }
  columns.forEach(place)
  for (const side of ['before', 'after', 'before', 'after'] as const) {
    const order = side === 'before' ? columns : columns.toReversed()
    for (const column of order) {
      const aims = new Map(column.map((item) => [item, aim(item[side]) ?? middle(item)]))
      column.sort((a, b) => (aims.get(a) ?? 0) - (aims.get(b) ?? 0))
      place(column, columns.indexOf(column))
    }
  }
  return height
}

const aim = (joined: readonly Item[]) =>
  joined.length === 0 ? undefined : joined.reduce((sum, item) => sum + middle(item), 0) / joined.length

/** Level through each box or lane, bent between them. */
function pathOf(stops: readonly { readonly left: number; readonly y: number }[]): string {
  return stops
    .map(({ left, y }, i) => {
      const before = stops[i - 1]
      if (!before) return `M${left + BOX} ${y}`
      const isLast = i === stops.length - 1
      const [start, end] = [before.left + BOX, isLast ? left - HEAD : left]
      const bend = (start + end) / 2
      return `C${bend} ${before.y} ${bend} ${y} ${end} ${y}${isLast ? '' : `H${left + BOX}`}`
    })
    .join('')
}
