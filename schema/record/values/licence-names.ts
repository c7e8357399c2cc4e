// Licences as people write them, read as identifiers of the SPDX list (spdx.org/licenses). A text is read as a whole or
// not at all: "MIT, images CC BY 4.0" names no licence, because which part has which is for a person to read.

import spdxIdentifiers from 'spdx-license-ids/index.json' with { type: 'json' }
import { once } from '../../once.ts'
import { editDistance } from '../../text/edit-distance.ts'

const IDENTIFIERS: readonly string[] = spdxIdentifiers

/** A licence, or several of one name: `CC BY` has a version for each, and `GPL-3.0` is with or without later versions. */
export interface NamedLicences {
  /** In the spelling of SPDX; it names the same licences again. */
  readonly name: string
  readonly identifiers: readonly string[]
}

/** Parts of names in full, by the names that SPDX has. Words are in lower case, with hyphens between. */
const IN_FULL: readonly (readonly [RegExp, string])[] = [
  [/\bcreative-?commons\b/g, 'cc'],
  [/\bcc(?=by\b|by-)/g, 'cc-'],
  [/\bcc-?(?:zero|0)\b/g, 'cc0'],
  [/^cc-public-domain-mark\b|^public-domain-mark\b/g, 'cc-pdm'],
  [/^(cc0(?:-\d\.\d)?)-public-domain-dedication$/g, '$1'],
  [/\b(?:attribution|namensnennung)\b/g, 'by'],
  [/\b(?:non-?commercial|nicht-?kommerziell)\b/g, 'nc'],
  [/\bshare-?alike\b|\bweitergabe-(?:unter-)?gleichen-bedingungen\b/g, 'sa'],
  [/\bno-?deriv(?:ative|ation)?s?\b|\bkeine-?bearbeitung(?:en)?\b/g, 'nd'],
  [/^by-/g, 'cc-by-'],
  [/\bby-(sa|nd)-nc\b/g, 'by-nc-$1'],
  [/^(?:gnu-)?affero-(?:general-public|gpl)\b|^gnu-agpl\b/g, 'agpl'],
  [/^(?:gnu-)?(?:lesser|library)-(?:general-public|gpl)\b|^gnu-lgpl\b/g, 'lgpl'],
  [/^(?:gnu-)?general-public\b|^gnu-(?:gpl)?(?=-|$)/g, 'gpl'],
  [/^mozilla-public\b/g, 'mpl'],
  [/^european-union-public\b/g, 'eupl'],
  [/^eclipse-public\b/g, 'epl'],
  [/^apache-software\b/g, 'apache'],
  [/^boost-software\b/g, 'bsl'],
  [/^(?:open-data-commons-|odc-)?open-database\b|^(?:odc|opendatacommons)-odbl\b/g, 'odbl'],
  [/^open-data-commons-by\b/g, 'odc-by'],
  [/^(?:open-data-commons-|odc-)?public-domain-dedication(?:-and)?$|^odc-pddl\b/g, 'pddl'],
  [/^community-data-(?:agreement-)?(permissive|sharing)\b/g, 'cdla-$1'],
  [/^(?:new|modified|revised)-bsd\b/g, 'bsd-3-clause'],
  [/^(?:simplified-bsd|freebsd)\b/g, 'bsd-2-clause'],
  [/^(\d)-clause-bsd\b/g, 'bsd-$1-clause'],
  [/^bsd-(\d)$/g, 'bsd-$1-clause'],
  [/^expat\b/g, 'mit'],
  [/^gemeinfrei(?:e[mnrs]?)?$/g, 'public-domain'],
  [/^open-government\b/g, 'ogl-uk'],
  [/\bor-(?:any-)?(?:later|newer)\b/g, 'or-later'],
  [/(?<=-\d)(?=-(?:or-later|only)$)/g, '.0'],
]

/** Words of a name that tell no licence from another. */
const FILLERS = new Set(
  'the a under licence license licenced licensed licences lizenz lizenzen version v international unported universal intl intl. generic deed deutschland'.split(
    ' ',
  ),
)

/** A name in the form that all its spellings have: "The GNU GPL, version 3" is `gpl-3`. */
function normalForm(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/(?<=\d)\+/g, '-or-later')
    .replace(/(?<=[a-z])(?:v\.?[ -]?|(?<=gpl|apache|mpl|bsd))(?=\d)/g, '-')
    .split(/[\s\-–_,/]+/)
    .map((word) => word.replace(/^v\.?(?=\d)/, ''))
    .filter((word) => word !== '' && !FILLERS.has(word))
  return IN_FULL.reduce((name, [full, short]) => name.replace(full, short), words.join('-'))
}

/** An ordinary word, such as `Fair` or `Glide`, is a licence in the spelling of SPDX alone. */
const isOrdinaryWord = (identifier: string) => /^(?!Unlicense$|Zlib$)[A-Za-z][a-z]+$/.test(identifier)
const byForm = once(
  () =>
    new Map(
      IDENTIFIERS.filter((identifier) => !isOrdinaryWord(identifier)).map((identifier) => [
        normalForm(identifier),
        identifier,
      ]),
    ),
)

/** Identifiers by the beginning of their form, up to a number of version: `gpl` has all that begin with "gpl-" and a digit. */
const byFamily = once(() =>
  Map.groupBy(
    [...byForm()].flatMap(([form, identifier]) =>
      [...form.matchAll(/-(?=\d)/g)].map(({ index }) => ({ family: form.slice(0, index), identifier })),
    ),
    ({ family }) => family,
  ),
)

