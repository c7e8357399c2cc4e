// The entries of all resources. An isolate keeps them from one read to the next, and each read brings the blocks that have
// changed since, in the trip that it makes anyway.

import { asc, sql } from 'drizzle-orm'
import type { BatchItem } from 'drizzle-orm/batch'
import type { Resource } from '../../../../schema/record/resource.ts'
import { parseRecord } from '../../../../schema/record/stored-record.ts'
import { changes, listedBlocks } from '../../../../schema/tables.ts'
import { type Alike, type ListedEntry, readEntries } from '../../../domain/search/listed-entries.ts'
import type { Database } from '../../database.ts'
import { rowsOf } from './reading.ts'

interface Block {
  readonly born: string
  readonly entries: readonly ListedEntry[]
}

/** The blocks after one of their changes. */
interface Kept {
  readonly touched: number
  readonly blocks: ReadonlyMap<number, Block>
  /** What lines have in common. */
  readonly common: Map<string, Alike>
  /** Of all blocks, in table order. */
  readonly entries: readonly ListedEntry[]
}

const NOTHING: Kept = { touched: -1, blocks: new Map(), common: new Map(), entries: [] }
let kept = NOTHING

/** The blocks that changed after those of `known`, and the last one changed; all where `known` is of another database. */
function selectBlocks(db: Database, { touched, blocks }: Kept) {
  const [[block, { born }] = [-1, { born: '' }]] = blocks
  const since = sql`(case when (select born from ${listedBlocks} as own where own.block = ${block}) = ${born} then ${touched} else -1 end)`
  return db
    .select({
      block: listedBlocks.block,
      born: listedBlocks.born,
      touched: listedBlocks.touched,
      lines: sql<
        string | null
      >`case when ${listedBlocks.touched} > ${since} then ${listedBlocks.lines} end`.as('new_lines'),
      isWhole: sql<boolean>`${since} = -1`.mapWith(Boolean).as('is_whole'),
    })
    .from(listedBlocks)
    .where(
      sql`${listedBlocks.touched} >= min(${since}, (select max(touched) from ${listedBlocks} as latest))`,
    )
    .orderBy(asc(listedBlocks.touched))
}

type BlockRow = Awaited<ReturnType<typeof selectBlocks>>[number]

/** What is known after a read; undefined where the database is behind, as a replica may be. */
function after(known: Kept, rows: readonly BlockRow[]): Kept | undefined {
  const last = rows.at(-1)
  const before = last?.isWhole === false ? known : NOTHING
  if (last === undefined) return NOTHING
  if (last.touched < before.touched) return undefined
  if (last.touched === before.touched) return before
  const common = new Map(before.common)
  const blocks = new Map(before.blocks)
  for (const { block, born, lines } of rows)
    if (lines !== null) blocks.set(block, { born, entries: readEntries(lines, common) })
  const inOrder = [...blocks].sort(([a], [b]) => a - b)
  return {
    ...{ touched: last.touched, blocks: new Map(inOrder), common },
    entries: inOrder.flatMap(([, { entries }]) => entries),
  }
}

/** These numbers as rows. As a JSON text each would count for one more row read. */
const rowsOfNumbers = (numbers: readonly number[]) =>
  sql.raw(
    `(values ${numbers.length === 0 ? '(null)' : numbers.map((number) => `(${number})`).join(',')}) as wanted`,
  )

const selectRecords = (db: Database, sequences: readonly number[]) =>
  db
    .select({
      sequence: changes.sequence,
      record: sql<Resource>`${changes.record}`.mapWith(parseRecord).as('version_record'),
    })
    .from(rowsOfNumbers(sequences))
    // A guess from another database, or from before it was restored, may name the change of a submission.
    .innerJoin(changes, sql`${changes.sequence} = wanted.column1 and ${changes.subject} = 'resource'`)

/** What is chosen among the entries, and the changes whose records it needs. */
export interface Choice {
  readonly sequences: readonly number[]
}

/**
 * The choice among the entries as they are in the one transaction of `others`, the records that it needs, and the rows of
 * `others`. The records are those of a choice among what the isolate kept; if that differs, as on an isolate's first read
 * or after a change, a second trip reads them.
 */
export async function readChosen<Chosen extends Choice>(
  db: Database,
  choose: (entries: readonly ListedEntry[]) => Chosen,
  others: readonly BatchItem<'sqlite'>[],
): Promise<{
  readonly chosen: Chosen
  readonly records: readonly Resource[]
  readonly rows: readonly unknown[]
}> {
  const known = kept
  const guessed = choose(known.entries).sequences
  const [blocks, records] = [selectBlocks(db, known), selectRecords(db, guessed)]
  const [ofBlocks, ofRecords, ...rows]: unknown[] = await db.batch([blocks, records, ...others])
  const now =
    after(known, rowsOf(blocks, ofBlocks)) ?? after(NOTHING, await selectBlocks(db, NOTHING)) ?? NOTHING
  if (now.touched > kept.touched || now.blocks.size === 0 || !isSameDatabase(now, kept)) kept = now
  const chosen = choose(now.entries)
  const isGuessed = chosen.sequences.join() === guessed.join()
  const [read] = isGuessed
    ? [rowsOf(records, ofRecords)]
    : await db.batch([selectRecords(db, chosen.sequences)])
  const bySequence = new Map(read.map(({ sequence, record }) => [sequence, record]))
  return { chosen, records: chosen.sequences.flatMap((sequence) => bySequence.get(sequence) ?? []), rows }
}

/** The entries as they are in the one transaction of `others`, and the rows of these. */
export async function readBesideEntries(db: Database, others: readonly BatchItem<'sqlite'>[]) {
  const { chosen, rows } = await readChosen(db, (entries) => ({ entries, sequences: [] }), others)
  return { entries: chosen.entries, rows }
}

const isSameDatabase = (a: Kept, b: Kept): boolean => {
  const [[block, { born }] = [-1, { born: '' }]] = a.blocks
  return b.blocks.get(block)?.born === born
}
