// Where sources of a researched record say different things, and who says what.

import type { Evidence } from '../../../schema/record/claims.ts'
import type { ClaimField } from '../../../schema/record/field-keys.ts'
import { LENGTHS } from '../../../schema/record/text.ts'
import { queryWords } from '../../../schema/text/fold.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'
import type { ResearchedRecord } from './researched-record.ts'
import { anyOf, namedSource, type Source, sourcesAt, sourcesFor, THE_SURVEY } from './researched-sources.ts'

/** A piece of evidence from each source: for what is proposed or, with a value, for that. */
export const from = (field: ClaimField, sources: readonly Source[], value?: string): Evidence[] =>
  sources.map((source) => ({ field, ...(value !== undefined && { value }), ...source }))

/** Who says it stands beside it as its source. */
const SAID_BY = / \((?:as listed by|according to) [^)]*\)$|, according to [^()]*(?: \([^)]*\))?$/
const NOT_STATED = /^Not stated\b/

/** The licence as claimed; nothing where it is said that there is none. */
export function licenseText(license: string | null): string | undefined {
  if (license === null || NOT_STATED.test(license)) return undefined
  const claimed = license.replace(SAID_BY, '')
  return claimed.length <= LENGTHS.license
    ? claimed
    : claimed.slice(0, LENGTHS.license).replace(/[;,:][^;,:]*$/, '')
}

/** "AMID library: CC BY 4.0", "README AGPL-3.0": who, and what they say. */
const CONFLICT = /^(?:([^:]+): |(README|LICENSE) )(.+?)(?: text)?$/

/** What is said of the licence that the record does not state. */
export function licenseClaims(record: ResearchedRecord): Evidence[] {
  const { license, licenseConflict = [] } = record
  const denied = license !== null && NOT_STATED.test(license) ? [license] : []
  return [
    ...denied.flatMap((text) => from('license', sourcesFor(record, 'license'), text)),
    ...licenseConflict
      .flatMap((text) => {
        const [, label, file, said] = text.match(CONFLICT) ?? []
        const who = label ?? file
        return from('license', who === undefined ? anyOf(record) : sayer(record, who), said ?? text)
      })
      .filter((claim) => !isParaphrase(record, claim)),
  ]
}

/** Whether a claim only says in fewer words what the record states from the same source; a bare identifier does not. */
function isParaphrase(record: ResearchedRecord, { value, source }: Evidence): boolean {
  const said = typeof value === 'string' ? queryWords(value) : []
  const stated = new Set(queryWords(record.license ?? ''))
  return (
    typeof value === 'string' &&
    value.includes(' ') &&
    sourcesFor(record, 'license').some((one) => one.source === source) &&
    said.every((word) => stated.has(word))
  )
}

/** The source that is meant by a name; a file that is no source of its own lies where the licence was read. */
function sayer(record: ResearchedRecord, who: string): Source[] {
  const [first] = [...sourcesAt(record, who), ...sourcesAt(record, who.split(' ')[0] ?? who)]
  if (first) return [first]
  return namedSource(record, 'license').map(({ source }) => ({ source: `${source.split(' ')[0]} ${who}` }))
}

/** "Organisation: the survey says A; the paper says B." */
const ORGANIZATION = /^Organisation: the survey says (.+?); .* say (.+?)\.$/

/** The organisation that the survey has, and that which it should have. */
export function correctedOrganization({ surveyCorrection }: ResearchedRecord) {
  const [, was, is] = surveyCorrection?.match(ORGANIZATION) ?? []
  return was !== undefined && is !== undefined ? { was, is } : undefined
}

/** Where none is known, those who wrote about it, as the file itself does it for other sets. */
export function organizationOf(record: ResearchedRecord): { name: string; sources: readonly Source[] } {
  const [author] = record.paper?.authors ?? []
  if (record.organization !== null)
    return { name: record.organization, sources: sourcesFor(record, 'organization') }
  return author === undefined
    ? { name: 'Unknown', sources: [] }
    : { name: `${author} et al.`, sources: namedSource(record, 'paper') }
}

/** The cells that the survey marks and a source denies: both are claims, and the survey's stays stated. */
export function disagreements(record: ResearchedRecord): Evidence[] {
  const { surveyDisagreement = '' } = record
  const [readme] = sourcesAt(record, 'README')
  const denying = readme ? [readme] : anyOf(record)
  return DATA_TYPES.filter(({ label }) => surveyDisagreement.includes(`${label}=Y`)).flatMap(({ key }) => [
    ...from(`availability.${key}`, [THE_SURVEY], 'yes'),
    ...from(`availability.${key}`, denying, 'no'),
  ])
}
