// Shapes of what people send in, the same for every door. What a text may hold beyond its length is
// worker/domain/intake/clean-text.ts, what may be listed worker/domain/intake/web-address.ts.

import * as z from 'zod/mini'
import { once } from '../once.ts'
import { type DataTypeKey, SUBMISSION_KINDS, SUBMISSION_STATES } from '../vocabulary.ts'
import { Evidence, ProposedVersions } from './claims.ts'
import { fieldOf, type KeyWith, PROPOSABLE, type ProposableKey } from './field-keys.ts'
import type { Field, Fields } from './fields.ts'
import { AvailabilityRow } from './values/availability.ts'
import { eachOnce, isChecked, notEmpty, partWrittenAs, refusedFor, writtenAs } from './values/checked-text.ts'
import { Slug, text } from './values/text.ts'
import { ProposedReferences } from './works/proposed-references.ts'
import type { Reference } from './works/reference.ts'

/** The longest of each, in UTF-16 units. */
export const SUBMISSION_LENGTHS = {
  notes: 1000,
  reason: 1000,
  answer: 1000,
  contact: 200,
  mailAddress: 254,
  submitterName: 100,
  evidence: 20,
  idempotencyKey: 200,
} as const

const version = z.int().check(z.positive())

type RequiredKey = KeyWith<{ readonly isRequired: true }>
type Proposed<Key extends ProposableKey> = Fields[Key] extends {
  readonly proposed: infer Shape extends z.ZodMiniType
}
  ? Shape
  : Fields[Key]['shape']

/** The shape of a field in a proposal, whose texts are written as the field asks. */
function proposedShape(field: Field): z.ZodMiniType {
  const shape = field.proposed ?? field.shape
  switch (field.kind) {
    case 'text':
    case 'list':
      return isChecked(field.writing) ? shape.check(writtenAs(field.writing)) : shape
    case 'counts':
      return shape.check(partWrittenAs('text', 'line')).check(notEmpty())
    case 'use':
      return shape.check(partWrittenAs('note', 'line'))
    case 'choices':
      return shape.check(eachOnce())
    case 'cells':
    case 'choice':
    case 'number':
      return shape
    case 'references':
      return ProposedReferences
    case 'versions':
      return ProposedVersions
  }
}

/** What a proposal can say of each field; null takes back what the record says. */
const proposable = once(() => {
  const proposed = Object.fromEntries(PROPOSABLE.map((key) => [key, proposedShape(fieldOf(key))])) as {
    readonly [Key in ProposableKey]: Proposed<Key>
  }
  const optional = Object.fromEntries(PROPOSABLE.map((key) => [key, z.optional(proposed[key])])) as {
    readonly [Key in ProposableKey]: z.ZodMiniOptional<Proposed<Key>>
  }
  // The required fields stay in their place, so that the keys keep the order of the list.
  const required = Object.fromEntries(
    PROPOSABLE.map((key) => [key, fieldOf(key).isRequired ? proposed[key] : optional[key]]),
  ) as Omit<typeof optional, RequiredKey> & Pick<typeof proposed, RequiredKey>
  return { optional, required }
})

const line = (max: number) => text(max).check(writtenAs('line'))
const lines = (max: number) => text(max).check(writtenAs('lines'))

const notes = once(() => z.optional(lines(SUBMISSION_LENGTHS.notes)))

export const proposedResource = once(() =>
  z.strictObject({
    /** The slug wished for. Taken, or absent: one from the name, with a number behind where that is taken. */
    slug: z.optional(Slug),
    ...proposable().required,
    /** For the maintainers: whatever else should be known. */
    notes: notes(),
  }),
)
/** A cell that is not named is unknown. */
export const ProposedResource = z.lazy(proposedResource)

/** Only what is to change. */
export const ProposedChanges = z.lazy(() => z.strictObject({ ...proposable().optional, notes: notes() }))

const common = once(() => ({
  submitter: z.optional(
    z.strictObject({
      name: z.optional(line(SUBMISSION_LENGTHS.submitterName)),
      contact: z.optional(line(SUBMISSION_LENGTHS.contact)),
    }),
  ),
  evidence: z.optional(z.array(Evidence).check(z.maxLength(SUBMISSION_LENGTHS.evidence))),
}))

const changesAnything = ({ availability, ...fields }: z.infer<typeof ProposedChanges>): boolean =>
  Object.values(fields).some((value) => value !== undefined) || Object.keys(availability ?? {}).length > 0

/** What is sent in. `baseVersion` is the version of the resource that the sender saw. */
export const SubmissionInput = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('addition'),
      resource: ProposedResource,
      reason: z.optional(lines(SUBMISSION_LENGTHS.reason)),
      ...common(),
    }),
    z
      .strictObject({
        kind: z.literal('correction'),
        slug: Slug,
        baseVersion: version,
        changes: ProposedChanges,
        reason: lines(SUBMISSION_LENGTHS.reason),
        ...common(),
      })
      .check(
        refusedFor('changes', ({ changes, evidence }) =>
          changesAnything(changes) || evidence?.length ? undefined : { name: 'nothingToChange', values: [] },
        ),
      ),
    z.strictObject({
      kind: z.literal('removal'),
      slug: Slug,
      baseVersion: version,
      reason: lines(SUBMISSION_LENGTHS.reason),
      ...common(),
    }),
    z.strictObject({
      kind: z.literal('confirmation'),
      slug: Slug,
      baseVersion: version,
      reason: z.optional(lines(SUBMISSION_LENGTHS.reason)),
      ...common(),
    }),
  ]),
)
export type SubmissionInput = z.infer<typeof SubmissionInput>
export type ProposedResource = z.infer<typeof ProposedResource>
export type ProposedChanges = z.infer<typeof ProposedChanges>

