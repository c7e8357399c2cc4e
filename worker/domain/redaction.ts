// What takes the place of a text that must go: in a record as a whole, or of one person's name in any text.

import { NO_FACTS, type Resource } from '../../schema/record/resource.ts'
import type { Found, SubmissionContent, SubmissionRecord } from '../../schema/record/submission.ts'

export const REDACTED = '[redacted]'
export const ERASED = '[erased]'

/** RFC 2606 reserves the domain: this address leads nowhere. */
export const NOWHERE = 'https://redacted.invalid/'

/** Only what lists count by, and the slug, which names the page that says why. */
export const redactedResource = (record: Resource): Resource => ({
  ...record,
  ...NO_FACTS,
  name: REDACTED,
  url: NOWHERE,
  organization: REDACTED,
  references: [],
})

/** What a candidate's site said of it. */
export const REDACTED_FOUND: Found = {
  isPaper: false,
  fields: { name: REDACTED, url: NOWHERE, organization: REDACTED },
  evidence: [],
}

function redactedContent({ resource, changes }: SubmissionContent): SubmissionContent {
  const described = { name: REDACTED, url: NOWHERE, organization: REDACTED }
  return {
    ...(resource && { resource: { ...described, availability: resource.availability } }),
    ...(changes && { changes: changes.availability ? { availability: changes.availability } : {} }),
    evidence: [],
  }
}

/** A submission without any of its texts. */
export const redactedSubmission = (record: SubmissionRecord): SubmissionRecord => {
  const { resource: _resource, changes: _changes, evidence: _evidence, reason, decision, ...rest } = record
  return {
    ...rest,
    ...redactedContent(record),
    ...(reason !== undefined && { reason: REDACTED }),
    thread: record.thread.map((entry) => ({ ...entry, text: REDACTED })),
    ...(decision && {
      decision: { ...decision, ...(decision.reason !== undefined && { reason: REDACTED }) },
    }),
  }
}

/** Facts of a data set that anyone can read elsewhere: who made it stays, also where that is the erased person. */
const PUBLISHED: readonly string[] = ['name', 'organization', 'references', 'aliases', 'origins']

/** A value with each of the texts replaced, in all that it holds; `published` facts lose them too where it is true. */
export function withoutTexts<Value>(value: Value, texts: readonly string[], published: boolean): Value {
  const replaced = (inner: unknown): unknown => {
    if (typeof inner === 'string') return texts.reduce((text, one) => text.replaceAll(one, ERASED), inner)
    if (Array.isArray(inner)) return inner.map(replaced)
    if (typeof inner !== 'object' || inner === null) return inner
    return Object.fromEntries(
      Object.entries(inner).map(([key, one]) => [
        key,
        !published && PUBLISHED.includes(key) ? one : replaced(one),
      ]),
    )
  }
  // The cast holds: only texts are replaced, by texts.
  return replaced(value) as Value
}
