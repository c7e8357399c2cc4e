// A database that counts its queries, batches, the statements in these, and rows read.

/** The counts so far. Cloudflare's free plan limits queries a request and rows read a day. */
interface Counts {
  queries: number
  batches: number
  statements: number
  rowsRead: number
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
  const counts: Counts = { queries: 0, batches: 0, statements: 0, rowsRead: 0 }
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

  /** The same statement, whose rows are counted where it is sent alone. */
  const counted = (statement: D1PreparedStatement): D1PreparedStatement => {
    const { all, bind } = statement
    return Object.assign(statement, {
      bind: (...values: unknown[]) => counted(bind.apply(statement, values)),
      all: async () => {
        const result = await all.call(statement)
        counts.rowsRead += result.meta.rows_read
        return result
      },
    })
  }

  const batchOf = (target: D1Database | D1DatabaseSession) => async (statements: D1PreparedStatement[]) => {
    counts.batches += 1
    counts.statements += statements.length
    onBatch(counts.batches)
    const batch = counts.batches
    const results = await target.batch(statements)
    onDone(batch, results)
    counts.rowsRead += results.reduce((sum, { meta }) => sum + meta.rows_read, 0)
    return results
  }

  return { counts, texts, DB: watch(db) }
}
