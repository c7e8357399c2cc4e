// Shapes of what people send in, the same for every door. What a text may hold beyond its length is
// worker/domain/intake/clean-text.ts, what may be listed worker/domain/intake/web-address.ts.

import * as z from 'zod/mini'
import {
  ACCESS,
  type DataTypeKey,
  PROPOSED_STATUSES,
  SUBMISSION_KINDS,
  SUBMISSION_STATES,
} from '../vocabulary.ts'
import { AvailabilityRow, CLAIM_FIELDS, Counts, LENGTHS, PartialDate, Slug } from './resource.ts'

/** The longest of each, in UTF-16 units. */
export const SUBMISSION_LENGTHS = {
  notes: 1000,
  reason: 1000,
  answer: 1000,
  contact: 200,
  submitterName: 100,
  evidence: 20,
  source: 500,
  idempotencyKey: 200,
} as const

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))
const version = z.int().check(z.positive())

/** Any of the six cells, and nothing else: a data type under another name would silently stay unknown. */
export const SomeCells = z.strictObject(z.partial(AvailabilityRow).shape)

/**
 * Where a fact was read. Without a value it is evidence for what is proposed, or stands in the record; with one, for
 * that: so what speaks against the record can be brought too, without changing it.
 */
export const Evidence = z.strictObject({
  field: z.enum(['notes', ...CLAIM_FIELDS]),
  value: z.optional(z.union([text(LENGTHS.countsText), z.array(text(LENGTHS.caution)), Counts])),
  source: text(SUBMISSION_LENGTHS.source),
  asOf: z.optional(PartialDate),
})
export type Evidence = z.infer<typeof Evidence>

const listOf = (item: z.ZodMiniType<string>, most: number) =>
  z.optional(z.array(item).check(z.maxLength(most)))

/** What may be proposed beside the survey's fields; null takes back what the record says. */
const proposedFacts = {
  license: z.optional(z.nullable(text(LENGTHS.license))),
  access: z.optional(z.enum(ACCESS)),
  counts: z.optional(z.nullable(Counts)),
  formats: listOf(text(LENGTHS.format), LENGTHS.formats),
  doi: z.optional(z.nullable(text(LENGTHS.doi))),
  formerUrls: listOf(text(LENGTHS.url), LENGTHS.formerUrls),
  status: z.optional(z.enum(PROPOSED_STATUSES)),
  successor: z.optional(z.nullable(text(LENGTHS.successor))),
  cautions: listOf(text(LENGTHS.caution), LENGTHS.cautions),
  derivedFrom: listOf(Slug, LENGTHS.sources),
  origins: listOf(text(LENGTHS.origin), LENGTHS.sources),
}

/** A cell that is not named is unknown. */
export const ProposedResource = z.strictObject({
  /** What it is to be called by. Taken, or not said: one from its name, with a number behind where that is taken. */
  slug: z.optional(Slug),
  name: text(LENGTHS.name),
  url: text(LENGTHS.url),
  organization: text(LENGTHS.organization),
  availability: z.optional(SomeCells),
  ...proposedFacts,
  /** Licence, size, source: whatever else should be known. */
  notes: z.optional(text(SUBMISSION_LENGTHS.notes)),
})

/** Only what is to change. */
export const ProposedChanges = z.strictObject({
  name: z.optional(text(LENGTHS.name)),
  url: z.optional(text(LENGTHS.url)),
  organization: z.optional(text(LENGTHS.organization)),
  availability: z.optional(SomeCells),
  ...proposedFacts,
  notes: z.optional(text(SUBMISSION_LENGTHS.notes)),
})

const common = {
  submitter: z.optional(
    z.strictObject({
      name: z.optional(text(SUBMISSION_LENGTHS.submitterName)),
      contact: z.optional(text(SUBMISSION_LENGTHS.contact)),
    }),
  ),
  evidence: z.optional(z.array(Evidence).check(z.maxLength(SUBMISSION_LENGTHS.evidence))),
}

