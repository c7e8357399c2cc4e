import { type Facts, NO_FACTS, type Resource } from './resource.ts'
import type { SubmissionContent } from './submission.ts'
import type { AvailabilityRow } from './values/availability.ts'
import { withCells } from './values/cells.ts'
import { useOf } from './values/use.ts'

/** A record as the log has it: those from before a field or a data type came to be are without it. */
export type StoredRecord = Omit<Resource, keyof Facts | 'availability'> &
  Partial<Facts> & { readonly availability: Partial<AvailabilityRow> }

/**
 * The record with every field, in the order in which it is read: what was never said is said to be unknown, but for the use
 * that its licence allows.
 */
export function completeRecord(stored: StoredRecord): Resource {
  const { references, status, position, version, updatedAt, ...rest } = stored
  const { slug, name, url, organization, availability, ...facts } = rest
  return {
    slug,
    name,
    url,
    organization,
    availability: withCells(availability),
    ...NO_FACTS,
    use: useOf(facts.licenseSpdx ?? null),
    ...facts,
    references,
    status,
    position,
    version,
    updatedAt,
  }
}

/** What a submission proposes, likewise: an addition has every cell. */
export const parseContent = (json: string): SubmissionContent => {
  const content: SubmissionContent = JSON.parse(json)
  const { resource } = content
  return resource
    ? { ...content, resource: { ...resource, availability: withCells(resource.availability) } }
    : content
}

export const parseRecord = (json: string): Resource => completeRecord(JSON.parse(json))
