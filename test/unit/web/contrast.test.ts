import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('worker/web/assets/style/base.css', 'utf8')

/** `--ink: #1c2226` within a part of the stylesheet, by name. */
const coloursIn = (part: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  )

const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')

/** Relative luminance, WCAG 2.2. */
function luminance(colour = ''): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

describe.each([
  ['light', coloursIn(light)],
  ['dark', coloursIn(dark)],
])('by %s', (_, colours) => {
  it.each([
    'ink',
    'soft',
    'link',
    'warm',
    'yes',
    'no',
  ])('%s can be read on paper and on shade (WCAG AA)', (name) => {
    for (const ground of ['paper', 'shade'])
      expect(contrast(luminance(colours[name]), luminance(colours[ground]))).toBeGreaterThan(4.5)
  })

  it('a button can be read', () => {
    expect(contrast(luminance(colours['on-link']), luminance(colours.link))).toBeGreaterThan(4.5)
  })
})
