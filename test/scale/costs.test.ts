import { describe, expect, it } from 'vitest'
import { COSTS } from './cost-rows.ts'
import { measureAll, routesWithoutRow, statements } from './costs.ts'
import { scansOf } from './plans.ts'

it('every route and command has a row in the table of costs', () => {
  expect(routesWithoutRow()).toEqual([])
})

describe('at release 4.0, and at a thousand resources, no more rows are read than the table says', async () => {
  const { small, large } = await measureAll()

  it.each(COSTS.map((cost, i) => [cost.name, cost.most, small[i], large[i]] as const))('%s', (_, [
    atRelease,
    atThousand,
  ], ofRelease, ofThousand) => {
    expect(ofRelease?.rows).toBeLessThanOrEqual(atRelease)
    expect(ofThousand?.rows).toBeLessThanOrEqual(atThousand)
  })

  it('no statement of theirs goes through a table that grows, or passes over rows', async () => {
    const reads = [...statements].filter((text) => /^\s*(?:select|with)\b/i.test(text))
    expect(reads.length).toBeGreaterThan(25)
    expect((await Promise.all(reads.map(scansOf))).flat()).toEqual([])
    expect(reads.filter((text) => /\boffset\b/i.test(text))).toEqual([])
  })
})
