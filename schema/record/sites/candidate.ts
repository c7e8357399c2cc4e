// A data set that the registry found by itself and that a maintainer may take up. Nothing is listed by being one.

import * as z from 'zod/mini'
import { SUBMISSION_LENGTHS } from '../submission.ts'
import { writtenAs } from '../values/checked-text.ts'
import { text } from '../values/text.ts'

/** Where data sets are looked for. Zenodo, Figshare, Mendeley Data, Dryad and others register theirs at DataCite. */
export const CANDIDATE_SOURCES = ['datacite', 'huggingFace'] as const
export type CandidateSource = (typeof CANDIDATE_SOURCES)[number]

/** `found` waits behind better ones of its week, `offered` for a maintainer. */
export const CANDIDATE_STATES = ['found', 'offered', 'taken', 'declined'] as const
export type CandidateState = (typeof CANDIDATE_STATES)[number]

/** What speaks for a candidate or against it, and how much. */
export const CANDIDATE_SIGNS = {
  imagesInTitle: 3,
  imagesInWords: 1,
  covidInTitle: 2,
  licenceStated: 1,
  /** Of 10 MB or more. */
  sizeStated: 1,
  imageFiles: 1,
  metadataOnly: -2,
  /** Less than 1 MB: hardly images. */
  small: -2,
  /** It is a part of another data set. */
  part: -3,
  /** A figure, a table or a file that belongs to one paper. */
  supplement: -6,
} as const
export type CandidateSign = keyof typeof CANDIDATE_SIGNS
export const CANDIDATE_SIGN_KEYS = Object.keys(CANDIDATE_SIGNS) as readonly CandidateSign[]

/** A decline needs its reason. */
export const CandidateDecision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('take_up') }),
  z.strictObject({
    decision: z.literal('decline'),
    reason: text(SUBMISSION_LENGTHS.reason).check(writtenAs('lines')),
  }),
])
export type CandidateDecision = z.infer<typeof CandidateDecision>
