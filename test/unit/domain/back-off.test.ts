import { describe, expect, it } from 'vitest'
import { backOff, isHopeless } from '../../../worker/domain/back-off.ts'

const DAY = 86_400_000

describe('the wait after a failure', () => {
  it('doubles from 2 seconds to 15 within the first minute', () => {
    expect([1, 2, 3, 4, 5, 6].map(backOff)).toEqual([2000, 4000, 8000, 15_000, 15_000, 15_000])
  })

  it('then grows to an hour and no further', () => {
    const later = Array.from({ length: 60 }, (_, i) => backOff(i + 7))
    expect(later[0]).toBe(22_500)
    expect(later).toEqual(later.toSorted((a, b) => a - b))
    expect(later.at(-1)).toBe(3_600_000)
  })
})

describe('what failed is given up', () => {
  it('after three days, and not before', () => {
    expect(isHopeless(90, 3 * DAY)).toBe(true)
    expect(isHopeless(90, 3 * DAY - 1)).toBe(false)
  })

  it('but not for its age alone: it may have been held back without a try', () => {
    expect(isHopeless(1, 30 * DAY)).toBe(false)
  })
})
