// What the registry says when it refuses, in English, each sentence with what it names. Doors that speak other languages
// have the same sentences in those, by the same names: what is missing there does not compile.

import type { FieldName, FieldPath } from './field-path.ts'
import type { DailyCounted, SubmissionState } from './vocabulary.ts'

/** What a text is called in a sentence about it. */
const CALLED = { text: 'The text', address: 'The address' } as const

/** Characters that no text may have. */
const UNWANTED = {
  direction: 'an invisible character that directs how text runs',
  control: 'a control character',
  half: 'half a character',
  lost: 'a stand-in for a character that was lost',
  meaningless: 'a character without a public meaning',
  invisible: 'an invisible character',
} as const

/** Types of JSON. */
const TYPES: { readonly [type: string]: string } = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  object: 'an object',
  array: 'a list',
}

/** Permissions in a channel of Discord. */
const PERMISSIONS = {
  view: 'View Channel',
  send: 'Send Messages',
  sendInThreads: 'Send Messages in Threads',
  manageThreads: 'Manage Threads',
} as const

const COUNTED: { readonly [Counted in DailyCounted]: string } = {
  submissions: 'submissions',
  changes: 'changes to submissions',
  drafts: 'drafts',
  watches: 'new watches',
}

/** What is wrong with an entry of BibTeX. */
const BIBTEX_FAULTS = {
  notClosed: 'is not closed: a brace or a quotation mark is missing',
  noValue: 'has something in it that is no field: a comma or a brace may be missing',
  noFields: 'has no fields',
} as const

/** The states that a submission does not leave by itself. */
export type FinalState = Extract<SubmissionState, 'approved' | 'rejected' | 'withdrawn'>

/** "2026-11-23 at 10:05 UTC" */
const moment = (iso: string) => `${iso.slice(0, 10)} at ${iso.slice(11, 16)} UTC`

