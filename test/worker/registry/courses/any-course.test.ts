// Whatever several people do, in any order and at once, leaves the registry whole.

import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Resource } from '../../../../schema/record/resource.ts'
import type { Registry } from '../../../../schema/verbs/registry.ts'
import { begin, dumpTables, restored } from '../backup/used-registry.ts'
import { ANNA, BERT, rows } from '../submissions.ts'
import { type Cast, type Course, castOf, course, eraseAll, marksOf, openCourse, take } from './course.ts'
import { brokenInvariants } from './invariants.ts'

const COURSES = 12 * Number(env.RUNS)
/** With more in it, the registry takes longer to look through than to use. */
const COURSES_A_REGISTRY = 12

let courses = 0
let taken = 0
let refused = 0

async function prepare(): Promise<void> {
  await begin()
  const registry = openCourse(0)
  if (ANNA.kind !== 'discord' || BERT.kind !== 'discord') return
  await registry.addMaintainer('console', ANNA.discordId, ANNA.name)
  await registry.addMaintainer('console', BERT.discordId, BERT.name)
  await registry.addWatch({ kind: 'channel', channelId: '70', guildId: '7' }, { kind: 'everything' })
}

/** The registry after a change, as it was read then. */
interface State {
  readonly sequence: number
  readonly changedAt: string
  readonly items: readonly Resource[]
}

async function readState(registry: Registry, asOf?: { sequence: number } | { at: string }): Promise<State> {
  const page = await registry.listResources({
    ...{ filter: { statuses: ['unknown', 'active', 'moved', 'removed'] }, order: 'table', size: 5000 },
    ...(asOf && { asOf }),
  })
  return { sequence: page.asOf.sequence, changedAt: page.asOf.changedAt ?? '', items: page.items }
}

/** What no redaction and no erasure replaces: they date a record anew, too. */
const numbersOf = ({ sequence, items }: State) => ({
  sequence,
  items: items.map(({ slug, version, status, availability, position }) => ({
    ...{ slug, version, status, availability, position },
  })),
})

/** Does all of a course, and reads the registry after each moment of it. */
async function follow(registry: Registry, cast: Cast, moments: Course): Promise<State[]> {
  const [{ since } = { since: 0 }] = await rows<{ since: number }>(
    'select coalesce(max(id), 0) as since from submissions',
  )
  const states = [await readState(registry)]
  for (const steps of moments) {
    const outcomes = await Promise.all(steps.map((step) => take(registry, cast, step, since)))
    taken += outcomes.filter(Boolean).length
    refused += outcomes.filter((isTaken) => !isTaken).length
    const [{ latest } = { latest: 0 }] = await rows<{ latest: number }>(
      `select max(sequence) as latest from changes where subject = 'resource'`,
    )
    if (latest !== states.at(-1)?.sequence) states.push(await readState(registry))
  }
  return states
}

/** The rows that name anybody of the cast, by table. */
async function rowsNaming(cast: Cast): Promise<string[]> {
  const marks = marksOf(cast).map((mark) => mark.toLowerCase())
  return Object.entries(await dumpTables()).flatMap(([table, rows]) =>
    rows
      .map((row) => `${table} ${JSON.stringify(row)}`)
      .filter((line) => marks.some((mark) => line.toLowerCase().includes(mark))),
  )
}

/** A row for everybody who may be named: who never did anything is nobody that the registry could erase. */
const introduce = ({ submitters, contact }: Cast) =>
  env.DB.batch([
    ...submitters.map(({ discordId, name }) =>
      env.DB.prepare(
        `insert into people (discord_id, name, created_at) values (?, ?, '') on conflict do nothing`,
      ).bind(discordId, name),
    ),
    env.DB.prepare(`insert into people (name, contact, created_at) values ('Nobody', ?, '')`).bind(contact),
  ])

it('any course of events keeps every invariant, is replayed, and leaves nobody who was erased', async () => {
  let isWhole = false
  await fc.assert(
    fc.asyncProperty(course, async (moments) => {
      if (!isWhole || courses % COURSES_A_REGISTRY === 0) await prepare()
      isWhole = false
      const cast = castOf(++courses)
      const registry = openCourse(courses)
      const states = await follow(registry, cast, moments)
      expect(await brokenInvariants()).toEqual({})
      for (const state of states) {
        expect(numbersOf(await readState(registry, { sequence: state.sequence }))).toEqual(numbersOf(state))
        expect(numbersOf(await readState(registry, { at: state.changedAt }))).toEqual(numbersOf(state))
      }
      await introduce(cast)
      await eraseAll(registry, cast)
      expect(await rowsNaming(cast)).toEqual([])
      expect(await brokenInvariants()).toEqual({})
      isWhole = true
    }),
    { numRuns: COURSES },
  )
  expect(taken, `${courses} courses, and what was refused: ${refused}`).toBeGreaterThan(refused)
})

it('the tables are then as a restore makes them', async () => {
  const sorted = async () =>
    Object.fromEntries(
      Object.entries(await dumpTables())
        .filter(([name]) => !name.startsWith('daily_'))
        .map(([name, rows]) => [name, rows.map((row) => JSON.stringify(row)).sort()]),
    )
  const before = await sorted()
  await restored()
  expect(await sorted()).toEqual(before)
})
