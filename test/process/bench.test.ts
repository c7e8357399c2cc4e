// That the bench starts, and measures what it says.

import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { keysOf } from '../../bot/cli/keys.ts'
import { smallModules } from '../bench/built.ts'
import { commandCase, writingCases } from '../bench/cases.ts'
import { closeConnections, send } from '../bench/load.ts'
import { startMachine } from '../bench/machine.ts'
import { measure } from '../bench/measure.ts'

const keys = keysOf(randomBytes(32).toString('hex'))
const machine = await startMachine(keys, await smallModules('../../worker/index.ts'), [])
afterAll(async () => {
  closeConnections()
  await machine.stop()
})

const { registry, counted, floor, pid } = machine
const question = commandCase(keys, 'covid-data ultrasound')
const target = { url: registry, counted, pid, floor: { url: floor, make: question.make } }
const BUDGET = { requests: 5, ms: 10_000 }

describe('a command', () => {
  it('is measured beside the floor, with what it asks of D1', async () => {
    const row = await measure(question, target, BUDGET)
    expect(row).toMatchObject({ status: 200, isDeferred: false, d1: { trips: 1, written: 0 } })
    expect(row.d1?.read).toBeGreaterThan(0)
    expect(row.bytes).toBeGreaterThan(1000)
    expect(row.floor).toBeGreaterThan(0)
    expect(row.p99).toBeGreaterThanOrEqual(row.p50)
  })

  it('that nobody signed is refused by each Worker', async () => {
    const unsigned = { ...(await question.make()), body: '{"type":1}' }
    for (const url of [registry, counted, floor]) expect((await send(url, unsigned)).status).toBe(401)
  })
})

it('the registry grows to any size, and takes submissions', async () => {
  const { total } = await machine.count()
  await machine.grow(total + 40)
  expect(await machine.count()).toMatchObject({ total: total + 40 })
  const prepare = () => Promise.reject(new Error('Nothing is to be prepared.'))
  const [submit] = writingCases({ keys, token: await machine.maintainerToken(), prepare })
  if (!submit) throw new Error('No case writes.')
  const row = await measure(submit, target, BUDGET)
  expect(row.status).toBe(201)
  expect(row.d1?.written).toBeGreaterThan(0)
})