/** What is sent in. `baseVersion` is the version of the resource that the sender saw. */
export const SubmissionInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('addition'),
    resource: ProposedResource,
    reason: z.optional(text(SUBMISSION_LENGTHS.reason)),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('correction'),
    slug: Slug,
    baseVersion: version,
    changes: ProposedChanges,
    reason: text(SUBMISSION_LENGTHS.reason),
    ...common,
  }),
  z.strictObject({
    kind: z.literal('removal'),
    slug: Slug,
    baseVersion: version,
    reason: text(SUBMISSION_LENGTHS.reason),
    ...common,
  }),
])
export type SubmissionInput = z.infer<typeof SubmissionInput>
export type ProposedResource = z.infer<typeof ProposedResource>
export type ProposedChanges = z.infer<typeof ProposedChanges>

/** What may be edited of one that waits; `version` is the one that the editor saw. */
export const SubmissionEdit = z.strictObject({
  version,
  resource: z.optional(z.partial(ProposedResource)),
  changes: z.optional(ProposedChanges),
  reason: z.optional(text(SUBMISSION_LENGTHS.reason)),
})
export type SubmissionEdit = z.infer<typeof SubmissionEdit>

export const DECISIONS = ['approve', 'reject', 'ask'] as const
export type Decision = (typeof DECISIONS)[number]

/**
 * A rejection and a question need their words. `version`, where given, is that of the submission which the maintainer
 * saw, `resourceVersion` that of the resource; without it, an approval is of what the submitter saw.
 */
export const DecisionInput = z.strictObject({
  decision: z.enum(DECISIONS),
  reason: z.optional(text(SUBMISSION_LENGTHS.reason)),
  version: z.optional(version),
  resourceVersion: z.optional(version),
})
export type DecisionInput = z.infer<typeof DecisionInput>

export const AnswerInput = z.strictObject({ text: text(SUBMISSION_LENGTHS.answer) })

/** What a submission proposes, as it is kept: complete for an addition, only what changes for a correction. */
export const SubmissionContent = z.object({
  resource: z.optional(z.extend(ProposedResource, { availability: AvailabilityRow })),
  changes: z.optional(ProposedChanges),
  evidence: z.array(Evidence),
})
export type SubmissionContent = z.infer<typeof SubmissionContent>

/** One question of a maintainer or one answer to it. */
export const ThreadEntry = z.object({
  by: z.enum(['maintainer', 'submitter']),
  text: z.string(),
  at: z.iso.datetime(),
})
export type ThreadEntry = z.infer<typeof ThreadEntry>

/** A submission without anyone's name or contact: what the change log keeps of it. */
export const SubmissionRecord = z.object({
  reference: z.string(),
  kind: z.enum(SUBMISSION_KINDS),
  state: z.enum(SUBMISSION_STATES),
  version,
  ...SubmissionContent.shape,
  /** The resource it is about; of an addition, once it is approved. */
  slug: z.optional(z.string()),
  baseVersion: z.optional(version),
  reason: z.optional(z.string()),
  thread: z.array(ThreadEntry),
  decision: z.optional(z.object({ reason: z.optional(z.string()), at: z.iso.datetime() })),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type SubmissionRecord = z.infer<typeof SubmissionRecord>

/** One's own in a list; `isUnreachable` where a message about it could not be sent, direct messages being closed. */
export type OwnSubmission = SubmissionRecord & { readonly isUnreachable: boolean }

/** A submission as who sent it sees it: `id` is the capability, the only key to it. */
export const Submission = z.extend(SubmissionRecord, { id: z.string() })
export type Submission = z.infer<typeof Submission>

/** A form for an addition as it was typed, right or wrong: nothing typed is ever lost. */
export interface Draft {
  readonly url: string
  readonly name: string
  readonly organization: string
  readonly has: readonly DataTypeKey[]
  readonly lacks: readonly DataTypeKey[]
  readonly notes: string
}
