// GET /review/{reference}: a submission and its evidence, for a maintainer to decide.

import type { Context, Handler } from 'hono'
import { RegistryError } from '../../../../schema/errors.ts'
import type { SessionActor } from '../../../../schema/verbs/actor.ts'
import type { ListedChange } from '../../../../schema/verbs/resources.ts'
import type { AppEnv } from '../../../env.ts'
import { statusOf } from '../../../http/status.ts'
import { answerPrivate } from '../../page.tsx'
import { readRemaining, referenceIn } from '../addresses.ts'
import { findActor, requireActor, withSignIn } from '../sign-in/session.ts'
import { KIND_LABELS, outcomeText } from '../submission-text.ts'
import { findDecided } from './notices.tsx'
import { SubmissionPage } from './page.tsx'
import type { Refused } from './refused.ts'

/** How many changes of the resource the page has. */
const CHANGES_SHOWN = 5

/** The queries of the page check the session themselves, so they run in parallel. */
export const submissionPage: Handler<AppEnv> = (c) =>
  withSignIn(c, async () => showSubmission(c, requireActor(await findActor(c)), referenceIn(c)))

/** Shows a submission. `refused` has the error and the form of an action that was refused. */
export async function showSubmission(
  c: Context<AppEnv>,
  actor: SessionActor,
  reference: string,
  refused?: Refused,
): Promise<Response> {
  const registry = c.get('registry')
  const entryRequest = registry.getQueueEntry(actor, reference)
  const [review, entry, decided, changes] = await Promise.all([
    registry.reviewSubmission(actor, reference),
    entryRequest,
    findDecided(c, actor, c.req.query('decided')),
    entryRequest.then(({ slug }) => changesOf(c, slug)),
  ])
  const remaining = readRemaining(c)
  const note = c.req.query('note')
  return answerPrivate(
    c,
    {
      title: `${reference} · ${KIND_LABELS[review.submission.kind]}`,
      description: 'A submission, and all that deciding on it takes.',
      section: '/review',
      main: (
        <SubmissionPage
          {...{
            name: entry.maintainerName,
            review,
            entry,
            decided,
            changes,
            remaining: remaining,
            note,
            refused,
            now: Date.now(),
          }}
        />
      ),
    },
    refused ? statusOf(refused.error.code) : 200,
  )
}

async function changesOf(c: Context<AppEnv>, slug: string | undefined): Promise<readonly ListedChange[]> {
  if (slug === undefined) return []
  return (await c.get('registry').listChanges({ slug, size: CHANGES_SHOWN })).items
}

/** GET /review/{reference}/version: an open page polls it (review.client.js). */
export async function version(c: Context<AppEnv>): Promise<Response> {
  try {
    const actor = requireActor(await findActor(c))
    const entry = await c.get('registry').getQueueEntry(actor, referenceIn(c))
    const { version, state, decidedBy } = entry
    return c.json({ version, state, decidedBy, told: outcomeText(entry) }, 200, {
      'Cache-Control': 'no-store',
    })
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return c.json({ told: error.message }, statusOf(error.code), { 'Cache-Control': 'no-store' })
  }
}
