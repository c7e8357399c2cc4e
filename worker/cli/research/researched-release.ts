// What a file of researched records makes of the survey's registry, change by change: what release 3.0 was cut from.

import { contentOf, proposedRecord, withChanges } from '../../../schema/record/proposal.ts'
import { proposedChanges } from '../../../schema/record/proposed-changes.ts'
import type { Reference } from '../../../schema/record/reference.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import { sourcesFirst } from '../../../schema/record/sources-first.ts'
import { SubmissionInput } from '../../../schema/record/submission.ts'
import { parse } from '../../domain/intake/parse.ts'
import { researchedAddition, researchedCorrection } from './researched.ts'
import { newPaper } from './researched-papers.ts'
import type { ResearchedFile, ResearchedRecord } from './researched-record.ts'

export interface ResearchedChange {
  readonly action: 'added' | 'corrected'
  /** After the change. */
  readonly record: Resource
  /** A reference that comes with it. */
  readonly paper?: Reference
}

/**
 * The changes in the order in which they can be made, a source before what is derived from it, each at a moment of its
 * own: a millisecond after the one before. What is added stands in the table in the order of the file.
 */
export function researchedChanges(
  { asOf, resources }: ResearchedFile,
  listed: readonly Resource[],
  reason: string,
): readonly ResearchedChange[] {
  const added = resources.filter(({ slug }) => !listed.some((resource) => resource.slug === slug))
  const last = Math.max(...listed.map(({ position }) => position))
  return sourcesFirst(resources)
    .flatMap((record) => {
      const before = listed.find(({ slug }) => slug === record.slug)
      return before
        ? (correction(record, before, reason) ?? [])
        : addition(record, last + 1 + added.indexOf(record))
    })
    .map((change, i) => ({
      ...change,
      record: { ...change.record, updatedAt: new Date(Date.parse(asOf) + i).toISOString() },
    }))
}

function addition(researched: ResearchedRecord, position: number): ResearchedChange {
  const { fields, evidence } = researchedAddition(researched)
  const content = contentOf(
    parse(SubmissionInput, { kind: 'addition', resource: fields, evidence: [...evidence] }, 'record'),
  )
  if (!content.resource) throw new Error('An addition has a resource.')
  const record = proposedRecord(content.resource, content.evidence)
  const paper = newPaper(researched, [])
  return {
    action: 'added',
    record: {
      slug: researched.slug,
      ...record,
      references: paper ? [paper] : [],
      position,
      version: 1,
      updatedAt: '',
    },
    ...(paper && { paper }),
  }
}

function correction(
  researched: ResearchedRecord,
  before: Resource,
  reason: string,
): ResearchedChange | undefined {
  const { slug, version, references } = before
  const different = proposedChanges(before, researchedCorrection(researched, before))
  const paper = newPaper(researched, references)
  if (!different && !paper) return undefined
  const content = different
    ? contentOf(
        parse(
          SubmissionInput,
          {
            kind: 'correction',
            slug,
            baseVersion: version,
            reason,
            changes: different.changes,
            evidence: [...different.evidence],
          },
          'record',
        ),
      )
    : { evidence: [] }
  const record = withChanges(before, content.changes ?? {}, content.evidence)
  return {
    action: 'corrected',
    record: { ...record, references: paper ? [...references, paper] : references, version: version + 1 },
    ...(paper && { paper }),
  }
}
