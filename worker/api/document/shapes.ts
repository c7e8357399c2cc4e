// The shapes of response bodies, for the document and for the tests that check every response against it. The Worker
// answers without them: an operation says by name what it answers (worker/api/operation.ts).

import * as z from 'zod/mini'
import { CONFLICTS, ERROR_CODES } from '../../../schema/errors.ts'
import { SOUGHT, type SoughtKey } from '../../../schema/record/field-keys.ts'
import { MEASURES } from '../../../schema/record/filters.ts'
import { OVERLAPS } from '../../../schema/record/lineage/graph.ts'
import { Resource as Described } from '../../../schema/record/resource.ts'
import { CANDIDATE_SIGN_KEYS, CANDIDATE_SOURCES } from '../../../schema/record/sites/candidate.ts'
import { Link } from '../../../schema/record/sites/link.ts'
import { LookUp } from '../../../schema/record/sites/look-up.ts'
import { ProposedChanges, Submission, SubmissionRecord } from '../../../schema/record/submission.ts'
import { AvailabilityRow } from '../../../schema/record/values/availability.ts'
import { Slug } from '../../../schema/record/values/text.ts'
import { Reference } from '../../../schema/record/works/reference.ts'
import {
  ACCESS,
  ACTION_SUBJECTS,
  AVAILABILITY,
  CHANGE_ACTIONS,
  DATA_TYPE_KEYS,
  DATA_TYPES,
  MACHINES,
  MAINTAINER_ACTIONS,
  RESOURCE_STATUSES,
} from '../../../schema/vocabulary.ts'
import type { HealthReport } from '../../health.ts'
import { REFUSAL_CODES } from '../problem.ts'

/** A record, where it is of now with what the last look at its address says. */
export const Resource = z.extend(Described, { link: z.optional(Link) })

const count = z.int().check(z.minimum(0))
const instant = z.iso.datetime()

/** The shape of every list. */
const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.strictObject({ items: z.array(item), nextCursor: z.nullable(z.string()) })

/** JSON with a specification of its own: JSON-LD, an item of CSL-JSON, a JSON Schema, an OpenAPI document. */
export const AnyObject = z.looseObject({})

export const Objects = z.array(AnyObject)

/** References as a tool of the Model Context Protocol gives them. */
export const Citation = z.strictObject({ mediaType: z.string(), text: z.string() })

export const CitedReference = z.strictObject({ ...Reference.shape, citedBy: z.array(z.string()) })

export const ListedChange = z.strictObject({
  sequence: count,
  slug: z.string(),
  name: z.string(),
  action: z.enum(CHANGE_ACTIONS),
  version: z.int(),
  at: instant,
  reason: z.optional(z.string()),
  submission: z.optional(z.string()),
  before: z.optional(Resource),
  after: Resource,
})

export const Release = z.strictObject({
  version: z.string(),
  title: z.string(),
  authors: z.array(
    z.union([
      z.strictObject({
        family: z.string(),
        given: z.optional(z.string()),
        affiliation: z.optional(z.string()),
      }),
      z.strictObject({ literal: z.string(), affiliation: z.optional(z.string()) }),
    ]),
  ),
  keywords: z.array(z.string()),
  note: z.string(),
  releasedOn: z.iso.date(),
  resources: count,
})

export const Tally = z.strictObject(
  Object.fromEntries(AVAILABILITY.map((value) => [value, count])) as Record<
    (typeof AVAILABILITY)[number],
    typeof count
  >,
)

export const Known = z.strictObject({ known: count, unknown: count })

export const Stats = z.strictObject({
  resources: count,
  references: count,
  availability: z.strictObject(
    Object.fromEntries(DATA_TYPES.map(({ key }) => [key, Tally])) as Record<
      (typeof DATA_TYPES)[number]['key'],
      typeof Tally
    >,
  ),
  /** The number of resources in which each field is known, and unknown. */
  completeness: z.strictObject(
    Object.fromEntries(SOUGHT.map((field) => [field, Known])) as Record<SoughtKey, typeof Known>,
  ),
  release: z.strictObject({ version: z.string(), title: z.string(), releasedOn: z.iso.date() }),
  changedAt: z.optional(instant),
})

const { address, isPaper, evidence, inquiries } = LookUp.shape

export const LookedUp = z.strictObject({
  address,
  isPaper,
  /** What a submission of it could propose. */
  resource: ProposedChanges,
  evidence,
  inquiries,
  listed: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
})

export const Alike = z.strictObject({
  name: z.string(),
  reason: z.string(),
  slug: z.optional(z.string()),
  reference: z.optional(z.string()),
})

export const OfferedCandidate = z.strictObject({
  id: count,
  source: z.enum(CANDIDATE_SOURCES),
  url: z.string(),
  publisher: z.string(),
  name: z.string(),
  state: z.enum(['offered', 'taken', 'declined']),
  score: z.int(),
  /** What speaks for it and against it. */
  signs: z.array(z.enum(CANDIDATE_SIGN_KEYS)),
  /** What a submission of it proposes. */
  resource: ProposedChanges,
  evidence,
  alike: z.array(Alike),
  offeredAt: instant,
  listedAs: z.optional(z.string()),
  waitingAs: z.optional(z.string()),
  decidedBy: z.optional(z.string()),
  decidedAt: z.optional(instant),
  reason: z.optional(z.string()),
  submission: z.optional(z.string()),
})

