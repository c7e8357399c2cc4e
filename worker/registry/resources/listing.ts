import { type SQL, sql } from 'drizzle-orm'
import type { CellFilter } from '../../../schema/record/cells.ts'
import { admittedCodes } from '../../../schema/record/cells.ts'
import { versions } from '../../../schema/tables.ts'
import type { ListQuery, PageAnchor, ResourceList } from '../../../schema/verbs/resources.ts'
import { ENDED_STATUSES, RESOURCE_STATUSES, type ResourceStatus } from '../../../schema/vocabulary.ts'
import type { Database } from '../database.ts'
import { selectAsOf, toAsOf } from './as-of.ts'
import { selectCellCounts } from './overview.ts'
import { type Admitted, counts, onPage, pageOf, sorted, versionRecord } from './versions.ts'

function selectWithCells(
  db: Database,
  admitted: Admitted,
  size: number,
  beyond: number | SQL,
  back: boolean,
) {
  const sort = { columns: ['position'], back } as const
  return db
    .select({ record: versionRecord })
    .from(versions)
    .where(onPage(pageOf(admitted, sort, size, [beyond])))
    .orderBy(sorted(sort))
}

const LISTED = RESOURCE_STATUSES.filter((status) => status !== 'removed')
const ENDED: readonly ResourceStatus[] = ENDED_STATUSES
const LIVING = LISTED.filter((status) => !ENDED.includes(status))

/** A group is read in one go or, where what has ended comes last, in two. */
const phasesOf = ({ endedLast }: ListQuery): readonly (readonly ResourceStatus[])[] =>
  endedLast ? [LIVING, ENDED] : [LISTED]

/** Beyond every position: before all, or after all of them. */
const NOWHERE = { start: 0, end: Number.MAX_SAFE_INTEGER }

/**
 * Where a phase of the anchor's own group begins. The anchor says a position alone: whether its resource has ended, and
 * so which phase it stands in, is looked up where the rows are.
 */
function beyondAnchor({ position }: PageAnchor, phase: number, phases: number): number | SQL {
  if (phases === 1) return position
  const hasEnded = sql`exists (
    select 1 from versions as anchor where anchor.position = ${position} and anchor.until is null
      and anchor.status in (select value from json_each(${JSON.stringify(ENDED)})))`
  return phase === 0
    ? sql`(case when ${hasEnded} then ${NOWHERE.end} else ${position} end)`
    : sql`(case when ${hasEnded} then ${position} else ${NOWHERE.start} end)`
}

/** How many of what is asked for have each row of cells: by counters, where access and licence are all the same. */
function selectCounts(db: Database, { access, licenses }: ListQuery) {
  if (access === undefined && licenses === undefined) return selectCellCounts(db)
  const admitted: Admitted = { at: undefined, cells: [], access, licenses }
  return db
    .select({ cells: versions.cells, resources: sql<number>`count(*)`.as('resources') })
    .from(versions)
    .where(counts('versions', admitted))
    .groupBy(versions.cells)
}

/** The codes of each group: what its filter admits and no earlier one does. */
function groupCodes(filters: readonly CellFilter[]): number[][] {
  const taken = new Set<number>()
  return filters.map((filter) => {
    const codes = admittedCodes(filter).filter((code) => !taken.has(code))
    for (const code of codes) taken.add(code)
    return codes
  })
}

/** One way of reading through some groups, from the anchor on, or all of them from the start. */
function readGroups(db: Database, groups: readonly (readonly number[])[], query: ListQuery, back: boolean) {
  const { from, size, only, access, licenses } = query
  const anchor = from?.back === back ? from : undefined
  const phases = phasesOf(query)
  const order = groups.flatMap((cells, group) =>
    phases.map((statuses, phase) => ({ cells, group, statuses, phase })),
  )
  const reads = (back ? order.reverse() : order)
    .filter(({ group }) => only === undefined || group === only)
    .filter(({ group }) => !anchor || (back ? group <= anchor.group : group >= anchor.group))
    .map(({ cells, group, statuses, phase }) => {
      const beyond =
        group === anchor?.group
          ? beyondAnchor(anchor, phase, phases.length)
          : back
            ? NOWHERE.end
            : NOWHERE.start
      const admitted: Admitted = { at: undefined, cells, statuses, access, licenses }
      return { group, select: selectWithCells(db, admitted, size + 1, beyond, back) }
    })
  type Rows = Awaited<ReturnType<typeof selectWithCells>>
  return {
    statements: reads.map((read) => read.select),
    items: (found: readonly Rows[]) =>
      reads.flatMap(({ group }, i) => (found[i] ?? []).map((row) => ({ group, resource: row.record }))),
  }
}

export async function listResources(db: Database, query: ListQuery): Promise<ResourceList> {
  const { from, size } = query
  const groups = groupCodes(query.groups)
  const forward = readGroups(db, groups, query, false)
  const backward = from?.back ? readGroups(db, groups, query, true) : undefined
  const [asOf, counted, ...found] = await db.batch([
    selectAsOf(db),
    selectCounts(db, query),
    ...forward.statements,
    ...(backward?.statements ?? []),
  ])
  const before = backward?.items(found.slice(forward.statements.length)) ?? []
  // Reading back and reaching the start, the page is the first one, which was read as well: so it is always full.
  const isBack = before.length > size
  const after = forward.items(found.slice(0, forward.statements.length))
  const items = isBack ? before.slice(0, size).reverse() : after.slice(0, size)
  const previous = isBack || (from && !from.back) ? (edge(items[0], true) ?? justAfter(from)) : undefined
  const next = isBack || after.length > size ? edge(items.at(-1), false) : undefined
  return {
    items,
    totals: groups.map((codes) => total(counted, codes)),
    ...(previous && { previous }),
    ...(next && { next }),
    asOf: toAsOf(asOf),
  }
}

const edge = (item: ResourceList['items'][number] | undefined, back: boolean): PageAnchor | undefined =>
  item && { group: item.group, position: item.resource.position, back }

/** A page whose rows have all gone meanwhile still leads back: to the rows up to where it began. */
const justAfter = (from: PageAnchor | undefined): PageAnchor | undefined =>
  from && { group: from.group, position: from.position + 1, back: true }

function total(counted: readonly { cells: number; resources: number }[], codes: readonly number[]): number {
  const admitted = new Set(codes)
  return counted.reduce((sum, row) => (admitted.has(row.cells) ? sum + row.resources : sum), 0)
}
