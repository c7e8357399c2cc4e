// What is true of the whole database after anything that was done: each question lists the rows that break it.

import { env } from 'cloudflare:workers'
import { addressesOf } from '../../../../schema/record/addresses-of.ts'
import { parseRecord } from '../../../../schema/record/stored-record.ts'
import type { SubmissionRecord } from '../../../../schema/record/submission.ts'
import { canMove, nextState } from '../../../../schema/record/submission-states.ts'
import type { SubmissionEvent, SubmissionState } from '../../../../schema/vocabulary.ts'
import { versionColumns } from '../../../../worker/domain/search/version-columns.ts'
import { rows } from '../submissions.ts'

/** The tallies that are not what a count says, by name. */
export const UNLIKE_RECOUNT = `
    with counted as (
      select 'references' as name, count(*) as total from "references"
      union all
      select 'submissions ' || state || ' ' || kind, count(*) from submissions group by state, kind)
    select name from tallies where total <> coalesce((select total from counted where counted.name = tallies.name), 0)
    union all
    select name from counted where total > 0 and name not in (select name from tallies)
    union all
    select version from releases where resources <> (
      select count(*) from versions as v where sequence <= through_sequence
        and (until is null or until > through_sequence) and v.status <> 'removed')`

const BROKEN: { readonly [invariant: string]: string } = {
  'the versions of each subject are 1, 2, 3 in the order of the log': `
    select subject, subject_id, version from (
      select *, row_number() over (partition by subject, subject_id order by sequence) as nth from changes)
    where version <> nth`,
  'a submission is as its latest change says': `
    select s.id from submissions as s left join changes as c
      on c.subject = 'submission' and c.subject_id = cast(s.id as text) and c.version = s.version
    where c.sequence is null or c.record ->> '$.state' <> s.state or c.at <> s.updated_at
      or exists (select 1 from changes as later where later.subject = 'submission'
        and later.subject_id = c.subject_id and later.version > s.version)`,
  'a resource is as its latest change says': `
    select r.id from resources as r left join changes as c
      on c.subject = 'resource' and c.subject_id = cast(r.id as text) and c.version = r.version
    where c.sequence is null or c.record ->> '$.status' <> r.status or c.record ->> '$.name' <> r.name
      or c.record ->> '$.url' <> r.url or c.record ->> '$.slug' <> r.slug or c.record ->> '$.position' <> r.position
      or exists (select 1 from changes as later where later.subject = 'resource'
        and later.subject_id = c.subject_id and later.version > r.version)`,
  'each version ends where the next one begins': `
    select sequence from (
      select sequence, until, lead(sequence) over (partition by resource_id order by sequence) as next from versions)
    where until is not next`,
  'each change of a resource has its version, and no other': `
    select sequence from changes where subject = 'resource'
      and sequence not in (select sequence from versions where cast(resource_id as text) = subject_id)
    union all
    select sequence from versions where sequence not in (select sequence from changes where subject = 'resource')`,
  'an approval has the change that it made': `
    select s.id from submissions as s where s.state = 'approved' and not exists (
      select 1 from changes as c where c.sequence = s.applied_sequence and c.subject = 'resource'
        and c.submission_id = s.id and c.subject_id = cast(s.resource_id as text))
    union all
    select id from submissions where state <> 'approved' and applied_sequence is not null`,
  'every cell is counted as often as it is listed': `
    with recount as (
      select cells, count(*) as n from versions where until is null and status <> 'removed' group by cells)
    select cells from cell_counts where resources <> coalesce((
      select n from recount where recount.cells = cell_counts.cells), 0)
    union all
    select cells from recount where cells not in (select cells from cell_counts)`,
  'each latest version has its line among the kept ones, and no other has one': `
    select block from listed_blocks where instr(lines, char(30)) > 0 and (
      select coalesce(sum(length(line)), 0) from version_lines where until is null and position / 512 = block
    ) <> length(lines)
    union all
    select sequence from version_lines as v where until is null and not exists (
      select 1 from listed_blocks where block = v.position / 512 and instr(char(30) || lines, char(30) || v.line) > 0)`,
  'each name of a version finds it': `
    with expected as (
      select value ->> 'key' as key, sequence from versions, json_each(names))
    select key, sequence from (select * from expected except select key, sequence from names)
    union all
    select key, sequence from (select key, sequence from names except select * from expected)
    union all
    select key, sequence from names join versions as v using (sequence) where names.until is not v.until`,
  'what has a word now is in a block of words, and nothing else is': `
    with expected as (
      select v.position / 4096 as block, substr(word.value, 1, 3) as start,
        char(10) || v.position || ' ' || group_concat(substr(word.value, 4), ' ') as line
      from versions as v join json_each('["' || replace(v.search_text, ' ', '","') || '"]') as word
      where v.until is null group by v.sequence, start)
    select start from expected as e where not exists (
      select 1 from word_blocks as b where b.key = e.start and b.block = e.block
        and instr(b.lines || char(10), e.line || char(10)) > 0)
    union all
    select key from word_blocks as b where length(lines) <> (
      select coalesce(sum(length(line)), 0) from expected as e where e.start = b.key and e.block = b.block)`,
  'tallies and the counts of releases are those of a recount': UNLIKE_RECOUNT,
  'each word of a version is a word': `
    select distinct word.value from versions, json_each('["' || replace(search_text, ' ', '","') || '"]') as word
    where word.value not in (select word from words) and word.value <> ''`,
  'endings and forms are of words': `
    select word from word_endings where word not in (select word from words)
    union all
    select word from word_forms where word not in (select word from words)
    union all
    select word from words where word not like ':%' and word not in (select word from word_endings where ending = word)
    union all
    select word from words where length(word) >= 4 and word not glob '*[0-9:]*'
      and (select count(*) from word_forms as f where f.word = words.word) <> length(word) + 1`,
  'the references, lineage and origins of a resource are those of its record': `
    with latest as (
      select v.resource_id as id, c.record from versions as v join changes as c using (sequence) where v.until is null),
    lines as (
      select 'origin' as kind, l.id, o.value as value from latest as l, json_each(l.record, '$.origins') as o
      union all
      select 'lineage', l.id, r.id from latest as l, json_each(l.record, '$.derivedFrom') as d
        join resources as r on r.slug = d.value
      union all
      select 'reference', l.id, w.value ->> '$.id' from latest as l, json_each(l.record, '$.references') as w),
    kept as (
      select 'origin' as kind, resource_id as id, name as value from origins
      union all
      select 'lineage', resource_id, source_id from lineage
      union all
      select 'reference', resource_id, csl ->> '$.id' from resource_references as x
        join "references" as r on r.id = x.reference_id)
    select * from (select * from lines except select * from kept)
    union all
    select * from (select * from kept except select * from lines)`,
  'a delivery has the change that it tells of': `
    select id from deliveries as d where kind not in ('digest', 'candidates') and not exists (
      select 1 from changes as c where c.subject = d.change_subject and c.subject_id = d.change_subject_id
        and c.version = d.change_version)`,
  'every version of a submission has its review card': `
    select sequence from changes as c where subject = 'submission' and not exists (
      select 1 from deliveries as d where d.kind = 'review' and d.change_subject = 'submission'
        and d.change_subject_id = c.subject_id and d.change_version = c.version)`,
  'an address is of a resource that there is, or of a submission that waits': `
    select canonical from addresses where owner_kind = 'submission' and owner_id not in (
      select cast(id as text) from submissions where state in ('pending', 'asked'))
    union all
    select canonical from addresses where owner_kind = 'resource' and owner_id not in (
      select cast(id as text) from resources)`,
  'what a maintainer did to a version is one action': `
    select subject, version from maintainer_actions where version is not null and action <> 'redact'
    group by subject, version, action having count(*) > 1`,
  'no day has more than its most': 'select subject from daily_counts where count > most',
  'foreign keys hold': 'select "table", rowid from pragma_foreign_key_check',
}

