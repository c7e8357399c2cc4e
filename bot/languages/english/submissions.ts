// Cards and modals of submitters.

import { LIKENESS_WORDS } from '../../../schema/likeness.ts'
import type { SubmissionKind, SubmissionState } from '../../../schema/vocabulary.ts'
import type { Report } from '../../custom-id.ts'
import { number } from './writing.ts'

export const submissionMessages = {
  /** The ways in which two names are alike. */
  likeness: LIKENESS_WORDS,

  /** A submission. */
  submission: {
    kinds: {
      addition: 'Addition',
      correction: 'Correction',
      removal: 'Removal',
      confirmation: 'Confirmation',
    } as Record<SubmissionKind, string>,
    /** Its state, in words for maintainers. */
    states: {
      pending: 'waits for a maintainer',
      asked: 'waits for an answer',
      approved: 'approved',
      rejected: 'rejected',
      withdrawn: 'withdrawn',
    } as Record<SubmissionState, string>,
    /** Its state, in words for its submitter; an approved addition is `listed`. */
    statesForSubmitter: {
      pending: 'Waiting for a maintainer',
      asked: 'Question for you',
      listed: 'Listed',
      approved: 'Accepted',
      rejected: 'Not accepted',
      withdrawn: 'Withdrawn',
    } as Record<SubmissionState | 'listed', string>,
    slug: 'Slug',
    removal: (name: string) => `Remove ${name} from the list.`,
    /** The kind of a removal, behind the name of the resource. */
    removing: 'removal',
    confirmation: (name: string) => `Confirm that everything recorded of ${name} is still right.`,
    confirming: 'confirmation',
    others: (count: number) => (count === 1 ? 'one more field' : `${number(count)} more fields`),
    /** The source of a fact. */
    sourceOf: (field: string) => `**Source** of ${field}`,
    question: 'Question',
    answer: 'Answer',
    seeButton: 'See it',
    answerButton: 'Answer',
    withdraw: 'Withdraw',
    again: 'Change and send again',
    decidedBy: (name: string | undefined, at: string) => `Decided by ${name ?? 'a maintainer'} on ${at}`,
    sent: (at: string) => `Sent on ${at} · \`/covid-data my-submissions\` shows its state`,
    ownTitle: 'My submissions',
    noneOwn:
      'You have no submissions yet. `/covid-data submit` suggests a data set, `/covid-data report` reports an error.',
    unreachable: 'I cannot send you direct messages. Look here for news of your submissions.',
    answering: (reference: string) => `Answer ${reference}`,
    yourAnswer: 'Your answer',
  },

  /** A person who wants to be erased. */
  forgetMe: {
    nothing: 'The registry has nothing of you.',
    title: 'Erase what the registry has of you?',
    goes: (drafts: number, watches: number) =>
      `**Goes:** your name, Discord account, contact and language; what you wrote to maintainers alone; ${number(drafts)} ${drafts === 1 ? 'draft' : 'drafts'} and ${number(watches)} ${watches === 1 ? 'watch' : 'watches'}. Your name is taken out of what others wrote too.`,
    stays: (submissions: number) =>
      submissions === 0
        ? '**Stays:** nothing.'
        : `**Stays:** ${submissions === 1 ? 'your submission' : `your ${number(submissions)} submissions`} and the changes that came of them, by nobody. You can no longer see, change or withdraw them: use \`/covid-data my-submissions\` first if you want to.`,
    beyond: 'Discord keeps its own messages. The host may keep backups for some weeks.',
    forGood: 'Nobody can undo this. You can use the registry again as a new person.',
    erase: 'Erase me',
    done: 'Erased: the registry has nothing of you any more.',
  },

  /** The draft of an addition. */
  draft: {
    form: 'Suggest a data set',
    link: 'Link',
    linkHelp: 'Where the data is: an address or a DOI',
    organizationHelp: 'Who publishes it',
    includes: 'It includes',
    more: 'Anything else',
    moreHelp: 'Licence, size, where you read it',
    title: (name: string) => `Suggest ${name}`,
    notYet: (problem: string) => `**This can’t be sent yet.** ${problem}`,
    oneOfThese: 'Is it one of these?',
    waitsForDecision: '(waits for a maintainer)',
    rejectedBefore: (at: string) =>
      `**Rejected before.** A submission with one of these addresses was rejected on ${at}. If something has changed since, say so in the notes.`,
    lacks: 'What does it not include? Everything else stays unknown',
    send: 'Send',
    edit: 'Edit',
    discard: 'Discard',
    discarded: 'Discarded. Nothing was sent.',
    found: (sites: string) => `Also found at ${sites}`,
    leaveOut: 'Leave out what was found',
    isPaper:
      '**This link leads to a paper.** It will be listed as a reference. If the data has an address of its own, give that one: choose Edit.',
    noLink: 'This message has no link. Type one with `/covid-data submit`.',
  },

  /** The links of a message. */
  links: {
    none: 'This message has no link, DOI or arXiv number. Search by words with `/covid-data search`.',
    title: (count: number): string =>
      count === 1 ? 'Suggest a data set' : 'Which of these is the data set?',
    choose: 'Choose one',
    suggest: 'Suggest it',
    listed: (count: number): string => (count === 1 ? 'Listed' : `Listed: ${count}`),
    unlisted: (count: number): string => (count === 1 ? 'Not listed' : `Not listed: ${count}`),
    more: (count: number) =>
      `The message has ${count === 1 ? 'one more link' : `${count} more links`}, too many to show here.`,
  },

  /** A report of an error in a record. */
  report: {
    title: 'Report an error',
    about: {
      cell: 'What data it has',
      link: 'The link is dead or has moved',
      name: 'Name or organisation',
      licence: 'The licence',
      references: 'The references',
      remove: 'It should not be listed',
      other: 'Something else',
      right: 'Nothing: everything is still right',
    } as Record<Report, string>,
    whatIsWrong: 'What is wrong?',
    refused: (why: string) => `**This was not sent.** ${why}`,
    yourTexts: 'Your text, to copy:',
    /** The fields of the modal. */
    fieldNames: {
      type: 'Data type',
      value: 'Correct value',
      url: 'Address',
      name: 'Name',
      organization: 'Organisation',
      license: 'Licence',
      references: 'References',
      notes: 'What is wrong',
      reason: 'How you know',
    } as Readonly<Record<string, string>>,
    reason: 'How do you know?',
    reasonHelp: 'Where you read it, or what you saw',
    /** Of a confirmation, which needs no reason. */
    lookedHelp: 'What you looked at. You can leave this empty.',
    type: 'Which data type?',
    currently: (value: string) => `now: ${value}`,
    value: 'What is the correct value?',
    url: 'Where is it now?',
    urlHelp: 'If you know no new address, leave this as it is',
    licenceHelp: 'As the source states it',
    referencesHelp: 'Delete a line to remove it. Add a DOI, an arXiv number, an address or BibTeX.',
    noReferencesHelp: 'A DOI, an arXiv number or an address a line, or BibTeX',
    file: 'Or a file',
    fileHelp: (kilobytes: number) => `BibTeX or RIS, at most ${kilobytes} KB. Its references are added.`,
    rightHelp: 'Say what is wrong and what is right',
    /** The note of a report of a dead link, where no other address is given. */
    linkIsDead: 'The link is dead.',
  },
}
export type SubmissionMessages = typeof submissionMessages
