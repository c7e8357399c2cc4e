import { describe, expect, it } from 'vitest'
import {
  findRequestedLicences,
  licenceRefusal,
  licenseKey,
} from '../../../schema/record/values/asked-licences.ts'
import { spdxOf } from '../../../schema/record/values/licence.ts'
import { licencesIn } from '../../../schema/record/values/licences-in-text.ts'

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
    ['Creative Commons Namensnennung 4.0 International', 'CC-BY-4.0'],
    ['Namensnennung - Nicht kommerziell - Keine Bearbeitungen 4.0', 'CC-BY-NC-ND-4.0'],
    ['CC Namensnennung-Weitergabe unter gleichen Bedingungen 4.0', 'CC-BY-SA-4.0'],
    ['MIT-Lizenz', 'MIT'],
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

describe('a text', () => {
  it.each([
    ['Repository: MIT; images: CC BY 4.0 (badge, figshare)', ['MIT', 'CC-BY-4.0']],
    ['Project: AGPL-3.0; LICENSE file: GNU GPL v3 or later', ['AGPL-3.0', 'GPL-3.0-or-later']],
    ['CC BY-NC-SA, according to the README', ['CC-BY-NC-SA']],
    ['Modified CC BY-NC-SA 3.0 Unported', ['CC-BY-NC-SA-3.0']],
    ['CC BY 3.0 CN', ['CC-BY-3.0']],
    ['CC0 1.0 for the 9-volume set', ['CC0-1.0']],
    ['one of cc0, cc-by, cc-by-nc, no-cc', ['CC0-1.0', 'CC-BY', 'CC-BY-NC']],
    ['US Government work, public domain; figures come from PMC', ['public-domain']],
    ['Die Bilder sind gemeinfrei', ['public-domain']],
    ['The images are not in the public domain', []],
    ['Nutzung mit Genehmigung', []],
    ['Lizenz mit Namensnennung', []],
    ['MIT-Lizenz', ['MIT']],
    ['provided by NC State University', []],
    ['open to the general public', []],
    ['an open database of CT', []],
    ['Open Database License', ['ODbL-1.0']],
    ['metadata in JSON, scripts in Python 2.0', []],
  ])('“%s” names the licences %j', (text, names) => {
    expect(licencesIn(text).map(({ named }) => named.name)).toEqual(names)
  })

  it('says where it names them', () => {
    const text = 'Scripts: the MIT license; images: CC BY-NC 4.0.'
    expect(licencesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'MIT license',
      'CC BY-NC 4.0',
    ])
  })

  it.each([
    ['CC0 1.0', 'CC0-1.0'],
    ['US Government work, public domain; figures from PMC', 'public-domain'],
    ['not in the public domain', 'other'],
    ['Repository: MIT; images: CC BY 4.0', 'other'],
    [null, 'unknown'],
  ])('%s is asked for as %s', (license, key) => {
    expect(licenseKey({ license, licenseSpdx: spdxOf(license) })).toBe(key)
  })
})

describe('a licence that is asked for', () => {
  it.each([
    ['GPL-3.0', 'GPL-3.0', ['GPL-3.0-only', 'GPL-3.0-or-later']],
    ['mit license', 'MIT', ['MIT']],
    ['Unknown', 'unknown', ['unknown']],
    ['public domain', 'public-domain', ['CC0-1.0', 'CC-PDM-1.0', 'PDDL-1.0', 'Unlicense', 'public-domain']],
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