/** The invariants that do not hold, each with the rows that break it. */
export async function brokenInvariants(): Promise<{ readonly [invariant: string]: unknown }> {
  const names = Object.keys(BROKEN)
  const results = await env.DB.batch(Object.values(BROKEN).map((sql) => env.DB.prepare(sql)))
  const found = Object.fromEntries(
    results.flatMap(({ results }, n) => (results.length > 0 ? [[names[n] ?? '', results]] : [])),
  )
  const others = {
    'a state follows from the one before': await impossibleMoves(),
    'columns of versions are those of the record': await unlikeRecords(),
    'addresses are held by what has them': await unheldAddresses(),
    'the index has the words of each version': await unlikeIndex(),
  }
  return { ...found, ...Object.fromEntries(Object.entries(others).filter(([, rows]) => rows.length > 0)) }
}

const EVENTS: { readonly [action: string]: SubmissionEvent } = {
  edited: 'edit',
  asked: 'ask',
  answered: 'answer',
  withdrawn: 'withdraw',
  approved: 'approve',
  rejected: 'reject',
  undone: 'undo',
}

async function impossibleMoves(): Promise<unknown[]> {
  const log = await rows<{ subject_id: string; version: number; action: string; state: SubmissionState }>(
    `select subject_id, version, action, record ->> '$.state' as state from changes where subject = 'submission'
     order by sequence`,
  )
  const before = new Map<string, SubmissionState>()
  return log.filter(({ subject_id, action, state }) => {
    const earlier = before.get(subject_id)
    before.set(subject_id, state)
    if (earlier === undefined) return action !== 'submitted' || state !== 'pending'
    const { [action]: event } = EVENTS
    return event === undefined || !canMove(earlier, event) || nextState(earlier, event) !== state
  })
}