export const REFUSALS = {
  // Finding.
  licenseUnnamed: (typed: string, nearest: string) =>
    `“${typed}” names no licence of the SPDX list. ${nearest === '' ? 'One is named as in' : `The nearest there is ${nearest}; else give one as in`} CC BY 4.0, MIT or ODbL; or “other”, or “unknown”.`,
  noSuchSlug: (slug: string) => `Nothing listed has the slug “${slug}”.`,
  noSuchSlugThen: (slug: string) => `Nothing listed at that moment has the slug “${slug}”.`,
  nothingCalled: (text: string) =>
    `Nothing listed is called “${text}”. Try a part of its name, its address or its DOI.`,
  nothingCalledBut: (text: string, nearest: readonly string[]) =>
    `Nothing listed is called “${text}”. The nearest: ${nearest.map((name) => `“${name}”`).join(', ')}.`,
  twiceTheSame: (name: string) => `“${name}” is named twice: choose different data sets.`,
  noSuchRelease: (version: string) => `There is no release “${version}”.`,
  momentToCome: () => 'That moment lies in the future.',

  // Submitting.
  blocked: () => 'A maintainer has blocked you: the registry takes nothing from you.',
  senderBlocked: () => 'A maintainer has blocked this sender: the registry takes nothing from them.',
  enoughToday: (most: number, counted: DailyCounted) =>
    `That is all for today: ${most} ${COUNTED[counted]} a day.`,
  senderUnknown: () =>
    'The registry can’t take this: requests reach it without the header CF-Connecting-IP, so it can’t tell senders apart. Its host has to let Cloudflare send that header.',
  recordTooLarge: (most: number) =>
    `This is too much: with everything in it, a submission has at most ${most} KiB.`,
  tooManyVersions: (most: number) =>
    `This submission has changed ${most} times, and that is the most. A maintainer decides on it as it is; you can still withdraw it.`,
  tooFast: () => 'Not so fast: please wait a minute.',
  addressListed: (slug: string) => `This address is listed already, as “${slug}”.`,
  addressTakenOff: (slug: string) =>
    `This address was listed as “${slug}”, and taken off the list: a maintainer can restore it.`,
  addressWaits: () => 'A submission of this address already waits for a maintainer.',
  addressTaken: () => 'This address is listed already, or waits in another submission.',
  keyReused: () => 'This Idempotency-Key came with another submission before.',
  draftGone: () =>
    'This draft is gone: it was sent, discarded, is older than a day, or gave way to your newer ones. Drafts of others are theirs alone.',

  // What becomes of a submission.
  noSuchSubmission: (key: string) => `There is no submission “${key}” that you can see.`,
  submissionChanged: () => 'This submission has changed since you looked at it.',
  tooManyAtOnce: () => 'Too many changes at once: please look at it again.',
  /** `by` is empty where no name is known. */
  decidedBefore: (by: string, state: FinalState, at: string) =>
    `${by || 'A maintainer'} ${state} this already, on ${moment(at)}.`,
  overAlready: (state: FinalState) => `This submission was ${state} already.`,
  noOpenQuestion: () => 'This submission has no open question to answer.',
  undecided: () => 'This submission is not decided yet, so there is no decision to undo.',

  // What a maintainer does.
  maintainersOnly: () => 'Only maintainers of the registry can do this.',
  wordsMissing: () => 'A rejection needs a reason, and a question its text.',
  recordChanged: () => 'The record has changed meanwhile: please look at it again.',
  recordMovedOn: (version: number, from: number) =>
    `The record has moved on: it is at version ${version}, and this was made from ${from}.`,
  noSuchChange: (sequence: number) => `There is no change ${sequence} to a resource.`,
  noSuchChangeOfIt: (sequence: number) => `There is no change ${sequence} to this resource.`,
  changedLater: (fields: readonly FieldName[]) =>
    `Later changes touched the same: ${fields.join(', ')}. Correct it instead.`,
  noSuchClaim: () => 'There is no such claim.',
  addressNotSettled: () => 'An address is changed by a correction, which checks who else has it.',
  annotationUnnamed: (typed: string, known: string) =>
    `“${typed}” names no kind of annotation, or several. There are: ${known}.`,
  valueMissing: () => 'Nothing is given here: give a value, or leave the field out.',
  claimUnfit: () => 'What this source says does not fit the field as it stands.',
  statedAlready: () => 'The record states this already.',
  discordIdUnfit: () => 'A Discord user id is 15 to 20 digits: copy it from the profile.',
  noSuchMaintainer: (discordId: string) => `No maintainer has the Discord id ${discordId}.`,
  nothingToRelease: (latest: string) => `Nothing has changed since release ${latest}.`,
  releaseExists: (version: string) => `There is a release ${version} already.`,
  noDeadDelivery: (id: number) => `There is no delivery ${id} that was given up.`,

  // Watching.
  nothingToWatch: () => 'There is nothing by this name to watch.',
  notWatched: () => 'This is not being watched.',
  noSuchWatch: () => 'There is no watch of yours with this number.',
  watchAboutMissing: () => 'Choose everything or one of the kinds of data.',
  serversOnly: () => 'This works in servers only.',
  managersOnly: () => 'Only people with the Manage Server permission can do this.',
  channelWithoutPosts: () =>
    'Nobody can post in that channel itself. Choose a text channel, or a post or thread in it.',
  channelClosed: (missing: readonly (keyof typeof PERMISSIONS)[]) =>
    `I can’t post in that channel yet, so nothing was added. In its settings, under Permissions, allow me ${missing.map((name) => PERMISSIONS[name]).join(' and ')}; then try again.`,

  // What is wrong with a text.
  empty: (called: keyof typeof CALLED) => `${CALLED[called]} is empty.`,
  tooManyMarks: (called: keyof typeof CALLED, most: number) =>
    `${CALLED[called]} has more than ${most} marks on one letter.`,
  /** `before` is the text before the character: nobody finds what can't be seen. */
  unwanted: (called: keyof typeof CALLED, kind: keyof typeof UNWANTED, code: string, before: string) =>
    `${CALLED[called]} has ${UNWANTED[kind]} (${code}) ${before === '' ? 'at its start' : `after “${before}”`}.`,

  // With an address.
  noAddress: () => 'An address begins with https:// or http://, or is a DOI or an arXiv number.',
  addressTooLong: (most: number) => `The address is longer than ${most} characters.`,
  unfitInAddress: (sign: string) => `The address has ${sign === ' ' ? 'a space' : sign} in it.`,
  addressUnreadable: () => 'The address cannot be read; please copy it from a browser.',
  addressWithPassword: () => 'The address has a user name or password in it.',
  addressWithoutPort: () => 'The address has port 0, where nothing answers.',
  hostIsNumber: (host: string) => `The address leads to a number, ${host}; it needs the name of a host.`,
  hostEndsWithStop: (host: string) => `The host of the address, ${host}, ends with a full stop.`,
  /** `reading` is what a browser makes of the sign. */
  hostDisguised: (sign: string, reading: string) =>
    `The host of the address has ${sign} in it, which a browser reads as “${reading}”: copy the address from a browser.`,
  hostNotPublic: (host: string) => `The host of the address, ${host}, is not on the public web.`,
  noHostName: (host: string) => `The host of the address, ${host}, is not a host name.`,

  // With references.
  referencesTooLong: (most: number) =>
    `This is longer than ${most} characters: leave out what is no reference.`,
  tooManyReferences: (most: number) => `There are more than ${most} references.`,
  /** `key` is empty where the entry has none. */
  bibtexUnreadable: (line: number, key: string, fault: keyof typeof BIBTEX_FAULTS) =>
    `The entry${key === '' ? '' : ` “${key}”`} at line ${line} ${BIBTEX_FAULTS[fault]}.`,
  referenceUnnamed: (line: number, key: string) =>
    `The entry${key === '' ? '' : ` “${key}”`} at line ${line} has neither a title nor an identifier.`,
  referenceNotThere: (line: number, id: string) =>
    `Line ${line} names “[${id}]”, which is none of the references here.`,
  noReference: (line: number, text: string) =>
    `Line ${line} is no reference: “${text}”. Give a DOI, an arXiv number, a PubMed number or an address alone on its line, or BibTeX or RIS.`,
  fileTooLarge: (most: number) => `The file has more than ${most} bytes: leave out what is no reference.`,
  fileUnreadable: () => 'The file could not be read: paste what is in it.',
  fileUnreachable: () => 'The file could not be fetched from Discord: try again, or paste what is in it.',

  // With the shape of a value.
  /** `types` of JSON, of which one is wanted. */
  typeUnfit: (types: readonly string[], isMissing: boolean) =>
    `${isMissing ? 'This is missing. ' : ''}Give ${types.map((type) => TYPES[type] ?? type).join(', or ')}.`,
  noneOf: (values: readonly string[], isMissing: boolean) =>
    `${isMissing ? 'This is missing. ' : ''}Give one of: ${values.join(', ')}.`,
  tooShort: () => 'Give at least one character.',
  tooLong: (most: number) => `Give at most ${most} characters.`,
  tooManyEntries: (most: number) => `Give at most ${most} entries.`,
  tooLow: (least: number) => `Give more than ${least}.`,
  tooHigh: (most: number) => `Give at most ${most}.`,
  dateUnfit: () => 'Give a date, as in 2020-10-07, 2020-10 or 2020.',
  dateUnclear: (written: string, one: string, other: string) =>
    `Give the date as ${one} or as ${other}: “${written}” can be both.`,
  slugUnfit: () => 'Give lower-case letters, digits, single hyphens.',
  countryUnfit: () => 'Give the code of a country by ISO 3166-1 alpha-2, as in DE.',
  nameUnknown: () => 'This name is not known here.',

  // With another field.
  noDoi: () => 'Give a DOI, as in 10.5281/zenodo.1234.',
  nothingToChange: () => 'Name at least one thing to change.',
  noResourceToEdit: () => 'There is no proposed resource to edit: this is a submission of another kind.',
  noChangesToEdit: () => 'There are no proposed changes to edit: this is a submission of another kind.',
  sourcesUnlisted: (slugs: readonly string[]) =>
    `Not listed: ${slugs.join(', ')}. Give what is not listed as an origin.`,
  sourceUnlisted: () => 'One of these is not listed: give it as an origin.',
  derivedFromItself: () => 'It would be derived from itself, directly or through others.',
  versionUnfit: () => 'Give two numbers, as in 3.1.',
  versionNotLater: (latest: string) => `The latest is ${latest}: give a later one.`,
}

export type Refusals = typeof REFUSALS

/** Which sentence, and what it names. */
export interface RefusedFor<Name extends keyof Refusals> {
  readonly name: Name
  readonly values: Readonly<Parameters<Refusals[Name]>>
  /** The field at fault, where it is about one. */
  readonly field?: FieldPath
}
export type Refused = { [Name in keyof Refusals]: RefusedFor<Name> }[keyof Refusals]

/** What is wrong with a field. */
export type Problem = Refused & { readonly field: FieldPath }

/** A sentence as a catalogue in some language has it. The cast holds: each name stands with its own values. */
export function sentenceIn(catalogue: Refusals, { name, values }: Refused): string {
  const say = catalogue[name] as (...given: Refused['values']) => string
  return say(...values)
}
