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
  readonly ms: number
}

const CONNECTIONS = 16
const BEGINNING = 16
/** Longer than any answer should take; the bench goes on without it. */
const LONGEST_MS = 60_000

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

export function send(origin: URL, { method, path, headers, body }: Outgoing): Promise<Answered> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const { hostname, port } = origin
    const sent = request(
      { agent, hostname, port, method, path, headers, timeout: LONGEST_MS },
      (response) => {
        let bytes = 0
        let start = ''
        response.on('data', (chunk: Buffer) => {
          if (start.length < BEGINNING) start += chunk.subarray(0, BEGINNING).toString()
          bytes += chunk.length
        })
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            ...{ status: response.statusCode ?? 0, headers: response.headers, bytes, start },
            ms: performance.now() - began,
          }),
        )
      },
    )
    sent.on('timeout', () =>
      sent.destroy(new Error(`${method} ${path} got no answer in ${LONGEST_MS / 1000} s.`)),
    )
    sent.on('error', reject)
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
  /** The median of the floor, asked in turn with it: a machine that is busy with other things is so for both. */
  readonly floor: number
  /** What `spent` says of the part with many at a time, for one request. */
  readonly cpu: number | undefined
}

/** `spent` are the milliseconds of processor time so far. */
export async function drive(
  course: Course,
  floor: Course,
  budget: Budget,
  spent: () => number | undefined,
): Promise<Driven> {
  const alone = await inTurn([course, floor], budget)
  const [own = [], ofFloor = []] = alone
  const outgoing = await made(course, budget)
  const [before, began] = [spent(), performance.now()]
  const together = await atOnce(course.url, outgoing, budget)
  const [after, ms] = [spent(), performance.now() - began]
  return {
    p50: quantile(own, 0.5),
    p99: quantile(own, 0.99),
    alone: perSecond(own.length, sum(own)),
    together: perSecond(together, ms),
    floor: quantile(ofFloor, 0.5),
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

/** How many were answered. */
async function atOnce(url: URL, outgoing: readonly Outgoing[], { ms }: Budget): Promise<number> {
  const began = performance.now()
  let next = 0
  const runner = async () => {
    while (next < LEAST || performance.now() - began < ms) {
      const one = outgoing[next++]
      if (!one) return
      await send(url, one)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, runner))
  return Math.min(next, outgoing.length)
}

/** Connections that are kept open would keep the process alive. */
export const closeConnections = (): void => agent.destroy()
