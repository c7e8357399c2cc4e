// What a look-up of a listed resource says today, beside what the record says: the difference that is worth a proposal.

import type { Evidence } from '../../../schema/record/claims.ts'
import type { Resource } from '../../../schema/record/resource.ts'
import type { LookUp } from '../../../schema/record/sites/look-up.ts'
import type { UpstreamSaying } from '../../../schema/record/sites/upstream.ts'
import type { ProposedChanges } from '../../../schema/record/submission.ts'
import { canonicalAddress } from '../../../schema/record/values/addresses/address.ts'
import { spdxOf } from '../../../schema/record/values/licence.ts'
import { fold } from '../../../schema/text/fold.ts'
import { hasEnded } from '../../../schema/vocabulary.ts'
import { githubAddress } from '../look-up/github.ts'
import { huggingFaceAddress } from '../look-up/hugging-face.ts'

/** What it says of the facts that are compared. A site that says nothing of one now is taken to say what it said before. */
export function sayingOf({ fields, isPaper }: LookUp, before: UpstreamSaying | null): UpstreamSaying {
  if (isPaper) return before ?? {}
  const { license, name, status, url, versions } = fields
  return {
    ...before,
    ...(typeof license === 'string' && { license }),
    ...(typeof name === 'string' && { name }),
    ...(typeof url === 'string' && { url }),
    // Archived is what a repository is said to be, and nothing says that it is not.
    ...{ isArchived: status === 'frozen' },
    ...(versions && { versions: versions.map(({ label }) => label) }),
  }
}

interface Compared {
  readonly record: Resource
  readonly lookUp: LookUp
  /** What the site said at the last look; null at the first. */
  readonly before: UpstreamSaying | null
}

/** The correction; undefined where nothing changed that the record does not say already. */
export function upstreamCorrection(
  compared: Compared,
): { readonly changes: ProposedChanges; readonly evidence: readonly Evidence[] } | undefined {
  const { lookUp } = compared
  if (lookUp.isPaper) return undefined
  const changes: ProposedChanges = {
    ...licence(compared),
    ...archived(compared),
    ...renamed(compared),
    ...newVersions(compared),
  }
  const fields = Object.keys(changes)
  if (fields.length === 0) return undefined
  return {
    changes,
    evidence: lookUp.evidence.filter(({ field, value }) => value === undefined && fields.includes(field)),
  }
}

/** Of a record that says something else, or of which a source is known to: a difference that stays is proposed once. */
function licence({ record, lookUp: { fields }, before }: Compared): ProposedChanges {
  const { license } = fields
  if (typeof license !== 'string') return {}
  const isSame = (other: unknown) =>
    typeof other === 'string' && (fold(other) === fold(license) || sameLicence(other, license))
  const isKnown =
    isSame(record.license) ||
    isSame(before?.license) ||
    record.claims.some(({ field, value }) => field === 'license' && isSame(value))
  return isKnown ? {} : { license }
}

const sameLicence = (a: string, b: string): boolean => {
  const [one, other] = [spdxOf(a), spdxOf(b)]
  return one !== null && one !== 'other' && one === other
}

const archived = ({ record: { status }, lookUp: { fields }, before }: Compared): ProposedChanges =>
  fields.status === 'frozen' && before?.isArchived !== true && status !== 'frozen' && !hasEnded(status)
    ? { status: 'frozen' }
    : {}

/** The name of a repository or a data set at a site of repositories, which its address has. */
const repositoryOf = (address: string): string | undefined =>
  (githubAddress(address) ?? huggingFaceAddress(address))?.toLowerCase()

/**
 * A repository that was renamed answers under its old name with its new address. Its name is the record's where the record
 * had the old one: most records have a name of their own.
 */
function renamed({ record, lookUp: { fields, evidence }, before }: Compared): ProposedChanges {
  const { url, name } = fields
  const [known, present] = [repositoryOf(record.url), repositoryOf(url ?? '')]
  const isMoved =
    typeof url === 'string' &&
    known !== undefined &&
    present !== undefined &&
    known !== present &&
    before?.url !== url &&
    canonicalAddress(url) !== canonicalAddress(record.url)
  // A page for maintenance, or one that asks whether a person reads it, has a title too.
  const isTitle = evidence.some(({ field, source }) => field === 'name' && source === record.url)
  const isRenamed =
    typeof name === 'string' &&
    !isTitle &&
    before?.name !== undefined &&
    fold(before.name) !== fold(name) &&
    fold(before.name) === fold(record.name)
  return { ...(isMoved && { url }), ...(isRenamed && { name }) }
}

/** Versions that the site did not name at the last look, nor the record: before the first look nothing is known to be new. */
function newVersions({ record, lookUp: { fields }, before }: Compared): ProposedChanges {
  const { versions = [] } = fields
  if (before === null || versions === null) return {}
  const known = [...(before.versions ?? []), ...record.versions.map(({ label }) => label)].map(versionKey)
  const added = versions.filter(({ label }) => !known.includes(versionKey(label)))
  return added.length === 0 ? {} : { versions: [...record.versions, ...added] }
}

/** "v1.2" and "Version 1.2" are one. */
const versionKey = (label: string): string => fold(label).replace(/^(?:version|v\.?|release) ?(?=\d)/, '')
