// What a licence asks of those who use the data, as far as that can be read without a person: all of it in a licence of
// the SPDX list, and in a claim in words what is plainly said.

import type { Access } from '../vocabulary.ts'
import type { Resource } from './resource.ts'
import { findLicences } from './values/licence-names.ts'
import { licencesIn } from './values/licences-in-text.ts'

/** From the mildest to the strictest. */
const LICENCE_TERMS = [
  'credit',
  'alike',
  'noChanges',
  'noCommerce',
  'researchOnly',
  'noRedistribution',
  /** There is something to sign or to accept. It may stand beside a licence that is read whole. */
  'agreement',
] as const
export type LicenceTerm = (typeof LICENCE_TERMS)[number]

/** Whether a term applies, does not, or could not be read. */
type TermReading = 'limited' | 'allowed' | 'unread'
type LicenceTerms = Readonly<Record<LicenceTerm, TermReading>>

type Licensed = Pick<Resource, 'license' | 'licenseSpdx' | 'access'>

/** Licences of the SPDX list by the beginning of their identifiers, with the terms that they have. */
const FAMILIES: readonly (readonly [RegExp, readonly LicenceTerm[]])[] = [
  [/^(?:public-domain|CC0|CC-PDM|CC-PDDC|PDDL|Unlicense|WTFPL|0BSD|MIT-0|NCBI-PD|NIST-PD)(?:-|$)/, []],
  [
    /^(?:MIT|Apache|BSD(?:-[234]-Clause)?|ISC|Zlib|BSL|ODC-By|CDLA-Permissive|OGL-UK|DL-DE-BY|etalab)(?:-|$)/,
    ['credit'],
  ],
  [/^(?:A?GPL|LGPL|MPL|EPL|EUPL|ODbL|CDLA-Sharing|GFDL)(?:-|$)/, ['credit', 'alike']],
]

const CREATIVE_COMMONS = /^CC-BY((?:-(?:NC|SA|ND))*)(?:-\d|$)/
const PARTS = { NC: 'noCommerce', SA: 'alike', ND: 'noChanges' } as const
const isPart = (part: string): part is keyof typeof PARTS => Object.hasOwn(PARTS, part)

const termsOfParts = (parts: string): LicenceTerm[] => [
  'credit',
  ...parts
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter(isPart)
    .map((part) => PARTS[part]),
]

/** The terms of a licence that is named and nothing else; undefined where it is not known what they are. */
function termsOfName(name: string): readonly LicenceTerm[] | undefined {
  const parts = CREATIVE_COMMONS.exec(name)?.[1]
  return parts === undefined ? FAMILIES.find(([family]) => family.test(name))?.[1] : termsOfParts(parts)
}

/** How people write each term. */
const WORDINGS: Readonly<Record<Exclude<LicenceTerm, 'agreement'>, RegExp>> = {
  credit: /\b(?:attribut(?:e|ion)|credit(?:ed)?|acknowledge(?:ment|d)?|(?:must|please) (?:be )?cited?)\b/i,
  alike: /\bshare-?\s?alike\b|\bcopyleft\b/i,
  noChanges:
    /\bno-?\s?deriv\w*|\bno (?:modif\w+|changes|alterations?)\b|\b(?:may|must|can)(?:\s?not|n.t) be (?:modified|altered|changed)\b|\b(?:un|not )modified only\b|\bderivative works?(?: \w+){0,3} (?:not|prohibited|forbidden)\b|\bkeine (?:bearbeitung|veränderung)/i,
  noCommerce:
    /\bnon-?\s?commercial|\b(?:no|not|without|excludes?|excluding|prohibits?|forbids?)(?: \w+){0,3} commercial\b|\bcommercial(?: \w+){0,3} (?:not|prohibited|forbidden|excluded|disallowed)\b|\bnot(?: \w+){0,2} commercially\b|\bnicht-?\s?kommerziell|\bnon-?profit\b|\bnot (?:to )?(?:be used )?for profit\b|\bpersonal use only\b|\bkommerziell\w*(?: \w+){0,3} (?:nicht|untersagt|verboten|ausgeschlossen)\b|\bkeine kommerzielle/i,
  researchOnly:
    /\b(?:research|academic|scientific|education\w*|teaching)(?: use| purposes?| and \w+| or \w+){0,3} only\b|\bonly (?:be used )?(?:for|in)(?: \w+){0,3} (?:research|academic|scientific|education\w*)\b|\bresearch[- ]use[- ]only\b|\b(?:solely|exclusively|limited|restricted)(?: \w+){0,3} (?:research|academic|scientific)\b|\b(?:nur|ausschließlich) (?:für |zur |zu )?(?:forschung|wissenschaft|akademisch)/i,
  noRedistribution:
    /\bno (?:re-?\s?distribut\w+|sharing|onward sharing)\b|\bnot (?:be |to be |to )?(?:re-?\s?distribut\w+|shared|passed on)\b|\bre-?\s?distribut\w+(?: \w+){0,3} (?:not|prohibited|forbidden|disallowed)\b|\bwithout re-?\s?distribut\w+|\bsharing(?: \w+){0,3} (?:not|prohibited|forbidden)\b|\bkeine weitergabe\b|\bweitergabe(?: \w+){0,3} (?:nicht|untersagt|verboten)\b/i,
}
const WORDED = Object.entries(WORDINGS) as readonly [keyof typeof WORDINGS, RegExp][]
const AGREEMENT = /\b(?:agreement|DUA|data use terms|must sign|signed form)\b/i
/** "commercial and non-commercial use" forbids neither. */
const EITHER_USE =
  /\b(?:commercial(?:ly)?,? (?:and|or|as well as) non-?\s?commercial(?:ly)?|non-?\s?commercial(?:ly)?,? (?:and|or|as well as) commercial(?:ly)?)\b/gi
