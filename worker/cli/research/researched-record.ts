// The shape of a file of researched records, as schema/survey/resources-2026.json: what was read in public sources of
// each resource, and where. What it has beside these is for people to read.

import * as z from 'zod/mini'
import type { AvailabilityRow } from '../../../schema/record/availability.ts'
import { Slug } from '../../../schema/record/text.ts'
import { DATA_TYPES } from '../../../schema/vocabulary.ts'

const words = z.string().check(z.minLength(1))
const perhaps = z.nullable(words)
const list = z.optional(z.array(words))

/** Yes, no or unknown, by their first letters. */
const Letters = z.object(
  Object.fromEntries(DATA_TYPES.map(({ key }) => [key, z.enum(['Y', 'N', 'U'])])) as {
    [Key in keyof AvailabilityRow]: z.ZodMiniEnum<{ Y: 'Y'; N: 'N'; U: 'U' }>
  },
)

export const ResearchedPaper = z.object({
  title: words,
  authors: list,
  year: z.int(),
  venue: z.optional(words),
  doi: z.optional(words),
  arxiv: z.optional(words),
})
export type ResearchedPaper = z.infer<typeof ResearchedPaper>

export const ResearchedRecord = z.object({
  slug: Slug,
  name: words,
  url: words,
  organization: perhaps,
  /** Its row in the survey's Table 1, if it has one. */
  surveyRow: z.nullable(z.int()),
  availability: Letters,
  license: perhaps,
  /** Where sources disagree: what each says. */
  licenseConflict: list,
  /** Numbers by what is counted, the source's words as `text`, and when it was so as `asOf`. */
  counts: z.nullable(z.record(z.string(), z.unknown())),
  formats: z.nullable(z.array(words)),
  paper: z.nullable(ResearchedPaper),
  doi: perhaps,
  status: words,
  statusAsOf: perhaps,
  accessType: words,
  previousUrls: list,
  derivedFrom: list,
  unlistedOrigins: list,
  supersededBy: z.optional(words),
  caution: z.optional(words),
  /** What the survey has wrong. */
  surveyCorrection: z.optional(words),
  /** Where a source speaks against the survey's cells. */
  surveyDisagreement: z.optional(words),
  sunsetNotice: z.optional(words),
  /** Where a field was read. */
  evidence: z.record(z.string(), words),
  /** Everything that was read, and what it says. */
  sources: z.array(z.object({ where: words, facts: z.array(words) })),
})
export type ResearchedRecord = z.infer<typeof ResearchedRecord>

export const ResearchedFile = z.object({
  /** The day of the research. */
  asOf: z.iso.date(),
  resources: z.array(ResearchedRecord),
})
export type ResearchedFile = z.infer<typeof ResearchedFile>
