import { refusal } from '../../schema/errors.ts'
import type { RowsUsed } from '../../schema/verbs/operations.ts'
import type { SessionVerbs } from '../../schema/verbs/people.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import { candidateVerbs } from './candidates/verbs.ts'
import type { Context, Verbs } from './context.ts'
import { type D1Like, openDatabase } from './database.ts'
import { deliveryVerbs } from './deliveries/verbs.ts'
import { editionIn, SELECT_EDITION } from './edition.ts'
import { unwrapped } from './faults.ts'
import { admit, limitBurst } from './limits/bursts.ts'
import { linkVerbs } from './links/verbs.ts'
import { operationVerbs } from './operations/verbs.ts'
import { peopleVerbs } from './people/verbs.ts'
import { erasureVerbs } from './redaction/verbs.ts'
import { resourceVerbs } from './resources/verbs.ts'
import { mailVerbs } from './submissions/mail.ts'
import { submissionVerbs } from './submissions/verbs.ts'
import { upstreamVerbs } from './upstream/verbs.ts'

const SUBMISSIONS_PER_DAY = 20

/** Long enough for what a host does meanwhile. */
const READ_ONLY_RETRY_SECONDS = 600

/** Signing in and out goes on while the registry takes no changes: the host may have to look. */
const ALWAYS_WRITE: readonly string[] = ['startSession', 'endSession'] satisfies (keyof SessionVerbs)[]

type DatabaseVerbs = Omit<Registry, 'countQueries' | 'renewTime' | 'withEdition'>

const VERBS: Verbs<DatabaseVerbs> = {
  ...resourceVerbs,
  ...submissionVerbs,
  ...mailVerbs,
  ...candidateVerbs,
  ...peopleVerbs,
  ...deliveryVerbs,
  ...linkVerbs,
  ...upstreamVerbs,
  ...erasureVerbs,
  ...operationVerbs,
  admit,
}

interface Options extends Partial<Omit<Context, 'db'>> {
  readonly queryLimit?: number
  readonly onRows?: (rows: RowsUsed) => void
  /** Why nothing may be changed: no statement that writes is sent, whichever verb would. */
  readonly readOnly?: string | undefined
}

/** The registry over a D1 database. `around` replaces a Worker's clock, randomness and limits. */
export function createRegistry(
  d1: D1Like,
  { queryLimit, onRows, readOnly, ...around }: Options = {},
): Registry {
  const { db, readOnlyDb, countQueries, renewTime, sendAlong } = openDatabase(d1, {
    limit: queryLimit,
    onRows,
  })
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
  const withEdition: Registry['withEdition'] = async (read) => {
    const { rows } = sendAlong(SELECT_EDITION)
    const result = await read()
    const sent = rows()
    return { result, edition: sent && editionIn(sent) }
  }
  const about = { countQueries, renewTime, withEdition }
  if (readOnly === undefined) return { ...about, ...boundTo(() => context) }
  const reading = {
    ...context,
    db: readOnlyDb(() => {
      throw refusal('read_only', 'readOnly', [readOnly], { retryAfter: READ_ONLY_RETRY_SECONDS })
    }),
  }
  return {
    ...about,
    ...boundTo((verb) => (ALWAYS_WRITE.includes(verb) ? context : reading)),
  }
}

/** The cast holds: each verb takes the context before the input that the registry's verb of its name takes. */
const boundTo = (contextOf: (verb: string) => Context) =>
  Object.fromEntries(
    Object.entries(VERBS).map(([name, verb]) => [
      name,
      async (...input: unknown[]) => {
        const context = contextOf(name)
        try {
          await limitBurst(context, name, input)
          return await (verb as (context: Context, ...input: unknown[]) => unknown)(context, ...input)
        } catch (fault) {
          throw unwrapped(fault)
        }
      },
    ]),
  ) as DatabaseVerbs
