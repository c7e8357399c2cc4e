import type { Registry } from '../../schema/verbs/registry.ts'
import type { Context, Verbs } from './context.ts'
import { type D1Like, openDatabase } from './database.ts'
import { deliveryVerbs } from './deliveries/verbs.ts'
import { unwrapped } from './faults.ts'
import { admit, limitBurst } from './limits/bursts.ts'
import { peopleVerbs } from './people/verbs.ts'
import { erasureVerbs } from './redaction/verbs.ts'
import { resourceVerbs } from './resources/verbs.ts'
import { submissionVerbs } from './submissions/verbs.ts'

const SUBMISSIONS_PER_DAY = 20

type DatabaseVerbs = Omit<Registry, 'countQueries'>

const VERBS: Verbs<DatabaseVerbs> = {
  ...resourceVerbs,
  ...submissionVerbs,
  ...peopleVerbs,
  ...deliveryVerbs,
  ...erasureVerbs,
  admit,
}

/** The registry over a D1 database. `around` replaces a Worker's clock, randomness and limits. */
export function createRegistry(
  d1: D1Like,
  { queryLimit, ...around }: Partial<Omit<Context, 'db'>> & { readonly queryLimit?: number } = {},
): Registry {
  const { db, countQueries } = openDatabase(d1, queryLimit)
  const context: Context = {
    db,
    now: () => new Date(),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    base: '',
    submissionsPerDay: SUBMISSIONS_PER_DAY,
    admit: async () => true,
    isHost: false,
    onDelivery: () => {},
    onPublish: () => {},
    ...around,
  }
  return { countQueries, ...boundTo(context) }
}

/** The cast holds: each verb takes the context before the input that the registry's verb of its name takes. */
const boundTo = (context: Context) =>
  Object.fromEntries(
    Object.entries(VERBS).map(([name, verb]) => [
      name,
      async (...input: unknown[]) => {
        try {
          await limitBurst(context, name, input)
          return await (verb as (context: Context, ...input: unknown[]) => unknown)(context, ...input)
        } catch (fault) {
          throw unwrapped(fault)
        }
      },
    ]),
  ) as DatabaseVerbs
