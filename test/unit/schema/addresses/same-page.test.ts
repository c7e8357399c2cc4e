import { expect, it } from 'vitest'
import { canonicalAddress, enclosingAddresses } from '../../../../schema/record/values/addresses/address.ts'
import { PAGES } from './same-page.ts'

it.each(Object.entries(PAGES))('%s is one page, however it is spelt', (_, spellings) => {
  const canonical = canonicalAddress(spellings[0] ?? '')
  expect(canonical).toBeDefined()
  expect(spellings.map((spelling) => [spelling, canonicalAddress(spelling)])).toEqual(
    spellings.map((spelling) => [spelling, canonical]),
  )
})

it('takes no two pages for one', () => {
  const canonical = Object.values(PAGES).map(([first = '']) => canonicalAddress(first))
  expect(new Set(canonical).size).toBe(canonical.length)
  expect(Object.values(PAGES).flat().length).toBeGreaterThan(200)
})

it('is the same again: a canonical form that is an address has itself as its own', () => {
  for (const spelling of Object.values(PAGES).flat()) {
    const canonical = canonicalAddress(spelling) ?? ''
    if (/^[^:/]+\.[a-z]+(?:\/|$)/.test(canonical)) expect(canonicalAddress(canonical)).toBe(canonical)
  }
})

it.each([
  `https://data.org/${'a/'.repeat(3000)}`,
  `https://data.org/?${'a=1&'.repeat(2000)}`,
  `https://doi.org/10.1000/${'/full'.repeat(1500)}`,
  `10.1000/${'.pdf'.repeat(1500)}`,
  `${'('.repeat(5000)}https://data.org`,
  `https://github.com/${'a'.repeat(6000)}`,
  `https://gitlab.com/${'a/'.repeat(3000)}`,
])('takes its time with no long text: %#', (text) => {
  const start = performance.now()
  const canonical = canonicalAddress(text)
  if (canonical !== undefined) expect(enclosingAddresses(canonical).length).toBeLessThanOrEqual(16)
  expect(performance.now() - start).toBeLessThan(100)
})
