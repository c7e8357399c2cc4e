import { lt, sql } from 'drizzle-orm'
import { rowsUsed } from '../../../schema/tables.ts'
import { timestamp, type Verb } from '../context.ts'

export const addRowsUsed: Verb<'addRowsUsed'> = async (context, { read, written }) => {
  const { db } = context
  const day = timestamp(context).slice(0, 10)
  await db.batch([
    db.delete(rowsUsed).where(lt(rowsUsed.day, day)),
    db
      .insert(rowsUsed)
      .values({ day, read, written })
      .onConflictDoUpdate({
        target: rowsUsed.day,
        set: {
          read: sql`${rowsUsed.read} + excluded.read`,
          written: sql`${rowsUsed.written} + excluded.written`,
        },
      }),
  ])
}
