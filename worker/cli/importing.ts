// Entries of a file against the registry: what differs is proposed and approved by the verbs that everyone has.

import * as z from 'zod/mini'
import { RegistryError } from '../../schema/errors.ts'
import { Evidence } from '../../schema/record/claims.ts'
import { type DesiredRecord, proposedChanges } from '../../schema/record/proposed-changes.ts'
import type { Resource } from '../../schema/record/resource.ts'
import {
  type ProposedChanges,
  proposedResource,
  SUBMISSION_LENGTHS,
  SubmissionInput,
} from '../../schema/record/submission.ts'
import type { Actor } from '../../schema/verbs/actor.ts'
import type { Registry } from '../../schema/verbs/registry.ts'
import { parse } from '../domain/intake/parse.ts'
import type { Entry } from './entries.ts'
import { findDamage, isQuestioned, WRONG_ENCODING } from './reading/damage.ts'
import { isMisread } from './reading/misreadings.ts'
import { Unreadable } from './reading/unreadable.ts'

export interface Report {
  readonly outcome: 'added' | 'corrected' | 'unchanged' | 'refused'
  readonly slug: string
  /** What changes, or why not. */
  readonly detail?: string
}

const refusedReport = (slug: string, detail: string): Report => ({ outcome: 'refused', slug, detail })

/** Nobody in particular: to look at what would come of it. */
const ONLOOKER: Actor = { kind: 'anonymous', address: 'import' }

/** As often as one entry is proposed: what it claims may be more than one submission has room for. */
const MOST_ROUNDS = 10

/** With a maintainer, what differs is submitted and approved; without, only looked at. */
export async function importEntry(registry: Registry, entry: Entry, maintainer?: Actor): Promise<Report> {
  const { slug } = entry
  let first: Report | undefined
  try {
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      const next = proposal(entry, await findRecord(registry, slug), round)
      if ('report' in next) return first && next.report.outcome === 'unchanged' ? first : next.report
      first ??= next.would
      if (!maintainer) return await lookedAt(registry, next)
      await applied(registry, maintainer, next.input)
    }
  } catch (error) {
    // One entry never ends the run, whatever is wrong with it: it has a line like any other.
    const isKnown = error instanceof RegistryError || error instanceof Unreadable
    return refusedReport(slug, isKnown ? error.message : `it could not be brought in: ${error}`)
  }
  return refusedReport(slug, 'it is never as the file has it, however often it is proposed')
}

interface Proposal {
  readonly input: SubmissionInput
  /** What it comes to. */
  readonly would: Report
}

/** What to propose next, or the report that there is nothing to. */
function proposal(
  entry: Entry,
  listed: Resource | undefined,
  round: number,
): Proposal | { readonly report: Report } {
  const { slug, reason } = entry
  const refused = (why: string) => ({ report: refusedReport(slug, why) })
  if (!listed) {
    const { fields, evidence } = entry.addition?.() ?? {}
    if (!fields || !evidence) return refused('it is not listed, and the file does not say enough to list it')
    const damage = findDamage({ ...fields, evidence })
    if (damage !== undefined) return refused(damage)
    return toSend(
      {
        kind: 'addition',
        resource: fields,
        reason,
        evidence: evidence.slice(0, SUBMISSION_LENGTHS.evidence),
      },
      { outcome: 'added', slug, detail: claimsOf(evidence.length) },
    )
  }
  const different = proposedChanges(listed, cleanWanted(entry, listed))
  if (!different) return { report: { outcome: 'unchanged', slug } }
  if (listed.status === 'removed') return refused('it was taken off the list')
  const outdated = round === 1 ? entry.outdated(listed) : undefined
  if (outdated) return refused(outdated)
  const { changes, evidence } = different
  const damage = findDamage({ ...changes, evidence }) ?? lostCharacters(changes, listed)
  if (damage !== undefined) return refused(damage)
  return toSend(
    {
      kind: 'correction',
      slug,
      baseVersion: listed.version,
      changes,
      reason,
      evidence: evidence.slice(0, SUBMISSION_LENGTHS.evidence),
    },
    {
      outcome: 'corrected',
      slug,
      detail: [...Object.keys(changes), claimsOf(evidence.length)].filter(Boolean).join(', '),
    },
  )
}

const toSend = (input: unknown, would: Report): Proposal => ({
  input: parse(SubmissionInput, input, 'entry'),
  would,
})

/** As the registry would write it: else what it tidies up would be proposed for ever. */
function cleanWanted({ correction }: Entry, listed: Resource): DesiredRecord {
  const { fields, evidence } = correction(listed)
  const clean = parse(Wanted, { changes: fields, evidence }, 'entry')
  return { fields: clean.changes, evidence: clean.evidence }
}

/** Of evidence a file may have more than one submission takes. */
const Wanted = z.strictObject({ changes: z.partial(proposedResource()), evidence: z.array(Evidence) })

/** The first text that is a text of the record as a program has damaged it, with the reason. */
function lostCharacters(changes: ProposedChanges, listed: Resource): string | undefined {
  for (const [key, value] of Object.entries(changes)) {
    const before = textsIn(listed[key as keyof Resource])
    for (const text of textsIn(value)) {
      if (before.includes(text)) continue
      if (before.some((whole) => isQuestioned(text, whole)))
        return `${key}: “${text}”: characters were lost: save the file as UTF-8`
      if (before.some((whole) => isMisread(text, whole))) return `${key}: “${text}”: ${WRONG_ENCODING}`
    }
  }
  return undefined
}

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []

const claimsOf = (count: number) => (count === 0 ? '' : count === 1 ? '1 claim' : `${count} claims`)

async function findRecord(registry: Registry, slug: string): Promise<Resource | undefined> {
  try {
    return (await registry.getResource(slug)).record
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'not_found') return undefined
    throw error
  }
}

async function lookedAt(registry: Registry, { input, would }: Proposal): Promise<Report> {
  const { problem } = await registry.previewSubmission(ONLOOKER, input)
  return problem === undefined ? would : refusedReport(would.slug, problem.message)
}

/** The key makes of a run that broke off between the two a submission that the next one approves. */
async function applied(registry: Registry, maintainer: Actor, input: SubmissionInput): Promise<void> {
  const { submission } = await registry.submit(maintainer, input, {
    door: 'http',
    idempotencyKey: `import ${await digest(JSON.stringify(input))}`,
  })
  await registry.decideSubmission(maintainer, submission.id, {
    decision: 'approve',
    version: submission.version,
  })
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
