// What a proposal makes of a record.

import { addressesOf } from './addresses-of.ts'
import { type Evidence, withEvidence } from './claims.ts'
import { withLicenceRead } from './licence-read.ts'
import { NO_FACTS, type Resource } from './resource.ts'
import type { ProposedChanges, SubmissionContent, SubmissionEdit, SubmissionInput } from './submission.ts'
import { withCells } from './values/cells.ts'
import { spdxOf } from './values/licence.ts'
import { LENGTHS } from './values/text.ts'
import { useOf } from './values/use.ts'

/** What is kept of an input. */
export function contentOf(input: SubmissionInput): SubmissionContent {
  const evidence = input.evidence ?? []
  switch (input.kind) {
    case 'addition':
      return {
        resource: { ...input.resource, availability: withCells(input.resource.availability ?? {}) },
        evidence,
      }
    case 'correction':
      return { changes: input.changes, evidence }
    case 'removal':
    case 'confirmation':
      return { evidence }
  }
}

/** The canonical addresses that it proposes, of a page and of a DOI. */
export const proposedAddresses = (content: SubmissionContent): readonly string[] =>
  addressesOf(content.resource ?? content.changes ?? {})

/**
 * A record with the proposed changes, and the evidence for them; the notes are for the maintainer. An address that it
 * leaves stays its own, and so does its slug.
 */
export function withChanges(
  resource: Resource,
  { notes: _, slug: _slug, availability, ...fields }: ProposedChanges & { slug?: string | undefined },
  evidence: readonly Evidence[],
): Resource {
  const next = {
    ...resource,
    ...present(fields),
    availability: withCells(resource.availability, availability),
  }
  const former = next.url === resource.url ? next.formerUrls : [...next.formerUrls, resource.url]
  return withEvidence(
    {
      ...withLicenceRead(next, resource, fields.use),
      formerUrls: [...new Set(former)].filter((url) => url !== next.url).slice(-LENGTHS.formerUrls),
    },
    evidence,
  )
}

/** The record that an addition asks for, as far as it says. */
export function proposedRecord(
  { notes: _, slug: _slug, ...proposed }: NonNullable<SubmissionContent['resource']>,
  evidence: readonly Evidence[],
): Omit<Resource, 'slug' | 'position' | 'version' | 'updatedAt'> {
  const record = {
    ...NO_FACTS,
    references: [],
    status: 'unknown' as const,
    ...present(proposed),
    name: proposed.name,
    url: proposed.url,
    organization: proposed.organization,
    availability: proposed.availability,
  }
  const licenseSpdx = spdxOf(record.license)
  return withEvidence({ ...record, licenseSpdx, use: useOf(licenseSpdx, proposed.use) }, evidence)
}

/** The fields that are there. */
const present = <Fields extends object>(fields: Fields | undefined) =>
  Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>
  }

/** A content with another proposal laid over it, as an edit does. */
export function editedContent(
  { resource, changes, evidence }: SubmissionContent,
  edit: SubmissionEdit,
): SubmissionContent {
  return {
    ...(resource && {
      resource: {
        ...resource,
        ...present(edit.resource),
        availability: withCells(resource.availability, edit.resource?.availability),
      },
    }),
    ...(changes && {
      changes: {
        ...changes,
        ...present(edit.changes),
        ...(edit.changes?.availability && {
          availability: { ...changes.availability, ...present(edit.changes.availability) },
        }),
      },
    }),
    evidence,
  }
}
