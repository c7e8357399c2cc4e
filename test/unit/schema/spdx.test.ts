import { describe, expect, it } from 'vitest'
import { spdxOf } from '../../../schema/record/values/licence.ts'

describe('a licence', () => {
  it.each([
    ['CC BY 4.0', 'CC-BY-4.0'],
    ['CC BY-NC 4.0', 'CC-BY-NC-4.0'],
    ['cc-by-nc-sa-4.0', 'CC-BY-NC-SA-4.0'],
    ['CC BY-NC-ND 3.0 Unported', 'CC-BY-NC-ND-3.0'],
    ['CC BY 4.0 International', 'CC-BY-4.0'],
    ['CC BY 3.0 US', 'CC-BY-3.0-US'],
    ['CC0 1.0', 'CC0-1.0'],
    ['CC0', 'CC0-1.0'],
    [' mit ', 'MIT'],
    ['apache-2.0', 'Apache-2.0'],
  ])('claimed as %s is %s', (claimed, spdx) => {
    expect(spdxOf(claimed)).toBe(spdx)
  })

  it.each([
    null,
    '',
    'CC BY',
    'CC BY-NC-SA, according to the README',
    'Repository: MIT; images: CC BY 4.0',
    'CC BY 4.0 DE',
    'Modified CC BY-NC-SA 3.0 Unported',
    'GPL-3.0',
  ])('claimed as %s is no SPDX expression', (claimed) => {
    expect(spdxOf(claimed)).toBeNull()
  })
})
