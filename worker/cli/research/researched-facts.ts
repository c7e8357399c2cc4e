// What a researched record says beside the survey's fields. A fact without a source is left out.

import type { Counts } from '../../../schema/record/counts.ts'
import type { ClaimField } from '../../../schema/record/field-keys.ts'
import type { DesiredRecord } from '../../../schema/record/proposed-changes.ts'
import { LENGTHS } from '../../../schema/record/text.ts'
import { COUNTED } from '../../../schema/vocabulary.ts'
import { from, licenseClaims, licenseText } from './researched-disputes.ts'
import type { ResearchedRecord } from './researched-record.ts'
import {
  dateIn,
  namedSource,
  type Source,
  sourcesAt,
  sourcesFor,
  statusSources,
} from './researched-sources.ts'
import { ACCESS_WORDS, STATUSES } from './researched-words.ts'

export function researchedFacts(record: ResearchedRecord): DesiredRecord {
  const status = STATUSES[record.status]
  const origins = sourcesFor(record, 'derivedFrom')
  const facts = [
    fact('license', licenseText(record.license), sourcesFor(record, 'license')),
    { fields: {}, evidence: licenseClaims(record) },
    fact('access', ACCESS_WORDS[record.accessType], sourcesFor(record, 'access')),
    fact('counts', countsOf(record), countsSources(record)),
    fact('formats', record.formats ?? undefined, namedSource(record, 'formats')),
    fact('doi', record.doi ?? undefined, sourcesFor(record, 'doi')),
    fact('status', status === 'unknown' ? undefined : status, statusSources(record)),
    fact(
      'successor',
      record.supersededBy?.replace(/ \(not listed.*\)$/, ''),
      sourcesFor(record, 'successor'),
    ),
    fact('cautions', record.caution && [record.caution], cautionSources(record)),
    eachOf('derivedFrom', record.derivedFrom, origins),
    eachOf('origins', record.unlistedOrigins, origins),
  ]
  return {
    fields: Object.assign({}, ...facts.map(({ fields }) => fields)),
    evidence: facts.flatMap(({ evidence }) => evidence),
  }
}

const NOTHING: DesiredRecord = { fields: {}, evidence: [] }

const fact = (field: ClaimField, value: unknown, sources: readonly Source[]): DesiredRecord =>
  value === undefined || sources.length === 0
    ? NOTHING
    : { fields: { [field]: value }, evidence: from(field, sources) }

/** A list, each entry with a piece of evidence of its own. */
const eachOf = (
  field: ClaimField,
  entries: readonly string[] | undefined,
  sources: readonly Source[],
): DesiredRecord =>
  entries === undefined || sources.length === 0
    ? NOTHING
    : { fields: { [field]: entries }, evidence: entries.flatMap((entry) => from(field, sources, entry)) }

/** Of what was counted, what we count too; the rest stands in the words. */
function countsOf({ counts }: ResearchedRecord): Counts | undefined {
  if (!counts) return undefined
  const { text, asOf } = counts
  const day = typeof asOf === 'string' ? dateIn(asOf) : undefined
  return {
    ...Object.fromEntries(
      COUNTED.flatMap((key) => (typeof counts[key] === 'number' ? [[key, counts[key]]] : [])),
    ),
    ...(typeof text === 'string' && { text: text.slice(0, LENGTHS.countsText) }),
    ...(day !== undefined && { asOf: day }),
  }
}

/** What was counted is of the day of the counting. */
function countsSources(record: ResearchedRecord): Source[] {
  const asOf = countsOf(record)?.asOf
  return namedSource(record, 'counts').map((source) => ({ ...source, ...(asOf && { asOf }) }))
}

/** "README: …" is in the README. */
function cautionSources(record: ResearchedRecord): readonly Source[] {
  const [readme] = record.caution?.startsWith('README') ? sourcesAt(record, 'README') : []
  return readme ? [readme] : sourcesFor(record, 'cautions')
}
