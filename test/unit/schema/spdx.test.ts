import { describe, expect, it } from 'vitest'
import { findRequestedLicences, licenceRefusal } from '../../../schema/record/values/asked-licences.ts'
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
    ['Apache License, Version 2.0', 'Apache-2.0'],
    ['GPL-3.0', 'GPL-3.0-only'],
    ['GNU General Public License v3 or later', 'GPL-3.0-or-later'],
    ['BSD 3-Clause', 'BSD-3-Clause'],
    ['3-Clause BSD License', 'BSD-3-Clause'],
    ['ODbL', 'ODbL-1.0'],
    ['Open Database License (ODbL) v1.0', 'ODbL-1.0'],
    ['https://creativecommons.org/licenses/by/4.0/', 'CC-BY-4.0'],
    ['http://creativecommons.org/licenses/by-nc-sa/3.0/de/deed.de', 'CC-BY-NC-SA-3.0-DE'],
    ['https://creativecommons.org/publicdomain/zero/1.0/deed.en', 'CC0-1.0'],
    ['https://opensource.org/licenses/MIT', 'MIT'],
    ['https://www.gnu.org/licenses/gpl-3.0.en.html', 'GPL-3.0-only'],
    ['Creative Commons Attribution-NonCommercial 4.0 International (CC BY-NC 4.0)', 'CC-BY-NC-4.0'],
    ['CC0 1.0 Universal (CC0 1.0) Public Domain Dedication', 'CC0-1.0'],
    ['Mozilla Public License 2.0', 'MPL-2.0'],
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
    'CC BY 3.0 CN',
    'CC BY 4.0 (IEEE DataPort)',
    'public domain',
    'fair',
  ])('claimed as %s is no SPDX expression', (claimed) => {
    expect(spdxOf(claimed)).toBeNull()
  })
})

describe('a licence that is asked for', () => {
  it.each([
    ['GPL-3.0', 'GPL-3.0', ['GPL-3.0-only', 'GPL-3.0-or-later']],
    ['mit license', 'MIT', ['MIT']],
    ['Unknown', 'unknown', ['unknown']],
    ['public domain', 'public-domain', ['CC0-1.0', 'CC-PDM-1.0', 'PDDL-1.0', 'Unlicense']],
  ])('as %s is %s, and its name asks for the same', (text, name, identifiers) => {
    expect(findRequestedLicences(text)).toEqual({ name, identifiers })
    expect(findRequestedLicences(name)).toEqual({ name, identifiers })
  })

  it('without a version is all of its versions, and no other licence', () => {
    const { identifiers = [] } = findRequestedLicences('cc by nc') ?? {}
    expect(identifiers).toContain('CC-BY-NC-4.0')
    expect(identifiers.filter((one) => !/^CC-BY-NC-\d/.test(one))).toEqual([])
  })

  it.each([
    ['CC BY 5.0', 'CC-BY-4.0'],
    ['Apche 2.0', 'Apache-2.0'],
    ['MITT', 'MIT'],
    ['whatever suits you', ''],
  ])('as %s is none: the nearest is “%s”', (text, nearest) => {
    expect(findRequestedLicences(text)).toBeUndefined()
    expect(licenceRefusal(text).values).toEqual([text, nearest])
  })
})