export const CandidatePage = pageOf(OfferedCandidate)

export const Review = z.strictObject({
  submission: SubmissionRecord,
  submitter: z.strictObject({
    name: z.optional(z.string()),
    contact: z.optional(z.string()),
    discordId: z.optional(z.string()),
    machine: z.optional(z.enum(MACHINES)),
    isBlocked: z.boolean(),
    isUnreachable: z.boolean(),
    approved: count,
    rejected: count,
  }),
  isOwn: z.boolean(),
  resource: z.optional(Resource),
  before: z.optional(Resource),
  alike: z.array(Alike),
  declined: z.array(SubmissionRecord),
  decidedBy: z.optional(z.string()),
  history: z.array(
    z.strictObject({
      version: z.int(),
      action: z.enum(CHANGE_ACTIONS),
      at: instant,
      reason: z.optional(z.string()),
      by: z.optional(z.string()),
    }),
  ),
  waiting: count,
})

/** A maintainer who opens a submission by its reference does not get its secret id. */
export const SomeSubmission = z.union([Submission, SubmissionRecord])

/** How `q` was read: words as they were typed, folded. */
const Understood = z.strictObject({
  address: z.optional(z.string()),
  dataTypes: z.array(z.enum(DATA_TYPE_KEYS)),
  excluded: z.array(z.enum(DATA_TYPE_KEYS)),
  words: z.array(z.string()),
  leftAside: z.array(z.string()),
  readAs: z.array(z.strictObject({ typed: z.string(), meant: z.string() })),
  sort: z.optional(z.enum(MEASURES)),
  isForAll: z.boolean(),
  complete: z.boolean(),
})

export const ResourcePage = z.extend(pageOf(Resource), { understood: z.optional(Understood) })
export const ReferencePage = pageOf(CitedReference)
export const ChangePage = pageOf(ListedChange)
export const ReleasePage = pageOf(Release)
export const SubmissionPage = pageOf(SubmissionRecord)

/** `by` is absent where the host did it, on the command line. */
export const MaintainerAction = z.strictObject({
  id: count,
  action: z.enum(MAINTAINER_ACTIONS),
  by: z.optional(z.strictObject({ name: z.optional(z.string()), discordId: z.optional(z.string()) })),
  subject: z.strictObject({
    kind: z.enum(ACTION_SUBJECTS),
    key: z.optional(z.string()),
    name: z.optional(z.string()),
  }),
  version: z.optional(z.int()),
  reason: z.optional(z.string()),
  at: instant,
})
/** What a redaction would take: `versions` of the resource and of submissions together, and the references of these. */
export const Redactable = z.strictObject({
  name: z.optional(z.string()),
  versions: count,
  submissions: z.array(z.string()),
})

export const Redacted = z.strictObject({ versions: count, at: instant })

export const ActionPage = pageOf(MaintainerAction)

/** All resources in the shape of one page; `state` is its as-of moment. */
export const Download = z.strictObject({
  title: z.string(),
  state: z.strictObject({
    sequence: count,
    changedAt: z.optional(instant),
    release: z.optional(z.string()),
  }),
  items: z.array(Resource),
  nextCursor: z.null(),
})

/** RFC 9457, with members of our own. */
export const Problem = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum([...ERROR_CODES, ...CONFLICTS, ...REFUSAL_CODES, 'internal']),
  requestId: z.string(),
  problems: z.optional(z.array(z.strictObject({ field: z.string(), problem: z.string() }))),
  slug: z.optional(z.string()),
  retryAfter: z.optional(count),
})

/** `shared` has the slugs and origins whose data both resources have. */
export const Comparison = z.strictObject({
  a: Resource,
  b: Resource,
  shared: z.array(z.string()),
  overlap: z.boolean(),
  relation: z.enum(OVERLAPS),
})

const LineageNode = z.union([
  z.strictObject({
    kind: z.literal('resource'),
    slug: Slug,
    name: z.string(),
    status: z.enum(RESOURCE_STATUSES),
    license: z.nullable(z.string()),
    licenseSpdx: z.nullable(z.string()),
    access: z.enum(ACCESS),
    availability: AvailabilityRow,
  }),
  z.strictObject({ kind: z.literal('origin'), name: z.string() }),
])

/** Data of `from` are in `to`. A resource is identified by its slug, an origin by its name. */
export const Lineage = z.strictObject({
  nodes: z.array(LineageNode),
  edges: z.array(z.strictObject({ from: z.string(), to: z.string(), sources: z.array(z.string()) })),
})

const moment = z.nullable(instant)

export const Health: z.ZodMiniType<HealthReport> = z.strictObject({
  status: z.enum(['ok', 'degraded']),
  reasons: z.array(z.string()),
  version: z.string(),
  build: z.string(),
  readOnly: z.nullable(z.string()),
  migrations: z.strictObject({ applied: count, expected: count }),
  cron: z.strictObject({ ranAt: moment, secondsAgo: z.nullable(z.int()) }),
  waiting: count,
  deliveries: z.strictObject({ waiting: count, oldestDueAt: moment, dead: count }),
})
