// Cards and modals of maintainers.

import type { CandidateSign } from '../../../schema/record/sites/candidate.ts'
import type { Decision } from '../../../schema/record/submission.ts'
import type { DeliveryKind, Machine } from '../../../schema/vocabulary.ts'
import { number } from './writing.ts'

export const reviewMessages = {
  /** The review card of a submission. */
  review: {
    why: 'Why',
    moreSources: (count: number) =>
      count === 1 ? 'and one more source' : `and ${number(count)} more sources`,
    looksLike: (name: string, key: string) => `**Looks like** ${name} (${key})`,
    declinedBefore: (reference: string) => `**Rejected before** ${reference}`,
    /** The submitter's name, and their mention in Discord. */
    submittedBy: (name: string | undefined, mention: string | undefined) =>
      mention === undefined
        ? `From ${name ?? 'an anonymous sender'}`
        : `From ${name ?? 'Someone'} (${mention})`,
    /** The registry's own submitters, as the name behind "From". */
    machines: {
      links: 'the check of links',
      upstream: 'the look at what sources say today',
      confirmations: 'the reminder of old records',
      discovery: 'the search for new data sets',
    } satisfies Record<Machine, string>,
    before: (approved: number, rejected: number) =>
      `${number(approved)} approved, ${number(rejected)} rejected before`,
    blocked: 'blocked',
    unreachable: 'accepts no direct messages',
    sent: (at: string) => `sent ${at}`,
    isOwn: 'This is your own submission.',
    decided: (name: string | undefined, state: string, at: string) =>
      `**${name ?? 'A maintainer'}** ${state} this on ${at}`,
    waiting: (count: number) => {
      if (count === 0) return 'No submission is waiting.'
      return count === 1 ? 'One submission is waiting.' : `${number(count)} submissions are waiting.`
    },
    approve: 'Approve',
    edit: 'Edit',
    ask: 'Ask',
    reject: 'Reject',
    undo: 'Undo',
    /** Below a card that a typed command brought. */
    nothingDecided: 'Nothing is decided yet: decide with a button below.',
    reasonTooLong:
      'Nothing is decided yet. Your reason is too long to keep here: choose a button and enter it again.',
    /** In place of the record that is to be confirmed. */
    recordTooLong: (slug: string) =>
      `**The record is too long to show here.** Look at it first: \`/covid-data show resource:${slug}\``,
    withReason: {
      approve: 'Approve with this note',
      reject: 'Reject for this reason',
      ask: 'Ask this',
    } as Record<Decision, string>,
    next: (waiting: number) => `Next (${number(waiting)} waiting)`,
    editing: (reference: string) => `Edit ${reference}`,
    rejecting: (reference: string) => `Reject ${reference}`,
    asking: (reference: string) => `Ask about ${reference}`,
    usualReason: 'Usual reasons',
    usualReasonHelp: 'Choose one, or write your own below',
    /** Reasons of a rejection to choose from. */
    usualReasons: [
      'Not public: nobody can get the data.',
      'Not about COVID-19 imaging.',
      'Already listed under another name.',
      'The link does not lead to the data.',
      'Nothing says where the data comes from.',
    ] as readonly string[],
    ownWords: 'Your own reason',
    yourQuestion: 'Your question',
    nothingWaits: 'No submission waits for a decision.',
    /** The card of a change that a typed command would revert. */
    reverting: (sequence: number, name: string) => `Revert change ${number(sequence)} of ${name}?`,
    revert: 'Revert',
    reverted: (name: string, version: number) => `Reverted. ${name} is now at version ${version}.`,
    open: (host: string) => `Open ${host}`,
    isBlocked: (hasAccount: boolean): string =>
      hasAccount
        ? 'The sender is blocked and can send nothing more.'
        : 'The sender is blocked and cannot change what they sent. Their contact is refused from now on, and their network until the end of the day after the submission (UTC).',
    isLifted: 'The sender is no longer blocked.',
    retrying: 'The message will be sent again.',
  },

  /** Why a submission needs a closer look. */
  flags: {
    own: 'your own submission',
    blocked: 'its sender is blocked',
    /** `reference` is that of an addition that waits too. */
    lookAlike: (name: string, likeness: string, reference: string | undefined) =>
      `looks like ${name}${reference === undefined ? '' : ` (${reference}, waiting too)`}: ${likeness}`,
    notCompared: 'not compared with the other names',
    newHost: (host: string) => `new host: ${host}`,
    sourcesDiffer: (fields: string) => `sources differ: ${fields}`,
    behind: 'the record has changed since',
    declinedBefore: (times: number) =>
      times === 1 ? 'rejected before' : `rejected ${number(times)} times before`,
    manyOfSender: (waiting: number) => `${number(waiting)} waiting from this sender, none approved yet`,
  },

  /** Decisions on several submissions at once. */
  bulk: {
    choose: 'Approve several',
    question: (count: number) => `Approve ${number(count)}?`,
    removalQuestion: (count: number) =>
      count === 1 ? 'Approve one removal?' : `Approve ${number(count)} removals?`,
    none: 'None of these can be approved together',
    leftOutTitle: (count: number) => `Left out: ${number(count)}`,
    leftOut: {
      gone: 'no longer waiting',
      changed: 'changed since you chose it',
      removal: 'removals are approved separately',
      confirmation: 'look at the record first',
    },
    approve: (count: number) => `Approve ${number(count)}`,
    approveRemovals: (count: number) =>
      count === 1 ? 'Approve one removal' : `Approve ${number(count)} removals`,
    cancel: 'Cancel',
    approved: (count: number) => `${number(count)} approved`,
    notApproved: (count: number) => `Not approved: ${number(count)}`,
    goOn: (count: number) => `Approve the remaining ${number(count)}`,
    undoAll: (count: number) => (count === 1 ? 'Undo' : `Undo all ${number(count)}`),
    undone: (count: number) => `${number(count)} undone, waiting again`,
    notUndone: (count: number) => `Not undone: ${number(count)}`,
    undoRest: (count: number) => `Undo the remaining ${number(count)}`,
    queue: 'Back to the queue',
  },

  /** What sources and earlier decisions say of a field that a submission would change. */
  background: {
    onRecord: (field: string, facts: string) => `**On record** ${field}: ${facts}`,
    disputed: 'sources differ',
    decided: (state: string, reference: string) => `${state} before (${reference})`,
  },

  /** The queue of submissions that wait for a decision. */
  queue: {
    title: (total: number) => {
      if (total === 0) return 'No submission is waiting'
      return total === 1
        ? 'One submission waits for a decision'
        : `${number(total)} submissions wait for a decision`
    },
    sent: (at: string) => `sent ${at}`,
    asked: (count: number) =>
      count === 1
        ? 'One submission waits for an answer to a question.'
        : `${number(count)} submissions wait for an answer to a question.`,
    openOne: 'Open one',
    /** A delivery that Discord did not take. */
    undelivered: (kind: string, tries: number) =>
      `**Not delivered** (${kind}, ${tries === 1 ? 'one try' : `${number(tries)} tries`})`,
    deliveries: {
      review: 'review',
      submitter: 'submitter',
      announcement: 'announcement',
      digest: 'digest',
      candidates: 'candidates',
      mailCheck: 'letter to an address',
      mail: 'mail',
    } as Record<DeliveryKind, string>,
    tryAgain: 'Try again',
  },

  /** The reminder of submissions that have waited for days. */
  reminder: {
    title: (total: number, days: number, since: string | undefined) =>
      `${total === 1 ? 'One submission has' : `${number(total)} submissions have`} waited for more than ${days} days${
        since === undefined ? '' : `, ${total === 1 ? '' : 'the longest '}since ${since}`
      }.`,
    all: '`/covid-review queue` shows all that wait.',
  },

  /** Claims of sources that differ from the record. */
  claims: {
    title: 'Where sources disagree with the record',
    none: 'Nothing. The record agrees with its sources.',
    choose: 'Choose the value to record',
    settling: 'Settle a claim',
    why: 'Why this value',
    settled: (name: string, stated: { readonly field: string; readonly value: string } | undefined) =>
      `Settled for ${name}.${stated ? ` ${stated.field}: ${stated.value}` : ''}`,
  },

  /** Data sets that the registry found by itself. */
  candidates: {
    title: (total: number) =>
      total === 0 ? 'No candidate waits' : total === 1 ? 'One candidate' : `${number(total)} candidates`,
    none: 'A search once a week offers data sets that are not listed, where the host has turned it on.',
    /** To the review channel. */
    found: (total: number) =>
      total === 1
        ? 'A data set was found that is not listed'
        : `${number(total)} data sets were found that are not listed`,
    look: 'Look at them',
    why: (signs: string) => `Why: ${signs}`,
    signs: {
      imagesInTitle: 'a type of image in the title',
      imagesInWords: 'a type of image in the description',
      covidInTitle: 'COVID-19 in the title',
      licenceStated: 'a licence',
      sizeStated: '10 MB or more',
      imageFiles: 'image files',
      metadataOnly: 'no images named',
      small: 'less than 1 MB',
      part: 'part of another data set',
      supplement: 'supplement of a paper',
    } as Record<CandidateSign, string>,
    looksLike: (name: string, likeness: string) => `Looks like ${name}: ${likeness}`,
    listed: (slug: string) => `Listed by now, as ${slug}`,
    waiting: (reference: string) => `Sent in by now, as ${reference}`,
    takeUp: 'Take it up',
    taken: (name: string, reference: string) =>
      `${name} waits for a decision as ${reference}, like any other submission.`,
    open: (reference: string) => `Open ${reference}`,
    notForUs: 'Not for us',
    reason: 'Why it is not for the registry',
    reasonHelp: 'For maintainers. It will not be offered again.',
    declined: (name: string) => `${name} will not be offered again.`,
  },

  /** Texts that are taken down for good. */
  redaction: {
    which: 'Name a data set or a submission.',
    title: (name: string, key: string) => `Redact ${name} (${key})?`,
    goes: (versions: number, submissions: string) =>
      `**Goes:** all texts, links and addresses in ${versions === 1 ? 'one version' : `${number(versions)} versions`}${
        submissions === '' ? '' : `, those of ${submissions} included`
      }.`,
    stays:
      '**Stays:** its slug or reference, version numbers and dates, what lists count by, and a public note with the date and your reason.',
    forGood: 'Nobody can undo this.',
    redact: 'Redact and say why',
    redacting: (key: string) => `Redact ${key}`,
    why: 'Why (everybody can read this)',
    whyHelp: 'Name no person, and repeat nothing that must go.',
    done: (versions: number) =>
      `Redacted: ${versions === 1 ? 'one version' : `${number(versions)} versions`}. Pages, feeds and downloads show it at once.`,
  },

  release: {
    isOut: (version: string) => `Release ${version} is published. It keeps the table as it is now.`,
  },

  maintainers: {
    title: 'Maintainers',
    since: (name: string | undefined, day: string) => `${name ?? 'Someone'}, since ${day}`,
    added: (name: string) =>
      `**${name}** is now a maintainer. Their token for the HTTP API comes from \`npm run maintainers\`.`,
    /** What a maintainer wants to do that takes a second one. */
    wishRemoval: (name: string | undefined) => `Remove ${name ?? 'a maintainer'}`,
    wishRelease: (version: string) => `Publish release ${version}`,
    proposed: (wish: string, until: string) =>
      `Proposed: **${wish}**. Nothing has happened yet. Another maintainer must confirm it by ${until}, with \`/covid-review maintainers\` or on the page of actions.`,
    needsAnother: 'Nothing has happened yet. Another maintainer must confirm this.',
    open: (wish: string, by: string | undefined, until: string) =>
      `**${wish}?** Proposed by ${by ?? 'someone'}. Another maintainer must confirm it by ${until}.`,
    confirm: 'Confirm',
    confirmed: (wish: string) => `Confirmed and done: **${wish}**.`,
    removed: (name: string) => `**${name}** is no longer a maintainer, and their token is void.`,
  },
}
export type ReviewMessages = typeof reviewMessages
