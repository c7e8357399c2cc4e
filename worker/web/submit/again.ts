// The values of a form that sends a rejected submission once more: what was sent, over the record as it is now.

import type { Context } from 'hono'
import type { Evidence } from '../../../schema/record/claims.ts'
import { withChanges } from '../../../schema/record/proposal.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { Submission } from '../../../schema/record/submission.ts'
import { isCapability } from '../../domain/intake/reference-code.ts'
import type { AppEnv } from '../../env.ts'
import { anonymousActor } from '../../http/anonymous-actor.ts'
import type { FormValues } from '../parts/form.ts'
import { valuesFrom } from '../parts/proposal/reading.ts'
import { reportAddress } from './addresses.ts'

/** The address of the form that opens with what a submission says. */
export const addressAgain = ({ id, slug, kind }: Submission): string =>
  `${kind === 'addition' || slug === undefined ? '/submit' : reportAddress(slug)}?again=${id}`

/** The submission that the query names by its secret id, if any. Throws `not_found` for an id that opens none. */
async function findSent(c: Context<AppEnv>): Promise<Submission | undefined> {
  const id = c.req.query('again') ?? ''
  if (!isCapability(id)) return undefined
  return (await c.get('registry').getSubmission(anonymousActor(c), id)).submission
}

export async function additionAgain(c: Context<AppEnv>): Promise<FormValues | undefined> {
  const sent = await findSent(c)
  return sent?.resource && new Map([...valuesFrom(sent.resource), ...evidenceValues(sent.evidence)])
}

export async function reportAgain(c: Context<AppEnv>, record: Resource): Promise<FormValues | undefined> {
  const sent = await findSent(c)
  if (!sent) return undefined
  const { kind, changes = {}, reason = '', evidence } = sent
  const { formerUrls = record.formerUrls } = changes
  return new Map([
    ...valuesFrom({ ...withChanges(record, changes, []), formerUrls: formerUrls ?? [] }),
    ...evidenceValues(evidence),
    ['notes', changes.notes ?? ''],
    ['kind', kind],
    ['reason', reason],
  ])
}

/**
 * The rows of sources. The first row has no field: it has the source of most. The forms have no input for what a source
 * says otherwise, so evidence with a value of its own is left out.
 */
function evidenceValues(evidence: readonly Evidence[]): (readonly [string, string])[] {
  const shown = evidence.filter(({ value }) => value === undefined)
  const bySource = Map.groupBy(shown, ({ source, asOf }) => JSON.stringify([source, asOf]))
  const [first = [], ...others] = [...bySource.values()].sort((a, b) => b.length - a.length)
  return [...first.slice(0, 1), ...others.flat()].flatMap(({ field, source, asOf = '' }, row) => [
    [`evidence.${row}.source`, source] as const,
    [`evidence.${row}.asOf`, asOf] as const,
    [`evidence.${row}.field`, row === 0 ? '' : field] as const,
  ])
}
