// Writes release 3.0 as a migration: `node worker/cli/research/research-migration.ts > schema/migrations/0009_release_3_0.sql`.
// It ran once; a migration that was applied anywhere stays as it is.
//
// A registry that is in use may have moved on by then. So nothing is overwritten: a correction is made of what is still
// as the survey had it, an addition where neither its slug nor its address is taken, either where all is listed that it
// is derived from. What is left alone is told by `npm run import -- schema/survey/resources-2026.json`, which lists what
// differs.

import { canonicalAddress } from '../../../schema/record/address.ts'
import { cellsCode } from '../../../schema/record/cells.ts'
import { type Reference, referenceAddress } from '../../../schema/record/reference.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { completeRecord } from '../../../schema/record/stored-record.ts'
import survey from '../../../schema/survey/2.0.json' with { type: 'json' }
import file from '../../../schema/survey/resources-2026.json' with { type: 'json' }
import { fold } from '../../../schema/text/fold.ts'
import { DATA_TYPES, REGISTRY } from '../../../schema/vocabulary.ts'
import { searchWords } from '../../domain/search/search-text.ts'
import { ResearchedFile } from './researched-record.ts'
import { researchedChanges } from './researched-release.ts'
import { BETWEEN, literal, type Value } from './sql-text.ts'
import { surveyRecords } from './survey.ts'

const REASON = 'Researched in public sources: schema/survey/resources-2026.json'
const NOTE = [
  survey.survey.note,
  'It begins with the survey of Kalkreuth and Kaufmann, version 2.0.',
  'Cells of the 14 resources of the survey are the survey’s own; of the others, a cell that no source speaks of is unknown.',
  'A status is what a source showed at its date, not a live check. A claim that names several sources was read in one of them.',
].join(' ')

const listed = surveyRecords(survey).resources.map(completeRecord)
const changes = researchedChanges(ResearchedFile.parse(file), listed, REASON)

const canonical = (url: string) => canonicalAddress(url) ?? url
const list = (values: readonly Value[]) => values.map(literal).join(', ')

/** The columns of `resources` that a record fills, but for its place. */
const columnsOf = (record: Resource): Readonly<Record<string, Value>> => ({
  slug: record.slug,
  name: record.name,
  name_key: fold(record.name),
  url: record.url,
  organization: record.organization,
  ...Object.fromEntries(DATA_TYPES.map((type) => [type.column, record.availability[type.key]])),
  cells: cellsCode(record.availability),
  status: record.status,
  version: record.version,
  updated_at: record.updatedAt,
  search_text: searchWords(record).join(' '),
})

/** That what it is derived from is listed. */
const hasSources = ({ derivedFrom }: Resource) =>
  derivedFrom.length === 0
    ? []
    : [`(SELECT count(*) FROM resources WHERE slug IN (${list(derivedFrom)})) = ${derivedFrom.length}`]

/** That nothing it is derived from is derived from it. */
const hasNoCircle = ({ slug, derivedFrom }: Resource) =>
  derivedFrom.length === 0
    ? []
    : [
        `NOT EXISTS (WITH RECURSIVE above (id) AS (SELECT id FROM resources WHERE slug IN (${list(derivedFrom)})
		UNION SELECT l.source_id FROM lineage AS l JOIN above ON l.resource_id = above.id)
		SELECT 1 FROM above JOIN resources USING (id) WHERE slug = ${literal(slug)})`,
      ]

/** That the address is free, or its own. */
const hasAddress = ({ slug, url }: Resource) =>
  `NOT EXISTS (SELECT 1 FROM addresses WHERE canonical = ${literal(canonical(url))} AND NOT (owner_kind = 'resource'
		AND owner_id IN (SELECT CAST(id AS TEXT) FROM resources WHERE slug = ${literal(slug)})))`

const free = (column: 'id' | 'position') => `(SELECT max(${column}) + 1 FROM resources)`

function addition(record: Resource): string {
  const columns = columnsOf(record)
  const place = `CASE WHEN EXISTS (SELECT 1 FROM resources WHERE position = ${record.position})
		THEN ${free('position')} ELSE ${record.position} END`
  const guards = [
    `NOT EXISTS (SELECT 1 FROM resources WHERE slug = ${literal(record.slug)})`,
    hasAddress(record),
    ...hasSources(record),
  ]
  return `INSERT INTO resources (id, position, ${Object.keys(columns).join(', ')})
SELECT ${free('id')}, ${place},
	${list(Object.values(columns))}
WHERE ${guards.join('\n	AND ')};`
}

function correction(record: Resource): string {
  const columns = Object.entries(columnsOf(record)).map(([name, value]) => `${name} = ${literal(value)}`)
  const guards = [
    `slug = ${literal(record.slug)} AND version = ${record.version - 1} AND status <> 'removed'`,
    hasAddress(record),
    ...hasSources(record),
    ...hasNoCircle(record),
  ]
  return `UPDATE resources SET ${columns.join(', ')}
WHERE ${guards.join('\n	AND ')};`
}

/** The row as this migration left it: no other change was made at that millisecond. */
const isMade = ({ slug, updatedAt }: Resource) =>
  `slug = ${literal(slug)} AND updated_at = ${literal(updatedAt)}`

const change = (record: Resource, action: string) =>
  `INSERT INTO changes (subject, subject_id, version, action, record, reason, at)
SELECT 'resource', CAST(id AS TEXT), version, ${literal(action)},
	json_set(${literal(record)}, '$.position', position),
	${list([REASON, record.updatedAt])}
FROM resources WHERE ${isMade(record)};`

/** Its address and those that it had before; one that another holds stays with them. */
const addresses = (record: Resource) =>
  `INSERT OR IGNORE INTO addresses (canonical, owner_kind, owner_id)
SELECT a.value, 'resource', CAST(r.id AS TEXT) FROM resources AS r,
	json_each(${literal([...new Set([record.url, ...record.formerUrls].map(canonical))])}) AS a
WHERE ${isMade(record)};`

const paper = (record: Resource, reference: Reference) => [
  `INSERT INTO \`references\` (id, csl, canonical)
SELECT (SELECT max(id) + 1 FROM \`references\`), ${list([reference, referenceAddress(reference) ?? null])}
FROM resources WHERE ${isMade(record)};`,
  `INSERT INTO resource_references (resource_id, ordinal, reference_id)
SELECT r.id, ${record.references.length}, p.id FROM resources AS r, \`references\` AS p
WHERE ${isMade(record)} AND p.csl ->> '$.id' = ${literal(reference.id)};`,
]

const release = `INSERT INTO releases (version, title, authors, keywords, note, released_on, through_sequence)
SELECT ${list([
  '3.0',
  `${REGISTRY.title}, release 3.0`,
  [{ literal: REGISTRY.title }],
  survey.survey.keywords,
  NOTE,
  file.asOf,
])}, max(sequence)
FROM changes WHERE subject = 'resource';`

const HEADER = `-- Release 3.0, written by worker/cli/research/research-migration.ts. Whatever has moved on since the survey is left alone;
-- \`npm run import -- schema/survey/resources-2026.json\` tells what that was.
`

console.log(
  HEADER +
    [
      ...changes.flatMap(({ action, record, paper: reference }) => [
        action === 'added' ? addition(record) : correction(record),
        ...(reference ? paper(record, reference) : []),
        addresses(record),
        change(record, action),
      ]),
      release,
    ].join(BETWEEN),
)
