// The entries of all resources. An isolate keeps them from one read to the next, and each read brings the blocks that have
// changed since, in the trip that it makes anyway.

import { asc, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { Resource } from '../../../../schema/record/resource.ts'
import type { WithLink } from '../../../../schema/record/sites/link.ts'
import { parseRecord } from '../../../../schema/record/stored-record.ts'
import { changes, listedBlocks } from '../../../../schema/tables.ts'
import { type Entries, readBlock } from '../../../domain/search/entries/block.ts'
import { entryLink, sequenceAt } from '../../../domain/search/entries/entry.ts'
import type { Database } from '../../database.ts'
import { rowsOf } from './reading.ts'

/** The entries after one of their changes. */
interface Kept {
  readonly touched: number
  /** By block, what tells it from that of another database. */
  readonly born: ReadonlyMap<number, string>
  readonly entries: Entries
}

const NOTHING: Kept = { touched: -1, born: new Map(), entries: new Map() }
let kept = NOTHING

/** More in one answer could be more than an isolate holds at once: those of 32,768 resources are some 14 MB. */
const MOST_BLOCKS = 64

/** The blocks that changed after those of `known`, or the last one changed; all where `known` is of another database. */
function selectBlocks(db: Database, { touched, born: known }: Kept, most = MOST_BLOCKS) {
  const [[block, born] = [-1, '']] = known
  const since = sql`(case when (select born from ${listedBlocks} as own where own.block = ${block}) = ${born} then ${touched} else -1 end)`
  return db
    .select({
      block: listedBlocks.block,
      born: listedBlocks.born,
      touched: listedBlocks.touched,
      lines: sql<
        string | null
      >`case when ${listedBlocks.touched} > ${since} then ${listedBlocks.lines} end`.as('new_lines'),
      links:
        sql<string>`case when ${listedBlocks.touched} > ${since} then ${listedBlocks.links} else '{}' end`.as(
          'new_links',
        ),
      isWhole: sql<boolean>`${since} = -1`.mapWith(Boolean).as('is_whole'),
    })
    .from(listedBlocks)
    .where(
      sql`${listedBlocks.touched} >= min(${since} + 1, (select max(touched) from ${listedBlocks} as latest))`,
    )
    .orderBy(asc(listedBlocks.touched))
    .limit(most)
}

type BlockRow = Awaited<ReturnType<typeof selectBlocks>>[number]

/** What is known after a read; undefined where the database is behind, as a replica may be. */
function after(earlier: Kept, rows: readonly BlockRow[]): Kept | undefined {
  const last = rows.at(-1)
  const before = last?.isWhole === false ? earlier : NOTHING
  if (last === undefined) return NOTHING
  if (last.touched < before.touched) return undefined
  if (last.touched === before.touched) return before
  const [blocks, known] = [new Map(before.entries), new Map(before.born)]
  for (const { block, born, lines, links } of rows)
    if (lines !== null) {
      blocks.set(block, readBlock(block, lines, links))
      known.set(block, born)
    }
  return { touched: last.touched, born: known, entries: new Map([...blocks].sort(([a], [b]) => a - b)) }
}

/** Blocks that changed at once have one number: of the last in an answer that is full there may be more. */
const beforeLast = (some: Kept): Kept => ({ ...some, touched: some.touched - 1 })

/** All blocks that changed after those of `known`, so many in each trip. */
async function readOn(db: Database, known: Kept): Promise<Kept> {
  let [state, most] = [known, MOST_BLOCKS]
  for (;;) {
    const rows = await selectBlocks(db, state, most)
    const next = after(state, rows) ?? NOTHING
    if (rows.length < most) return next
    if (beforeLast(next).touched === state.touched) most *= 2
    state = beforeLast(next)
  }
}

/** These numbers, one or more, as rows. As a JSON text each would count for one more row read. */
const rowsOfNumbers = (numbers: readonly number[]) =>
  sql.raw(`(values ${numbers.map((number) => `(${number})`).join(',')}) as wanted`)

const selectRecords = (db: Database, sequences: readonly number[]) =>
  db
    .select({
      sequence: changes.sequence,
      record: sql<Resource>`${changes.record}`.mapWith(parseRecord).as('version_record'),
    })
    .from(rowsOfNumbers(sequences))
    // A guess from another database, or from before it was restored, may name the change of a submission.
    .innerJoin(changes, sql`${changes.sequence} = wanted.column1 and ${changes.subject} = 'resource'`)

/** What the isolate kept: behind what is so by now, but good for a guess. */
export const keptEntries = (): Entries => kept.entries

/** The rows of each statement of a batch. The casts to it hold: a batch gives for each what the statement alone would. */
export type RowsOf<Statements extends readonly unknown[]> = {
  readonly [At in keyof Statements]: Awaited<Statements[At]>
}

export interface BesideEntries<Others extends readonly unknown[]> {
  readonly entries: Entries
  readonly rows: RowsOf<Others>
  readonly recordsOf: (positions: readonly number[]) => Promise<readonly WithLink<Resource>[]>
}

/**
 * The entries as they are in the one transaction of `others`, and the rows of these. `recordsOf` reads the records at
 * positions: those whose changes were guessed came in the same trip, the others take a second one.
 */
export async function readBesideEntries<const Others extends readonly BatchItem<'sqlite'>[]>(
  db: Database,
  others: Others,
  guessed: readonly number[] = [],
): Promise<BesideEntries<Others>> {
  const known = kept
  const blocks = selectBlocks(db, known)
  const records = guessed.length > 0 ? [selectRecords(db, guessed)] : []
  const [ofBlocks, ...rest]: unknown[] = await db.batch([blocks, ...others, ...records])
  const rows = rest.slice(0, others.length) as RowsOf<Others>
  const ofRecords = rest.slice(others.length)
  const changed = rowsOf(blocks, ofBlocks)
  const now = after(known, changed) ?? (await readOn(db, NOTHING))
  if (changed.length === MOST_BLOCKS && changed.some(({ lines }) => lines !== null)) {
    kept = await readOn(db, beforeLast(now))
    return readBesideEntries(db, others, guessed)
  }
  if (now.touched > kept.touched || now.entries.size === 0 || !isSameDatabase(now, kept)) kept = now
  const read = new Map(
    records
      .flatMap((select, i) => rowsOf(select, ofRecords[i]))
      .map(({ sequence, record }) => [sequence, record]),
  )
  const recordsOf: BesideEntries<Others>['recordsOf'] = async (positions) => {
    const wanted = positions.map((position) => ({ position, sequence: sequenceAt(now.entries, position) }))
    const missing = wanted.map(({ sequence }) => sequence).filter((sequence) => !read.has(sequence))
    if (missing.length > 0) {
      const [more] = await db.batch([selectRecords(db, missing)])
      for (const { sequence, record } of more) read.set(sequence, record)
    }
    return wanted.flatMap(({ position, sequence }) => {
      const record = read.get(sequence)
      return record ? [{ ...record, link: entryLink(now.entries, position) }] : []
    })
  }
  return { entries: now.entries, rows, recordsOf }
}

/** What is chosen among the entries, and the positions of those whose records it needs. */
interface Choice {
  readonly positions: readonly number[]
}

/** A choice among the entries, the records that it needs, and the rows of `others`. */
export async function readChosen<Chosen extends Choice>(
  db: Database,
  choose: (entries: Entries) => Chosen,
  others: readonly BatchItem<'sqlite'>[],
): Promise<{
  readonly chosen: Chosen
  readonly records: readonly WithLink<Resource>[]
  readonly rows: readonly unknown[]
}> {
  const known = keptEntries()
  const guess = choose(known)
  const guessed = guess.positions.map((position) => sequenceAt(known, position))
  const { entries, rows, recordsOf } = await readBesideEntries(db, others, guessed)
  const chosen = entries === known ? guess : choose(entries)
  return { chosen, records: await recordsOf(chosen.positions), rows }
}

const isSameDatabase = (a: Kept, b: Kept): boolean => {
  const [[block, born] = [-1, '']] = a.born
  return b.born.get(block) === born
}
