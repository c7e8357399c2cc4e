import { describe, expect, it } from 'vitest'
import type { Resource } from '../../../../schema/record/resource.ts'
import type { Comparison } from '../../../../schema/verbs/resources.ts'
import { comparisonCsv, comparisonMarkdown } from '../../../../worker/formats/tables/comparison.ts'
import { AS_OF, madeUpResource } from '../../bot/cards/made-up-resource.ts'

const BASE = 'https://registry.example'

function compared(...given: Partial<Resource>[]): Comparison {
  const resources = given.map((one, i) => madeUpResource({ slug: `set-${i}`, name: `Set ${i}`, ...one }))
  const nodes = resources.map((resource) => ({ kind: 'resource' as const, ...resource }))
  const edges = resources.flatMap(({ slug, derivedFrom }) => derivedFrom.map((from) => ({ from, to: slug })))
  return { resources, lineage: { nodes, edges }, asOf: AS_OF }
}

const linesOf = (csv: string) => csv.slice(1).trimEnd().split('\r\n')

describe('a comparison in CSV', () => {
  it('has a line for each field, and an empty cell for what is not recorded', () => {
    const text = comparisonCsv(compared({ license: 'MIT', published: 2020 }, { access: 'open' }), BASE)
    expect(text.startsWith('\u{feff}')).toBe(true)
    const lines = linesOf(text)
    expect(lines.slice(0, 2)).toEqual([
      ',Set 0,Set 1',
      'Page,https://registry.example/r/set-0,https://registry.example/r/set-1',
    ])
    expect(lines.find((line) => line.startsWith('Licence,'))).toMatch(/MIT.*,$/)
    expect(lines).toContain('Published,2020,')
    expect(lines).toContain('Access,,open to everyone')
    expect(lines).toContain('CT,yes,yes')
    expect(lines.at(-1)).toBe('Overlap,No common source is recorded.')
  })

  it.each(['=1+1', '+cmd', '-2', '@SUM(A1)', '＝1', "'=1"])('makes no formula of %s', (formula) => {
    const lines = linesOf(comparisonCsv(compared({ name: formula, license: formula }, {}), BASE))
    expect(lines[0]).toBe(`,'${formula},Set 1`)
    expect(lines.find((line) => line.startsWith('Licence,'))?.startsWith(`Licence,'${formula}`)).toBe(true)
  })

  it('quotes a cell with commas, quotes and line ends', () => {
    const [head] = comparisonCsv(compared({ name: 'a "b", c' }, {}), BASE)
      .slice(1)
      .split('\r\n')
    expect(head).toBe(',"a ""b"", c",Set 1')
  })
})

describe('a comparison in Markdown', () => {
  it('has what differs first, then what is the same, then the overlaps and what is not recorded', () => {
    const text = comparisonMarkdown(
      compared({ access: 'open', published: 2020 }, { access: 'open', derivedFrom: ['set-0'] }),
      BASE,
    )
    const lines = text.split('\n')
    expect(lines.slice(0, 3)).toEqual([
      '|  | [Set 0](https://registry.example/r/set-0) | [Set 1](https://registry.example/r/set-1) |',
      '| --- | --- | --- |',
      '| Published | 2020 | not recorded |',
    ])
    expect(lines.indexOf('| Access | open to everyone | open to everyone |')).toBeGreaterThan(
      lines.indexOf('| Data from | not recorded | Set 0 |'),
    )
    expect(lines).toContain('- Set 1 contains data from Set 0.')
    expect(lines).toContain('- Do not train on one and test on the other.')
    expect(text).toMatch(/\n- .*Size.*: not recorded\.\n/)
  })

  it('shows names and values as they were typed', () => {
    const text = comparisonMarkdown(compared({ name: 'a|b [c](d) <i>', license: '*x*|y' }, {}), BASE)
    expect(text).toContain('[a\\|b \\[c\\](d) \\<i\\>](https://registry.example/r/set-0)')
    expect(text).toContain('\\*x\\*\\|y')
  })
})
