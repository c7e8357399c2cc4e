import { describe, expect, it } from 'vitest'
import { COUNTRIES } from '../../../../schema/record/values/countries.ts'
import { country } from '../../../../worker/formats/linked-data/eu-authorities.ts'

const alpha3 = (code: string) => /country\/([A-Z]{3})>$/.exec(country(code).link)?.[1]

describe('a country of the EU table', () => {
  it('has a code of its own for each country', () => {
    expect(new Set(COUNTRIES.map(alpha3)).size).toBe(COUNTRIES.length)
    expect(COUNTRIES.map(alpha3)).not.toContain(undefined)
  })

  // Spread over the list, and where the two codes have little in common.
  it.each([
    ...[['AD', 'AND'] as const, ['BA', 'BIH'] as const, ['CH', 'CHE'] as const, ['DE', 'DEU'] as const],
    ...[['ES', 'ESP'] as const, ['GB', 'GBR'] as const, ['HR', 'HRV'] as const, ['KR', 'KOR'] as const],
    ...[['MA', 'MAR'] as const, ['MX', 'MEX'] as const, ['PK', 'PAK'] as const, ['RS', 'SRB'] as const],
    ...[['TR', 'TUR'] as const, ['UA', 'UKR'] as const, ['VN', 'VNM'] as const, ['ZW', 'ZWE'] as const],
  ])('%s is %s', (code, expected) => {
    expect(alpha3(code)).toBe(expected)
  })
})
