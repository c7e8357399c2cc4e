// GET /review/{reference}: all that deciding on one submission takes.

import type { Context, Handler } from 'hono'
import { RegistryError } from '../../../../schema/errors.ts'
import type { SessionActor } from '../../../../schema/verbs/actor.ts'
import type { ListedChange } from '../../../../schema/verbs/resources.ts'
import type { AppEnv } from '../../../env.ts'
import { statusOf } from '../../../http/status.ts'
import { answerPrivate } from '../../page.tsx'
import { readThen, referenceIn } from '../addresses.ts'
import { findActor, offeringSignIn, requireActor } from '../sign-in/session.ts'
import { KIND_WORDS, outcomeText } from '../words.ts'
import { placeOf } from './notices.tsx'
import { SubmissionPage } from './page.tsx'
import type { Refused } from './refused.ts'

/** Of the resource that it is about. */
const CHANGES_SHOWN = 5

/** Who asks is looked up with all else: what does not wait for anything is read at the same time. */
export const submissionPage: Handler<AppEnv> = (c) =>
  offeringSignIn(c, async () => showSubmission(c, requireActor(await findActor(c)), referenceIn(c)))

/** The submission as it is now; `refused` is what was not done with it, and stays typed. */
export async function showSubmission(
  c: Context<AppEnv>,
  actor: SessionActor,
  reference: string,
  refused?: Refused,
): Promise<Response> {
  const registry = c.get('registry')
  const placed = registry.getQueueEntry(actor, reference)
  const [review, place, decided, changes] = await Promise.all([
    registry.reviewSubmission(actor, reference),
    placed,
    placeOf(c, actor, c.req.query('decided')),
    placed.then(({ slug }) => changesOf(c, slug)),
  ])
  const then = readThen(c)
  const note = c.req.query('note')
  return answerPrivate(
    c,
    {
      title: `${reference} · ${KIND_WORDS[review.submission.kind]}`,
      description: 'A submission, and all that deciding on it takes.',
      section: '/review',
      main: (
        <SubmissionPage
          {...{ name: place.asker, review, place, decided, changes, then, note, refused, now: Date.now() }}
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

/** GET /review/{reference}/version: what a page that is open asks now and then. */
export async function version(c: Context<AppEnv>): Promise<Response> {
  try {
    const actor = requireActor(await findActor(c))
    const place = await c.get('registry').getQueueEntry(actor, referenceIn(c))
    const { version, state, decidedBy } = place
    return c.json({ version, state, decidedBy, told: outcomeText(place) }, 200, {
      'Cache-Control': 'no-store',
    })
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error
    return c.json({ told: error.message }, statusOf(error.code), { 'Cache-Control': 'no-store' })
  }
}
