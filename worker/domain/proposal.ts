import type { AvailabilityRow, Resource } from '../../schema/contract.ts'
import { RegistryError } from '../../schema/errors.ts'
import type {
  ProposedChanges,
  SubmissionContent,
  SubmissionEdit,
  SubmissionInput,
} from '../../schema/submission.ts'
import { type Availability, DATA_TYPES, type DataTypeKey } from '../../schema/vocabulary.ts'
import { cleanLines, cleanText } from './clean-text.ts'
import { checkWebAddress } from './web-address.ts'

type Problem = { readonly field: string; readonly problem: string }

/** Collects what is wrong with each field, so that a sender is told everything at once. */
class Checks {
  readonly problems: Problem[] = []

  /** The cleaned text; where something is wrong with it, the problem is noted and the text stays. */
  line(field: string, given: string): string {
    return this.note(field, given, cleanText(given))
  }

  lines(field: string, given: string): string {
    return this.note(field, given, cleanLines(given))
  }

  address(field: string, given: string): string {
    const result = checkWebAddress(given)
    return this.note(field, given, 'url' in result ? { text: result.url } : result)
  }

  private note(field: string, given: string, result: { text: string } | { problem: string }): string {
    if ('text' in result) return result.text
    this.problems.push({ field, problem: result.problem })
    return given
  }
}

/** Applies `clean` to each of the named fields that is there. */
function cleaned<Fields extends object>(
  fields: Fields,
  clean: { readonly [Name in keyof Fields]?: (value: string) => string },
): Fields {
  const entries = Object.entries(fields).map(([name, value]) => {
    const rule = clean[name as keyof Fields]
    return [name, rule && typeof value === 'string' ? rule(value) : value]
  })
  return Object.fromEntries(entries) as Fields
}

const ruled = (checks: Checks, path: string) => ({
  name: (value: string) => checks.line(`${path}.name`, value),
  url: (value: string) => checks.address(`${path}.url`, value),
  organization: (value: string) => checks.line(`${path}.organization`, value),
  notes: (value: string) => checks.lines(`${path}.notes`, value),
})

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
        cleaned(item, { source: (value) => checks.line(`evidence.${i}.source`, value) }),
      ),
    }),
  }
  const result = withContent(input, checks)
  if (input.kind === 'correction' && !changesAnything(input.changes))
    checks.problems.push({ field: 'changes', problem: 'Name at least one thing to change.' })
  refuse(checks.problems)
  return { ...result, ...clean } as SubmissionInput
}

/** An edit with its texts normalised, held to the same rules. */
export function cleanEdit(edit: SubmissionEdit): SubmissionEdit {
  const checks = new Checks()
  const result = {
    ...edit,
    ...(edit.resource && { resource: cleaned(edit.resource, ruled(checks, 'resource')) }),
    ...(edit.changes && { changes: cleaned(edit.changes, ruled(checks, 'changes')) }),
    ...(edit.reason !== undefined && { reason: checks.lines('reason', edit.reason) }),
  }
  refuse(checks.problems)
  return result
}

/** One text with lines in it, normalised. */
export function cleanReason(field: string, given: string): string {
  const checks = new Checks()
  const text = checks.lines(field, given)
  refuse(checks.problems)
  return text
}

/** One text on a line, normalised. */
export function cleanShort(field: string, given: string): string {
  const checks = new Checks()
  const text = checks.line(field, given)
  refuse(checks.problems)
  return text
}

function withContent(input: SubmissionInput, checks: Checks): SubmissionInput {
  switch (input.kind) {
    case 'addition':
      return { ...input, resource: cleaned(input.resource, ruled(checks, 'resource')) }
    case 'correction':
      return { ...input, changes: cleaned(input.changes, ruled(checks, 'changes')) }
    case 'removal':
      return input
  }
}

export function refuse(problems: readonly Problem[]): void {
  if (problems.length === 0) return
  const told = problems.map(({ field, problem }) => `${field}: ${problem}`).join(' ')
  throw new RegistryError('invalid', told, { problems })
}

const changesAnything = ({ availability, ...fields }: ProposedChanges): boolean =>
  Object.values(fields).some((value) => value !== undefined) || Object.keys(availability ?? {}).length > 0

/** Some cells, as they come through a contract. */
type SomeCells = { readonly [Key in DataTypeKey]?: Availability | undefined } | undefined

/** A row of cells with some of them laid over it. */
const withCells = (row: AvailabilityRow, cells: SomeCells): AvailabilityRow =>
  Object.fromEntries(DATA_TYPES.map(({ key }) => [key, cells?.[key] ?? row[key]])) as AvailabilityRow

const UNKNOWN = Object.fromEntries(DATA_TYPES.map(({ key }) => [key, 'unknown'])) as AvailabilityRow

/** What is kept of an input. */
export function contentOf(input: SubmissionInput): SubmissionContent {
  const evidence = input.evidence ?? []
  switch (input.kind) {
    case 'addition':
      return {
        resource: { ...input.resource, availability: withCells(UNKNOWN, input.resource.availability) },
        evidence,
      }
    case 'correction':
      return { changes: input.changes, evidence }
    case 'removal':
      return { evidence }
  }
}

/** The address that it proposes, if any. */
export const proposedUrl = (content: SubmissionContent): string | undefined =>
  content.resource?.url ?? content.changes?.url

/** A record with the proposed changes; the notes are for the maintainer. */
export function withChanges(
  resource: Resource,
  { notes: _, availability, ...fields }: ProposedChanges,
): Resource {
  return { ...resource, ...present(fields), availability: withCells(resource.availability, availability) }
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
