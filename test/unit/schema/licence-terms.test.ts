import { describe, expect, it } from 'vitest'
import {
  inheritedTerms,
  isReadWhole,
  licenceTermsOf,
  limitingTerms,
} from '../../../schema/record/licence-terms.ts'
import { spdxOf } from '../../../schema/record/values/licence.ts'

const claimed = (license: string | null) => ({
  license,
  licenseSpdx: spdxOf(license),
  access: 'open' as const,
})
const limitsOf = (license: string | null) => limitingTerms(licenceTermsOf(claimed(license))).join(', ')

describe('the terms of a licence', () => {
  it.each([
    ['CC0', ''],
    ['CC BY 4.0', 'credit'],
    ['CC BY-NC-SA', 'credit, alike, noCommerce'],
    ['CC BY-ND 4.0', 'credit, noChanges'],
    ['ODbL', 'credit, alike'],
    ['GPLv3', 'credit, alike'],
    ['GNU GPL', 'credit, alike'],
    ['public domain', ''],
    ['MIT License', 'credit'],
    ['https://creativecommons.org/licenses/by-nc-nd/4.0/', 'credit, noChanges, noCommerce'],
  ])('of %s are read whole', (license, limits) => {
    expect(limitsOf(license)).toBe(limits)
    expect(isReadWhole(licenceTermsOf(claimed(license)))).toBe(true)
  })

  it.each([
    ['1a: CC BY-NC 4.0', 'credit, noCommerce'],
    ['Project: AGPL-3.0; images as their sources', 'credit, alike'],
    ['Images: Creative Commons Attribution-NonCommercial 4.0; code: MIT', 'credit, noCommerce'],
    ['Images: public domain; labels: CC BY 4.0', 'credit'],
    ['Free for non-commercial use', 'noCommerce'],
    ['Not for commercial purposes', 'noCommerce'],
    ['Commercial use is prohibited', 'noCommerce'],
    ['May not be used commercially', 'noCommerce'],
    [
      'Research only, no redistribution, no commercial use without approval',
      'noCommerce, researchOnly, noRedistribution',
    ],
    ['For academic use only', 'noCommerce, researchOnly'],
    ['Data may only be used for scientific research', 'noCommerce, researchOnly'],
    ['The images must not be redistributed', 'noRedistribution'],
    ['Redistribution is not permitted', 'noRedistribution'],
    ['No derivative works', 'noChanges'],
    ['Share-alike, with attribution', 'credit, alike'],
    ['Free for commercial and non-commercial use', ''],
    ['Not to be used for profit', 'noCommerce'],
    ['Personal use only', 'noCommerce'],
    ['Kommerzielle Nutzung untersagt', 'noCommerce'],
    ['Nur für wissenschaftliche Zwecke', 'noCommerce, researchOnly'],
    ['Keine Weitergabe', 'noRedistribution'],
    ['Sharing with others is prohibited', 'noRedistribution'],
    ['Derivative works are not permitted', 'noChanges'],
    ['Free to use', ''],
    ['From Charlotte, NC', ''],
    [
      "'Most data' CC BY-NC 4.0; B's are not in the repository because redistribution is not permitted",
      'credit, noCommerce',
    ],
    [null, ''],
  ])('of %s are read in part', (license, limits) => {
    expect(limitsOf(license)).toBe(limits)
    expect(isReadWhole(licenceTermsOf(claimed(license)))).toBe(false)
  })

  it('have an agreement where it is claimed or is the way of access', () => {
    expect(licenceTermsOf(claimed('Data Use Agreement')).agreement).toBe('limited')
    expect(licenceTermsOf({ ...claimed('MIT'), access: 'agreement' }).agreement).toBe('limited')
    expect(licenceTermsOf(claimed('MIT')).agreement).toBe('allowed')
  })
})

describe('inherited terms', () => {
  it('are the strictest first, with the mildest only where all were read', () => {
    expect(inheritedTerms([claimed('MIT'), claimed('CC BY-NC 4.0')]).limits).toEqual([
      { term: 'noCommerce', sources: 1 },
      { term: 'credit', sources: 2 },
    ])
    expect(inheritedTerms([claimed('CC BY 4.0'), claimed(null)])).toEqual({
      sources: 2,
      limits: [],
      unrecorded: 1,
      unread: 0,
    })
    expect(inheritedTerms([claimed('Ask us'), claimed('CC BY-NC-SA'), undefined])).toEqual({
      sources: 3,
      limits: [
        { term: 'noCommerce', sources: 1 },
        { term: 'alike', sources: 1 },
      ],
      unrecorded: 1,
      unread: 1,
    })
  })

  it('count a claim that there is no licence as none recorded, and any other words as unread', () => {
    const counted = (license: string) => {
      const { unrecorded, unread } = inheritedTerms([claimed(license)])
      return { unrecorded, unread }
    }
    for (const none of ['None stated', 'not stated.', 'None given', 'No licence', 'no license specified'])
      expect(counted(none)).toEqual({ unrecorded: 1, unread: 0 })
    for (const none of ['Unspecified', 'N/A', 'unlicensed', 'No licence file', 'Keine Lizenz angegeben'])
      expect(counted(none), none).toEqual({ unrecorded: 1, unread: 0 })
    for (const words of ['None given; README: research purposes only', 'Not stated: ask the authors'])
      expect(counted(words)).toEqual({ unrecorded: 0, unread: 1 })
  })
})