/** What is said of data that are not in the set is no term of it. Each clause is read once, however long it is. */
const OF_OTHER_DATA = /\bnot (?:in|part of|included in)\b/i
const CLAUSES = /[^;.]+/g

function termsOfWords(claim: string): ReadonlySet<LicenceTerm> {
  const words = claim
    .replace(CLAUSES, (clause) => (OF_OTHER_DATA.test(clause) ? '' : clause))
    .replace(EITHER_USE, '')
  const named = licencesIn(words).flatMap(({ named: { name } }) => termsOfName(name) ?? [])
  const terms = new Set<LicenceTerm>([
    ...named,
    ...WORDED.flatMap(([term, wording]) => (wording.test(words) ? [term] : [])),
  ])
  // Research with a product as its aim is commercial use, which such words are there to keep out.
  return terms.has('researchOnly') ? terms.add('noCommerce') : terms
}

function agreementOf(license: string, access: Access): TermReading {
  if (access === 'agreement' || AGREEMENT.test(license)) return 'limited'
  return access === 'open' || access === 'view_only' ? 'allowed' : 'unread'
}

/** For each term whether it limits the use of a resource. Silence allows nothing: it is unread. */
export function licenceTermsOf({ license, licenseSpdx, access }: Licensed): LicenceTerms {
  const claim = licenseSpdx ?? license ?? ''
  const name = findLicences(claim)?.name
  const named = name === undefined ? undefined : termsOfName(name)
  const limits = named ?? termsOfWords(claim)
  const isLimited = (term: LicenceTerm) => [...limits].includes(term)
  const otherwise = named === undefined ? 'unread' : 'allowed'
  return {
    // The cast holds: the list has each term once.
    ...(Object.fromEntries(
      LICENCE_TERMS.map((term) => [term, isLimited(term) ? 'limited' : otherwise]),
    ) as Record<LicenceTerm, TermReading>),
    agreement: agreementOf(license ?? '', access),
  }
}

/** The terms that limit the use, from the mildest to the strictest. */
export const limitingTerms = (terms: LicenceTerms): LicenceTerm[] =>
  LICENCE_TERMS.filter((term) => terms[term] === 'limited')

/** Whether every term of the licence was read, whatever else is to be agreed to. */
export const isReadWhole = (terms: LicenceTerms): boolean =>
  LICENCE_TERMS.every((term) => term === 'agreement' || terms[term] !== 'unread')

/** What is known of the terms that data bring along from all their sources. */
export interface InheritedTerms {
  readonly sources: number
  /** The strictest first, each with the number of sources that have it. */
  readonly limits: readonly { readonly term: LicenceTerm; readonly sources: number }[]
  /** The sources that have no licence recorded, and those of which it could not be read whole. */
  readonly unrecorded: number
  readonly unread: number
}

/** Whether a claim says only that there is no licence: "None stated". Nothing is allowed by it, and nothing is to be read. */
export const statesNone = (license: string): boolean =>
  /^(?:none|not|n\/a|no licen[cs]e(?: (?:information|file))?|unlicen[cs]ed|unspecified|unknown|undeclared|keine?(?: lizenz)?|nicht)(?: (?:is )?(?:stated|given|specified|found|declared|known|available|provided|angegeben|bekannt))?\.?$/i.test(
    license.trim(),
  )

/**
 * The terms that sources pass on. One without a readable licence may ask for anything, so where there is one the
 * mildest term is left out: by itself it would read as all that is asked.
 */
export function inheritedTerms(sources: readonly (Licensed | undefined)[]): InheritedTerms {
  const licensed = sources.flatMap((source) =>
    source && source.license !== null && !statesNone(source.license) ? [licenceTermsOf(source)] : [],
  )
  const unrecorded = sources.length - licensed.length
  const unread = licensed.filter((terms) => !isReadWhole(terms)).length
  const named = unrecorded + unread > 0 ? LICENCE_TERMS.filter((term) => term !== 'credit') : LICENCE_TERMS
  const limits = named
    .map((term) => ({ term, sources: licensed.filter((terms) => terms[term] === 'limited').length }))
    .filter((limit) => limit.sources > 0)
    .reverse()
  return { sources: sources.length, limits, unrecorded, unread }
}