/** A redaction leaves a tombstone, of which the index has only the words that the record had before. */
async function unlikeRecords(): Promise<unknown[]> {
  const kept = await rows<Record<string, unknown> & { record: string; redaction_id: number | null }>(
    `select v.slug, name_key as nameKey, cells, v.status, v.position, updated_at as updatedAt, search_text as searchText,
       names, tags, by_images as byImages, by_patients as byPatients, by_published as byPublished, stated,
       license_spdx as licenseSpdx, c.record, c.redaction_id from versions as v join changes as c using (sequence)`,
  )
  return kept.flatMap(({ record, redaction_id, ...columns }) => {
    const { searchText, ...expected } = versionColumns(parseRecord(record))
    const has = { ...columns, names: JSON.parse(String(columns.names)), searchText: '' }
    const hasText = String(columns.searchText).split(' ')
    const isSame =
      JSON.stringify(Object.entries(has).sort()) ===
      JSON.stringify(Object.entries({ ...expected, searchText: '' }).sort())
    const words = new Set(searchText.split(' '))
    const isText =
      redaction_id === null
        ? searchText === columns.searchText
        : hasText.every((word) => word === '' || words.has(word))
    return isSame && isText
      ? []
      : [{ has: { ...columns, names: undefined }, expected: { ...expected, searchText } }]
  })
}

/** Addresses that a listed resource or a waiting addition has, and somebody else or nobody holds. */
async function unheldAddresses(): Promise<unknown[]> {
  const held = new Map(
    (
      await rows<{ canonical: string; owner: string }>(
        `select canonical, owner_kind || ' ' || owner_id as owner from addresses`,
      )
    ).map(({ canonical, owner }) => [canonical, owner]),
  )
  const listed = await rows<{ id: number; record: string }>(
    `select v.resource_id as id, c.record from versions as v join changes as c using (sequence)
     where v.until is null and v.status <> 'removed'`,
  )
  const waiting = await rows<{ id: number; resource: number | null; content: string }>(
    `select id, resource_id as resource, content from submissions where state in ('pending', 'asked')`,
  )
  const wanted = [
    ...listed.flatMap(({ id, record }) =>
      addressesOf(parseRecord(record)).map((canonical) => ({ canonical, owners: [`resource ${id}`] })),
    ),
    ...waiting.flatMap(({ id, resource, content }) => {
      const { resource: added, changes } = JSON.parse(content) as SubmissionRecord
      return addressesOf(added ?? changes ?? {}).map((canonical) => ({
        canonical,
        owners: [`submission ${id}`, `resource ${resource}`],
      }))
    }),
  ]
  return wanted.filter(({ canonical, owners }) => !owners.includes(held.get(canonical) ?? ''))
}

/** Where a word of the index is, and is not in the text of the version; and the other way round. */
async function unlikeIndex(): Promise<unknown[]> {
  const words = `(select distinct v.sequence, word.value as word from versions as v,
    json_each('["' || replace(v.search_text, ' ', '","') || '"]') as word where word.value <> '')`
  return rows(`
    with texts as ${words},
    found as (select w.word, s.rowid as sequence from words as w join search as s on s.search_text match '"' || w.word || '"')
    select * from (select word, sequence from texts except select * from found)
    union all
    select * from (select * from found except select word, sequence from texts) limit 5`)
}
