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
  erasures: 'erasures',
  letters: 'requests for mail',
}

/** What is wrong with an entry of BibTeX. */
const BIBTEX_FAULTS = {
  notClosed: 'is not closed: a brace or a quotation mark is missing',
  noValue: 'contains something that is not a field: a comma or a brace may be missing',
  noFields: 'has no fields',
} as const

/** The states that a submission does not leave by itself. */
export type FinalState = Extract<SubmissionState, 'approved' | 'rejected' | 'withdrawn'>

/** "2026-11-23 at 10:05 UTC" */
const moment = (iso: string) => `${iso.slice(0, 10)} at ${iso.slice(11, 16)} UTC`

export const REFUSALS = {
  // Finding.
  licenseUnnamed: (typed: string, nearest: string) =>
    `“${typed}” is not a licence in the SPDX list. ${nearest === '' ? '' : `The nearest is ${nearest}. `}Give one such as CC BY 4.0, MIT or ODbL, or “other”, or “unknown”.`,
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
  senderIsJob: () => 'The registry made this submission itself: there is nobody to ask or to block.',
  enoughToday: (most: number, counted: DailyCounted) =>
    `You have reached the limit of ${most} ${COUNTED[counted]} a day.`,
  senderUnknown: () =>
    'The registry cannot tell senders apart and so accepts nothing: the header CF-Connecting-IP is missing. The host must let Cloudflare send it.',
  recordTooLarge: (most: number) => `A submission may have at most ${most} KiB in all.`,
  tooManyVersions: (most: number) =>
    `This submission has changed ${most} times and cannot change again. You can still withdraw it.`,
  enoughLetters: () =>
    'The registry sends no more letters of this kind today. Try again tomorrow, or follow the submission in a feed reader.',
  lettersUnanswered: (most: number) =>
    `${most} letters to this address wait for an answer: open the link in one of them.`,
  mailTooLate: () => 'This submission no longer waits, so there is no news to send.',
  mailUnknown: () =>
    'This address gets no mail from the registry: it was taken back, or the submission ended long ago.',
  tooFast: () => 'Too many at once: please wait a minute.',
  readOnly: (why: string) => `The registry takes no changes at the moment: ${why}`,
  databaseUnreachable: () => 'The registry cannot reach its database at the moment. Please try again later.',
  addressListed: (slug: string) => `This address is listed already, as “${slug}”.`,
  addressTakenOff: (slug: string) =>
    `This address was listed as “${slug}” and then removed. A maintainer can restore it.`,
  addressWaits: () => 'A submission of this address already waits for a maintainer.',
  addressTaken: () => 'This address is listed already, or waits in another submission.',
  keyReused: () => 'Another submission already used this Idempotency-Key.',
  draftGone: () =>
    'This draft is gone: it was sent, discarded, replaced by newer drafts of yours, or is older than a day. Only its author can open it.',

  // What becomes of a submission.
  noSuchSubmission: (key: string) => `There is no submission “${key}” that you can see.`,
  submissionChanged: () => 'This submission has changed since you looked at it.',
  tooManyAtOnce: () => 'Too many changes at once: please look at it again.',
  /** `by` is empty where no name is known. */
  decidedBefore: (by: string, state: FinalState, at: string) =>
    `${by || 'A maintainer'} already ${state} this, on ${moment(at)}.`,
  overAlready: (state: FinalState) => `This submission was already ${state}.`,
  noOpenQuestion: () => 'This submission has no open question.',
  undecided: () => 'There is no decision on this submission yet, so there is nothing to undo.',

  // What a maintainer does.
  maintainersOnly: () => 'Only maintainers of the registry can do this.',
  wordsMissing: () => 'Write a reason for a rejection, or the text of a question.',
  versionUnseen: () =>
    'Give the version of the submission that you saw: an approval is of that version alone.',
  ownSubmission: () => 'This is your own submission: another maintainer decides on it.',
  nothingToRevert: (sequence: number) => `Nothing is left to undo of change ${sequence}.`,
  recordChanged: () => 'The record has changed meanwhile: please look at it again.',
  recordMovedOn: (version: number, from: number) =>
    `The record has changed: it is at version ${version}, and this was based on version ${from}.`,
  noSuchChange: (sequence: number) => `No resource has a change with the number ${sequence}.`,
  noSuchChangeOfIt: (sequence: number) => `This resource has no change with the number ${sequence}.`,
  changedLater: (fields: readonly FieldName[]) =>
    `Later changes affect the same fields: ${fields.join(', ')}. Correct it instead.`,
  noSuchClaim: () => 'There is no such claim.',
  addressNotSettled: () =>
    'To change an address, send a correction: it checks whether another record has the address.',
  annotationUnnamed: (typed: string, known: string) =>
    `“${typed}” does not name exactly one of the annotations: ${known}.`,
  valueMissing: () => 'This field is empty: give a value, or leave the field out.',
  claimUnfit: () => 'The value from this source does not fit the field.',
  statedAlready: () => 'The record already states this.',
  discordIdUnfit: () => 'A Discord user id is 15 to 20 digits: copy it from the profile.',
  nobodyToErase: () => 'The registry has nothing of this person.',
  blockedStays: () =>
    'You are blocked, and the block names you. Only the host can erase you: `/privacy` says how.',
  maintainerStays: () =>
    'A maintainer can’t be erased while they decide. Another maintainer or the host removes them first.',
  noSuchVersion: (version: number) => `There is no version ${version} of it.`,
  listedStill: (version: number) =>
    `Version ${version} is listed now. Take the data set off the list, or undo the change, and then redact it.`,
  redactionGrew: (versions: number) =>
    `It is ${versions} versions now, which is not what you saw. Nothing is redacted: look again.`,
  redactResourceInstead: (slug: string) =>
    `This submission was approved. Redact the data set “${slug}”: that redacts the submission too.`,
  submissionWaits: (reference: string) =>
    `${reference} waits for a maintainer. Reject it first, and then redact it.`,
  noSuchMaintainer: (discordId: string) => `No maintainer has the Discord id ${discordId}.`,
  maintainerAlready: (name: string) => `${name} is a maintainer already.`,
  proposalOver: () => 'This proposal is no longer open: it was carried out, or is older than a week.',
  ownProposal: () => 'You proposed this: another maintainer has to confirm it.',
  nothingToRelease: (latest: string) => `Nothing has changed since release ${latest}.`,
  releaseExists: (version: string) => `Release ${version} already exists.`,
  noSuchCandidate: (id: number) => `There is no candidate ${id}.`,
  candidateDeclined: (by: string | undefined) =>
    `${by ?? 'A maintainer'} has said “not for us” of it already.`,
  candidateTaken: (by: string | undefined, reference: string) =>
    `${by ?? 'A maintainer'} has taken it up already, as ${reference}.`,
  noDeadDelivery: (id: number) => `There is no failed delivery ${id}.`,

  // Watching.
  nothingToWatch: () => 'Nothing with this name can be watched.',
  notWatched: () => 'This is not watched.',
  noSuchWatch: () => 'You have no watch with this number.',
  watchAboutMissing: () => 'Choose everything or one data type.',
  serversOnly: () => 'This works only on servers.',
  managersOnly: () => 'Only people with the Manage Server permission can do this.',
  serverInstallOnly: () => 'This works only on servers that have added the bot.',
  channelElsewhere: () => 'Choose a channel of this server.',
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
  addressWithoutPort: () => 'The address has port 0, where no server can answer.',
  hostIsNumber: (host: string) => `The address leads to a number, ${host}; it needs the name of a host.`,
  hostEndsWithStop: (host: string) => `The host of the address, ${host}, ends with a full stop.`,
  /** `reading` is what a browser makes of the sign. */
  hostDisguised: (sign: string, reading: string) =>
    `The host of the address has ${sign} in it, which a browser reads as “${reading}”: copy the address from a browser.`,
  hostNotPublic: (host: string) => `The host of the address, ${host}, is not on the public web.`,
  noHostName: (host: string) => `The host of the address, ${host}, is not a host name.`,

  // With references.
  referencesTooLong: (most: number) => `This is longer than ${most} characters: keep only the references.`,
  tooManyReferences: (most: number) => `These are more than ${most} references.`,
  /** `key` is empty where the entry has none. */
  bibtexUnreadable: (line: number, key: string, fault: keyof typeof BIBTEX_FAULTS) =>
    `The entry${key === '' ? '' : ` “${key}”`} at line ${line} ${BIBTEX_FAULTS[fault]}.`,
  referenceUnnamed: (line: number, key: string) =>
    `The entry${key === '' ? '' : ` “${key}”`} at line ${line} has neither a title nor an identifier.`,
  referenceNotThere: (line: number, id: string) =>
    `Line ${line} names “[${id}]”, but there is no such reference here.`,
  noReference: (line: number, text: string) =>
    `Line ${line} is not a reference: “${text}”. Give a DOI, an arXiv number, a PubMed number or an address alone on its line, or BibTeX or RIS.`,
  fileTooLarge: (most: number) => `The file has more than ${most} bytes: keep only the references.`,
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
  noEntries: () => 'Give at least one entry.',
  tooLow: (least: number) => `Give at least ${least}.`,
  tooHigh: (most: number) => `Give at most ${most}.`,
  dateUnfit: () => 'Give a date such as 2020-10-07, 2020-10 or 2020.',
  dateUnclear: (written: string, one: string, other: string) =>
    `Give the date as ${one} or as ${other}: “${written}” can mean either.`,
  slugUnfit: () => 'Use lower-case letters, digits and single hyphens.',
  countryUnfit: () => 'Give a country code of ISO 3166-1 alpha-2, such as DE.',
  nameUnknown: () => 'This name is not known here.',

  // With another field.
  noDoi: () => 'Give a DOI, such as 10.5281/zenodo.1234.',
  nothingToChange: () => 'Name at least one change.',
  noResourceToEdit: () => 'There is no proposed resource to edit: this is a submission of another kind.',
  noChangesToEdit: () => 'There are no proposed changes to edit: this is a submission of another kind.',
  sourcesUnlisted: (slugs: readonly string[]) =>
    `Not listed: ${slugs.join(', ')}. Enter sources that are not listed as origins.`,
  sourceUnlisted: () => 'One of these sources is not listed: enter it as an origin.',
  derivedFromItself: () => 'The record would contain its own data, directly or through others.',
  versionUnfit: () => 'Give two numbers, such as 3.1.',
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
