import { withDatabase as openDatabase, type WithDatabase } from '../../../worker/cli/database.ts'

/** The local database in that folder, opened once for many commands: each time it takes a second of a processor. */
export async function shareDatabase(persistTo: string) {
  const opened = Promise.withResolvers<D1Database>()
  const released = Promise.withResolvers<void>()
  const closed = openDatabase({ isRemote: false, persistTo }, (database) => {
    opened.resolve(database)
    return released.promise
  })
  const database = await Promise.race([opened.promise, closed.then(() => opened.promise)])
  const withDatabase: WithDatabase = (where, use) => {
    if (where.isRemote || where.persistTo !== persistTo)
      throw new Error(`Another database is asked for: ${JSON.stringify(where)}.`)
    return use(database)
  }
  return {
    withDatabase,
    close() {
      released.resolve()
      return closed
    },
  }
}