/** What may be edited of one that waits; `version` is the one that the editor saw. */
export const SubmissionEdit = z.lazy(() =>
  z.strictObject({
    version,
    resource: z.optional(z.partial(proposedResource())),
    changes: z.optional(ProposedChanges),
    reason: z.optional(lines(SUBMISSION_LENGTHS.reason)),
  }),
)
export type SubmissionEdit = z.infer<typeof SubmissionEdit>

export const DECISIONS = ['approve', 'reject', 'ask'] as const
export type Decision = (typeof DECISIONS)[number]

const deciding = once(() => ({
  reason: z.optional(lines(SUBMISSION_LENGTHS.reason)),
  resourceVersion: z.optional(version),
}))

/**
 * A rejection and a question need their words. `version` is that of the submission which the maintainer saw: an approval
 * is of that one alone. `resourceVersion` is that of the resource; without it, an approval is of what the submitter saw.
 */
export const DecisionInput = z.lazy(() =>
  z.discriminatedUnion('decision', [
    z.strictObject({
      decision: z.literal('approve'),
      ...deciding(),
      version: z.int('versionUnseen').check(z.positive()),
    }),
    z.strictObject({ decision: z.enum(['reject', 'ask']), ...deciding(), version: z.optional(version) }),
  ]),
)
export type DecisionInput = z.infer<typeof DecisionInput>

/** `versions` is how many the maintainer saw would go. */
export const RedactionInput = z.strictObject({
  reason: lines(SUBMISSION_LENGTHS.reason),
  versions: z.int().check(z.positive()),
})

export const AnswerInput = z.lazy(() => z.strictObject({ text: lines(SUBMISSION_LENGTHS.answer) }))

/** The longest address is by RFC 5321, 4.5.3.1.3, with the correction of erratum 1690 to RFC 3696. */
export const MailInput = z.lazy(() =>
  z.strictObject({
    mailAddress: z
      .email('a mail address, such as ada@example.org')
      .check(z.maxLength(SUBMISSION_LENGTHS.mailAddress)),
  }),
)

/** What a submission proposes, as it is kept: complete for an addition, only what changes for a correction. */
const content = once(() =>
  z.object({
    resource: z.optional(z.extend(proposedResource(), { availability: AvailabilityRow })),
    changes: z.optional(ProposedChanges),
    evidence: z.array(Evidence),
  }),
)
export type SubmissionContent = z.infer<ReturnType<typeof content>>

/** One question of a maintainer or one answer to it. */
export const ThreadEntry = z.lazy(() =>
  z.object({
    by: z.enum(['maintainer', 'submitter']),
    text: z.string(),
    at: z.iso.datetime(),
  }),
)
export type ThreadEntry = z.infer<typeof ThreadEntry>

const record = once(() =>
  z.object({
    reference: z.string(),
    kind: z.enum(SUBMISSION_KINDS),
    state: z.enum(SUBMISSION_STATES),
    version,
    ...content().shape,
    /** The resource it is about; of an addition, once it is approved. */
    slug: z.optional(z.string()),
    baseVersion: z.optional(version),
    reason: z.optional(z.string()),
    thread: z.array(ThreadEntry),
    decision: z.optional(z.object({ reason: z.optional(z.string()), at: z.iso.datetime() })),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  }),
)
/** A submission without anyone's name or contact: what the change log keeps of it. */
export const SubmissionRecord = z.lazy(record)
export type SubmissionRecord = z.infer<typeof SubmissionRecord>

/** With the name of the resource that it is about, as it is now. */
export type NamedSubmission = SubmissionRecord & { readonly resourceName?: string }

/** One's own in a list; `isUnreachable` where a message about it could not be sent, direct messages being closed. */
export type OwnSubmission = NamedSubmission & { readonly isUnreachable: boolean }

/** A submission as who sent it sees it: `id` is the capability, the only key to it. */
export const Submission = z.lazy(() => z.extend(record(), { id: z.string() }))
export type Submission = z.infer<typeof Submission>

/** What the address of an addition says of itself. */
export interface Found {
  /** Nothing but a paper is there: data has another address. */
  readonly isPaper: boolean
  readonly fields: ProposedChanges
  /** Where each field was read; with a value of its own, what a site says otherwise. */
  readonly evidence: readonly Evidence[]
}

/** A form for an addition as it was typed, right or wrong: nothing typed is ever lost. */
export interface Draft {
  readonly url: string
  readonly name: string
  readonly organization: string
  readonly has: readonly DataTypeKey[]
  readonly lacks: readonly DataTypeKey[]
  readonly notes: string
  readonly references?: readonly Reference[]
  /** Without fields where nothing was found, or where the person left it out. */
  readonly found?: Found
}
