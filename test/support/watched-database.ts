// A database that counts its queries, batches, the statements in these, and rows read.

/** The counts so far. Cloudflare's free plan limits queries a request and rows read a day. */
interface Counts {
  queries: number
  /** Batches, and statements sent alone. */
  trips: number
  batches: number
  statements: number
  rowsRead: number
  rowsWritten: number
}

/**
 * `onBatch` is called before each batch with its number; what it throws, the database throws. `onDone` is called after
 * each: what it throws, the database throws though it did all that it was to.
 */
export function watchedDatabase(
  db: D1Database,
  onBatch: (batch: number) => void = () => {},
  onDone: (batch: number, results: readonly D1Result[]) => void = () => {},
) {
  const counts: Counts = { queries: 0, trips: 0, batches: 0, statements: 0, rowsRead: 0, rowsWritten: 0 }
  const texts = new Set<string>()

  const watch = <Target extends D1Database | D1DatabaseSession>(target: Target): Target =>
    new Proxy(target, {
      get(_, property) {
        if (property === 'withSession' && 'withSession' in target)
          return (bookmark: string) => watch(target.withSession(bookmark))
        if (property === 'prepare') {
          return (query: string) => {
            counts.queries += 1
            texts.add(query)
            return counted(target.prepare(query))
          }
        }
        if (property === 'batch') return batchOf(target)
        const member: unknown = Reflect.get(target, property)
        return typeof member === 'function' ? member.bind(target) : member
      },
    })

  const countTrip = (results: readonly D1Result[]) => {
    counts.trips += 1
    for (const { meta } of results) {
      counts.rowsRead += meta.rows_read
      counts.rowsWritten += meta.rows_written
    }
  }

  /** The same statement, whose rows are counted where it is sent alone. */
  const counted = (statement: D1PreparedStatement): D1PreparedStatement => {
    const { all, run, bind } = statement
    const alone = async <Result extends D1Result>(sending: Promise<Result>): Promise<Result> => {
      const result = await sending
      countTrip([result])
      return result
    }
    return Object.assign(statement, {
      bind: (...values: unknown[]) => counted(bind.apply(statement, values)),
      all: () => alone(all.call(statement)),
      run: () => alone(run.call(statement)),
    })
  }

  const batchOf = (target: D1Database | D1DatabaseSession) => async (statements: D1PreparedStatement[]) => {
    counts.batches += 1
    counts.statements += statements.length
    onBatch(counts.batches)
    const batch = counts.batches
    const results = await target.batch(statements)
    onDone(batch, results)
    countTrip(results)
    return results
  }

  return { counts, texts, DB: watch(db) }
}
