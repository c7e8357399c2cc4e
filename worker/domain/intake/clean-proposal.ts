// What people send in, with its texts normalised; or every field at fault.

import { faultyFields } from '../../../schema/errors.ts'
import type { FieldName, FieldPath } from '../../../schema/field-path.ts'
import { identifiersIn } from '../../../schema/record/address.ts'
import type { ProposedChanges, SubmissionEdit, SubmissionInput } from '../../../schema/record/submission.ts'
import type { Problem, Refused } from '../../../schema/refusals.ts'
import { cleanLines, cleanText } from './clean-text.ts'
import { checkWebAddress } from './web-address.ts'

/** Collects what is wrong with each field, so that a sender is told everything at once. */
class Checks {
  readonly problems: Problem[] = []

  /** The cleaned text; where something is wrong with it, the problem is noted and the text stays. */
  line(field: FieldPath, given: string): string {
    return this.note(field, given, cleanText(given))
  }

  lines(field: FieldPath, given: string): string {
    return this.note(field, given, cleanLines(given))
  }

  address(field: FieldPath, given: string): string {
    const result = checkWebAddress(given)
    return this.note(field, given, 'url' in result ? { text: result.url } : result)
  }

  doi(field: FieldPath, given: string): string {
    const { doi } = identifiersIn(given)
    if (doi === undefined) this.problems.push({ field, name: 'noDoi', values: [] })
    return doi ?? given
  }

  private note(field: FieldPath, given: string, result: { text: string } | { problem: Refused }): string {
    if ('text' in result) return result.text
    this.problems.push({ ...result.problem, field })
    return given
  }
}

/** Applies `clean` to each of the named fields that is there, of a list to each entry. */
function cleaned<Fields extends object>(
  fields: Fields,
  clean: { readonly [Name in keyof Fields]?: (value: string) => string },
): Fields {
  const entries = Object.entries(fields).map(([name, value]) => {
    const rule = clean[name as keyof Fields]
    if (rule && Array.isArray(value)) return [name, [...new Set(value.map(rule))]]
    return [name, rule && typeof value === 'string' ? rule(value) : value]
  })
  return Object.fromEntries(entries) as Fields
}

/** What a proposal of either kind is, with its texts normalised. */
function cleanProposal<Proposal extends ProposedChanges>(
  checks: Checks,
  path: 'resource' | 'changes',
  proposal: Proposal,
): Proposal {
  const line = (field: FieldName) => (value: string) => checks.line(`${path}.${field}`, value)
  const address = (field: FieldName) => (value: string) => checks.address(`${path}.${field}`, value)
  const texts = cleaned<ProposedChanges>(proposal, {
    name: line('name'),
    url: address('url'),
    organization: line('organization'),
    notes: (value) => checks.lines(`${path}.notes`, value),
    license: line('license'),
    formats: line('formats'),
    doi: (value) => checks.doi(`${path}.doi`, value),
    formerUrls: address('formerUrls'),
    successor: line('successor'),
    cautions: line('cautions'),
    origins: line('origins'),
  })
  const counts = texts.counts && cleaned(texts.counts, { text: line('counts.text') })
  return { ...texts, ...(counts && { counts }) } as Proposal
}

/** An input with its texts normalised; `invalid`, naming every field at fault, where something must not be listed. */
export function cleanInput(input: SubmissionInput): SubmissionInput {
  const checks = new Checks()
  const clean = {
    ...(input.reason !== undefined && { reason: checks.lines('reason', input.reason) }),
    ...(input.submitter && {
      submitter: cleaned(input.submitter, {
        name: (value) => checks.line('submitter.name', value),
        contact: (value) => checks.line('submitter.contact', value),
      }),
    }),
    ...(input.evidence && {
      evidence: input.evidence.map((item, i) =>
        cleaned(item, {
          source: (value) => checks.line(`evidence.${i}.source`, value),
          value: (value) => checks.line(`evidence.${i}.value`, value),
        }),
      ),
    }),
  }
  const result = withContent(input, checks)
  if (input.kind === 'correction' && !changesAnything(input.changes) && !input.evidence?.length)
    checks.problems.push({ field: 'changes', name: 'nothingToChange', values: [] })
  refuse(checks.problems)
  return { ...result, ...clean } as SubmissionInput
}

/** An edit with its texts normalised, held to the same rules. */
export function cleanEdit(edit: SubmissionEdit): SubmissionEdit {
  const checks = new Checks()
  const result = {
    ...edit,
    ...(edit.resource && { resource: cleanProposal(checks, 'resource', edit.resource) }),
    ...(edit.changes && { changes: cleanProposal(checks, 'changes', edit.changes) }),
    ...(edit.reason !== undefined && { reason: checks.lines('reason', edit.reason) }),
  }
  refuse(checks.problems)
  return result
}

/** One text with lines in it, normalised. */
export function cleanReason(field: FieldPath, given: string): string {
  const checks = new Checks()
  const text = checks.lines(field, given)
  refuse(checks.problems)
  return text
}

/** One text on a line, normalised. */
export function cleanShort(field: FieldPath, given: string): string {
  const checks = new Checks()
  const text = checks.line(field, given)
  refuse(checks.problems)
  return text
}

function withContent(input: SubmissionInput, checks: Checks): SubmissionInput {
  switch (input.kind) {
    case 'addition':
      return { ...input, resource: cleanProposal(checks, 'resource', input.resource) }
    case 'correction':
      return { ...input, changes: cleanProposal(checks, 'changes', input.changes) }
    case 'removal':
      return input
  }
}

/** Refuses for every field at fault, if any is. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw faultyFields(problems)
}

const changesAnything = ({ availability, ...fields }: ProposedChanges): boolean =>
  Object.values(fields).some((value) => value !== undefined) || Object.keys(availability ?? {}).length > 0
