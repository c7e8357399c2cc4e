// A database whose trips fail, stall, or lose their answer.

/** What becomes of one trip: `isDone` where D1 did what it was asked, and only its answer is missing. */
export interface Fault {
  readonly ends: 'fails' | 'stalls'
  readonly isDone: boolean
}

export const FAULTS: readonly Fault[] = [
  { ends: 'fails', isDone: false },
  { ends: 'fails', isDone: true },
  { ends: 'stalls', isDone: false },
  { ends: 'stalls', isDone: true },
]

export const faultText = ({ ends, isDone }: Fault): string =>
  `${ends}${isDone ? ' although it was done' : ''}`

type Trip = <Result>(send: () => Promise<Result>) => Promise<Result>

/** The database, each trip of which `trip` makes: a batch is one, and so is a statement that is sent alone. */
export function tripsOf(db: D1Database, trip: Trip): D1Database {
  const over = <Target extends D1Database | D1DatabaseSession>(target: Target): Target =>
    new Proxy(target, {
      get(_, property) {
        if (property === 'withSession' && 'withSession' in target)
          return (bookmark: string) => over(target.withSession(bookmark))
        if (property === 'batch')
          return (statements: D1PreparedStatement[]) => trip(() => target.batch(statements))
        if (property === 'prepare') return (query: string) => statementOf(target.prepare(query))
        const member: unknown = Reflect.get(target, property)
        return typeof member === 'function' ? member.bind(target) : member
      },
    })
  // The same object, because `batch` takes only D1's own.
  const statementOf = (statement: D1PreparedStatement): D1PreparedStatement => {
    const { bind, all, run, raw } = statement
    return Object.assign(statement, {
      bind: (...values: unknown[]) => statementOf(bind.apply(statement, values)),
      all: () => trip(() => all.call(statement)),
      run: () => trip(() => run.call(statement)),
      raw: () => trip(() => raw.call(statement)),
    })
  }
  return over(db)
}

/** The database, its trips counted: which of them wrote. */
export function countedTrips(db: D1Database) {
  let trips = 0
  const writes = new Set<number>()
  const DB = tripsOf(db, async (send) => {
    trips += 1
    const at = trips
    const answer = await send()
    if ([answer].flat().some(hasWritten)) writes.add(at)
    return answer
  })
  return { DB, trips: () => trips, isWrite: (at: number) => writes.has(at) }
}

const hasWritten = (answer: unknown): boolean =>
  (answer as { meta?: { rows_written?: number } }).meta?.rows_written !== 0

/** A database whose trip of this number, counted from 1, is faulty. */
export function faultyDatabase(db: D1Database, at: number, { ends, isDone }: Fault) {
  let trips = 0
  const { promise: reached, resolve: reach } = Promise.withResolvers<'reached'>()
  const DB = tripsOf(db, async (send) => {
    trips += 1
    if (trips !== at) return send()
    if (isDone) await send()
    reach('reached')
    if (ends === 'stalls') return new Promise<never>(() => {})
    throw new Error('D1_ERROR: Network connection lost.')
  })
  return { DB, reached }
}
