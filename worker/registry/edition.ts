// Which edition of the registry an answer is of: it changes with every change of what everybody may read, so that an answer may
// be given again while it stays.

import { sql } from 'drizzle-orm'
import type { Verb } from './context.ts'

export const SELECT_EDITION = 'select name as edition from edition where id = 1'

/** Empty before the first change. */
export const editionIn = ([row]: readonly unknown[]): string =>
  (row as { readonly edition: string } | undefined)?.edition ?? ''

export const getEdition: Verb<'getEdition'> = async ({ db }) =>
  editionIn(await db.all(sql.raw(SELECT_EDITION)))
