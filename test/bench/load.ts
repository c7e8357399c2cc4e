// Sends requests and takes the time of each, from its first byte sent to the last one that came.

import { Agent, request } from 'node:http'
import { type Figures, perSecond, quantile } from './figures.ts'

export interface Outgoing {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

interface Answered {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly bytes: number
  /** How it begins: enough to tell the type of an interaction's response. */
  readonly start: string
  /** Until the first of it came. */
  readonly firstMs: number
  readonly ms: number
}

/** Of an answer that ended before its end: a download whose Worker failed amid it. */
export const BROKEN_OFF = 0

const CONNECTIONS = 16
const BEGINNING = 16
/** Without a sign of life for so long, the bench goes on without the answer. */
const LONGEST_MS = 60_000

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

/** `isWhole` is false where the beginning of the answer is enough. */
export function send(
  origin: URL,
  { method, path, headers, body }: Outgoing,
  isWhole = true,
): Promise<Answered> {
  const began = performance.now()
  const passed = () => performance.now() - began
  return new Promise((resolve) => {
    const { hostname, port } = origin
    const breakOff = () =>
      resolve({ status: BROKEN_OFF, headers: {}, bytes: 0, start: '', firstMs: passed(), ms: passed() })
    const sent = request(
      { agent, hostname, port, method, path, headers, timeout: LONGEST_MS },
      (response) => {
        let bytes = 0
        let start = ''
        let firstMs = 0
        const end = () =>
          resolve({
            ...{ status: response.statusCode ?? 0, headers: response.headers, bytes, start },
            ...{ firstMs, ms: passed() },
          })
        response.on('data', (chunk: Buffer) => {
          if (bytes === 0) firstMs = passed()
          if (start.length < BEGINNING) start += chunk.subarray(0, BEGINNING).toString()
          bytes += chunk.length
          if (isWhole) return
          end()
          response.destroy()
        })
        response.on('error', breakOff)
        response.on('end', end)
      },
    )
    sent.on('timeout', () => sent.destroy())
    sent.on('error', breakOff)
    sent.end(body)
  })
}

export interface Budget {
  /** The most requests, and the longest, of each of the two parts; at least a few are sent. */
  readonly requests: number
  readonly ms: number
}

const LEAST = 3

/** Where requests go, and how each is made. */
export interface Course {
  readonly url: URL
  readonly make: () => Promise<Outgoing>
}

export interface Driven extends Figures {
  /** How many of those at a time were answered otherwise than one alone. */
  readonly failed: number
  /** The median of the floor, asked in turn with it: a machine that is busy with other things is so for both. */
  readonly floor: number
  /** Processor time of the part with many at a time, for one request. */
  readonly cpu: number | undefined
}

interface Expectation {
  /** The status of its answers. */
  readonly expected: number
  /** The milliseconds of processor time so far. */
  readonly spent: () => number | undefined
}

export async function drive(
  course: Course,
  floor: Course,
  budget: Budget,
  { expected, spent }: Expectation,
): Promise<Driven> {
  const alone = await inTurn([course, floor], budget)
  const [own = [], ofFloor = []] = alone
  const outgoing = await made(course, budget)
  const [before, began] = [spent(), performance.now()]
  const statuses = await atOnce(course.url, outgoing, budget)
  const together = statuses.length
  const [after, ms] = [spent(), performance.now() - began]
  return {
    p50: quantile(own, 0.5),
    p99: quantile(own, 0.99),
    alone: perSecond(own.length, sum(own)),
    together: perSecond(together, ms),
    floor: quantile(ofFloor, 0.5),
    failed: statuses.filter((status) => status !== expected).length,
    cpu: before === undefined || after === undefined ? undefined : (after - before) / together,
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** What is signed beforehand is no load on the machine while the time is taken. */
async function made({ make }: Course, { requests }: Budget): Promise<Outgoing[]> {
  const all: Outgoing[] = []
  for (let i = 0; i < requests; i++) all.push(await make())
  return all
}

/** The times of each course, whose requests follow one another. */
async function inTurn(courses: readonly Course[], budget: Budget): Promise<readonly number[][]> {
  const outgoing = await Promise.all(courses.map((course) => made(course, budget)))
  const times: number[][] = courses.map(() => [])
  const began = performance.now()
  for (let i = 0; i < budget.requests; i++) {
    if (i >= LEAST && performance.now() - began > budget.ms) break
    for (const [at, { url }] of courses.entries()) {
      const one = outgoing[at]?.[i]
      if (one) times[at]?.push((await send(url, one)).ms)
    }
  }
  return times
}

/** The statuses of the answers. */
async function atOnce(url: URL, outgoing: readonly Outgoing[], { ms }: Budget): Promise<readonly number[]> {
  const began = performance.now()
  const statuses: number[] = []
  let next = 0
  const runner = async () => {
    while (next < LEAST || performance.now() - began < ms) {
      const one = outgoing[next++]
      if (!one) return
      statuses.push((await send(url, one)).status)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, runner))
  return statuses
}

/** Connections that are kept open would keep the process alive. */
export const closeConnections = (): void => agent.destroy()
