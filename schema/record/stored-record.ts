import { type Facts, NO_FACTS, type Resource } from './resource.ts'

/** A record as the log has it: those from before a field came to be are without it. */
export type StoredRecord = Omit<Resource, keyof Facts> & Partial<Facts>

/** The record with every field, in the order in which it is read: what was never said is said to be unknown. */
export function completeRecord(stored: StoredRecord): Resource {
  const { references, status, position, version, updatedAt, ...rest } = stored
  const { slug, name, url, organization, availability, ...facts } = rest
  return {
    slug,
    name,
    url,
    organization,
    availability,
    ...NO_FACTS,
    ...facts,
    references,
    status,
    position,
    version,
    updatedAt,
  }
}

export const parseRecord = (json: string): Resource => completeRecord(JSON.parse(json))
