interface Derived {
  readonly slug: string
  readonly derivedFrom?: readonly string[] | undefined
}

/** Each after everything that its data are from; otherwise as they stand. A circle has no order. */
export function sourcesFirst<Item extends Derived>(items: readonly Item[]): readonly Item[] {
  const placed = new Set<Item>()
  const place = (item: Item, below: readonly Item[]) => {
    if (placed.has(item)) return
    if (below.includes(item)) throw new Error(`${item.slug} is derived from itself.`)
    for (const slug of item.derivedFrom ?? []) {
      const source = items.find((other) => other.slug === slug)
      if (source) place(source, [...below, item])
    }
    placed.add(item)
  }
  for (const item of items) place(item, [])
  return [...placed]
}