/** No licence in particular, but what gives up all rights. */
export const PUBLIC_DOMAIN: NamedLicences = {
  name: 'public-domain',
  identifiers: ['CC0-1.0', 'CC-PDM-1.0', 'PDDL-1.0', 'Unlicense'],
}

/** The pages of licences, of which the path names the licence. */
const PAGES: readonly (readonly [RegExp, (path: readonly string[]) => string])[] = [
  [
    /^creativecommons\.org\/licen[cs]es\/([a-z-]+)\/(\d\.\d)(?:\/([a-z]{2,3}))?(?=\/|$)/,
    ([kind, version, place = '']) =>
      `cc-${kind}-${version}${/^(?:igo|[a-z]{2})$/.test(place) ? `-${place}` : ''}`,
  ],
  [/^creativecommons\.org\/publicdomain\/zero\/(\d\.\d)(?=\/|$)/, ([version]) => `cc0-${version}`],
  [/^creativecommons\.org\/publicdomain\/mark\/(\d\.\d)(?=\/|$)/, ([version]) => `cc-pdm-${version}`],
  [/^opensource\.org\/licen[cs]es?\/([^/]+?)(?:\.(?:php|html))?\/?$/, ([name = '']) => name],
  [/^spdx\.org\/licenses\/([^/]+?)(?:\.(?:html|json|txt))?\/?$/, ([name = '']) => name],
  [/^choosealicense\.com\/licenses\/([^/]+)\/?$/, ([name = '']) => name],
  [/^apache\.org\/licenses\/license-(\d\.\d)(?:\.(?:html|txt))?$/, ([version]) => `apache-${version}`],
  [
    /^gnu\.org\/licenses\/(?:old-licenses\/)?(a?gpl|lgpl)-(\d\.\d)(?:\.en|-standalone)?(?:\.(?:html|txt))?$/,
    ([name, version]) => `${name}-${version}`,
  ],
  [
    /^opendatacommons\.org\/licenses\/(odbl|by|pddl)(?=\/|$)/,
    ([name]) => (name === 'by' ? 'odc-by' : `${name}`),
  ],
  [/^mozilla\.org\/(?:[a-z-]+\/)?mpl\/(\d\.\d)\/?$/, ([version]) => `mpl-${version}`],
  [/^unlicense\.org\/?$/, () => 'unlicense'],
]

/** What the address of a licence's page names; the text as it is where it is no such address. */
function nameOfPage(text: string): string {
  const address = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9.-]+\.[a-z]+\/?[^\s?#]*)/i
    .exec(text)?.[1]
    ?.toLowerCase()
  if (address === undefined || /\s/.test(text)) return text
  for (const [page, nameOf] of PAGES) {
    const found = page.exec(address)
    if (found) return nameOf(found.slice(1))
  }
  return text
}

/** A longer text is no name. */
const LONGEST = 120

/** The licences that a whole text names, in any of the usual spellings or by the address of their page. */
export function findLicences(text: string): NamedLicences | undefined {
  const written = text.trim()
  if (written === '' || written.length > LONGEST) return undefined
  if (IDENTIFIERS.includes(written)) return { name: written, identifiers: [written] }
  const [, full, short, rest = ''] = /^([^()]+) \(([^()]+)\)( [^()]+)?$/.exec(written) ?? []
  if (full === undefined || short === undefined) return licencesOf(normalForm(nameOfPage(written)))
  // "Creative Commons Attribution 4.0 (CC BY 4.0)"; "CC BY 4.0 (the images)" says more than a name.
  const [whole, inBrackets] = [findLicences(`${full}${rest}`), findLicences(short)]
  return whole?.identifiers.every((one) => inBrackets?.identifiers.includes(one)) ? whole : undefined
}

function licencesOf(form: string): NamedLicences | undefined {
  if (/^(?:in-)?public-?domain$/.test(form)) return PUBLIC_DOMAIN
  const exact = byForm().get(form) ?? byForm().get(`${form}.0`)
  if (exact !== undefined) return { name: exact, identifiers: [exact] }
  for (const version of [form, `${form}.0`]) {
    const [only, orLater] = [byForm().get(`${version}-only`), byForm().get(`${version}-or-later`)]
    if (only !== undefined && orLater !== undefined)
      return { name: only.slice(0, version.length), identifiers: [only, orLater] }
  }
  const identifiers =
    byFamily()
      .get(form)
      ?.map(({ identifier }) => identifier) ?? []
  const [first] = identifiers
  if (first === undefined) return undefined
  return { name: identifiers.length === 1 ? first : first.slice(0, form.length), identifiers }
}

/** The identifier that is spelt nearest to a text that names none; of several the one with the latest version. */
export function nearestLicence(text: string): string | undefined {
  const form = normalForm(nameOfPage(text.trim().slice(0, LONGEST)))
  const most = Math.min(4, Math.floor(form.length / 3))
  const near = [...byForm()].flatMap(([other, identifier]) => {
    const distance = editDistance(form, other, most)
    return distance === undefined ? [] : [{ identifier, distance }]
  })
  return near.sort((a, b) => b.distance - a.distance).at(-1)?.identifier
}
