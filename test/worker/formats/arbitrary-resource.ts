import fc from 'fast-check'
import type { Resource } from '../../../schema/contract.ts'
import { AVAILABILITY, DATA_TYPES, RESOURCE_STATUSES } from '../../../schema/vocabulary.ts'
import { brokenText, text } from './arbitraries.ts'
import { RESOURCES } from './records.ts'

/** How a text may begin to mean something to a spreadsheet, or to be mistaken for what was made harmless. */
export const FORMULA_STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']

const beginning = fc.constantFrom('', ...FORMULA_STARTS, "'", "'=", "''+", '"', '| ', ' ')

/** Any text, with line breaks and control characters, and with a beginning that a spreadsheet could trip over. */
export const anyText = fc.tuple(beginning, brokenText).map(([first, rest]) => `${first}${rest}`)

const reference = fc.record({
  id: text,
  type: fc.constantFrom('article', 'article-journal', 'dataset', 'report', 'software', 'webpage'),
  title: anyText,
})

/** A resource with any texts in any row of cells; it need not keep to the lengths of the contract. */
export const anyResource: fc.Arbitrary<Resource> = fc.record({
  slug: fc.constantFrom(...RESOURCES.map(({ slug }) => slug)),
  name: anyText,
  url: anyText,
  organization: anyText,
  availability: fc.record(
    Object.fromEntries(DATA_TYPES.map(({ key }) => [key, fc.constantFrom(...AVAILABILITY)])) as {
      [Key in keyof Resource['availability']]: fc.Arbitrary<Resource['availability'][Key]>
    },
  ),
  references: fc.array(reference, { maxLength: 3 }),
  status: fc.constantFrom(...RESOURCE_STATUSES),
  position: fc.nat(),
  version: fc.integer({ min: 1 }),
  updatedAt: fc.constant('2026-01-01T00:00:00.000Z'),
})
