// The shapes that are named components of the document.

import type * as z from 'zod/mini'
import { Claim, Evidence } from '../../../schema/record/claims.ts'
import { CandidateDecision } from '../../../schema/record/sites/candidate.ts'
import {
  AnswerInput,
  DecisionInput,
  ProposedChanges,
  ProposedResource,
  RedactionInput,
  Submission,
  SubmissionEdit,
  SubmissionInput,
  SubmissionRecord,
  ThreadEntry,
} from '../../../schema/record/submission.ts'
import { AvailabilityRow, SomeCells } from '../../../schema/record/values/availability.ts'
import { Counts } from '../../../schema/record/values/counts.ts'
import { CslDate } from '../../../schema/record/values/dates.ts'
import { Slug } from '../../../schema/record/values/text.ts'
import { Use } from '../../../schema/record/values/use.ts'
import { Version } from '../../../schema/record/values/versions.ts'
import { CslName, Reference } from '../../../schema/record/works/reference.ts'
import {
  ActionPage,
  Alike,
  AnyObject,
  CandidatePage,
  ChangePage,
  Citation,
  CitedReference,
  Comparison,
  Download,
  Health,
  Known,
  Lineage,
  ListedChange,
  LookedUp,
  MaintainerAction,
  Objects,
  OfferedCandidate,
  Problem,
  Redactable,
  Redacted,
  ReferencePage,
  Release,
  ReleasePage,
  Resource,
  ResourcePage,
  Review,
  SomeSubmission,
  Stats,
  SubmissionPage,
  Tally,
} from './shapes.ts'

export const NAMED = {
  ResourcePage,
  Resource,
  Slug,
  AvailabilityRow,
  Reference,
  CslName,
  CslDate,
  Download,
  ReferencePage,
  CitedReference,
  ChangePage,
  ListedChange,
  ReleasePage,
  Release,
  Stats,
  Tally,
  Known,
  Comparison,
  Lineage,
  Claim,
  Counts,
  Use,
  Version,
  SubmissionInput,
  ProposedResource,
  ProposedChanges,
  SomeCells,
  Evidence,
  SubmissionEdit,
  AnswerInput,
  Submission,
  ThreadEntry,
  SubmissionPage,
  SubmissionRecord,
  DecisionInput,
  Review,
  Alike,
  CandidatePage,
  OfferedCandidate,
  CandidateDecision,
  RedactionInput,
  Redactable,
  Redacted,
  ActionPage,
  MaintainerAction,
  Problem,
} as const satisfies { readonly [name: string]: z.ZodMiniType }

/** What operations and tools answer, by name: these as well, which stand in the document where they are used. */
export const ANSWERED = {
  ...NAMED,
  ...{ AnyObject, Citation, Health, LookedUp, Objects, SomeSubmission },
} as const satisfies { readonly [name: string]: z.ZodMiniType }
