// Cards and modals of submitters.

import { LIKENESS_WORDS } from '../../../schema/likeness.ts'
import type { SubmissionKind, SubmissionState } from '../../../schema/vocabulary.ts'
import type { Report } from '../../custom-id.ts'

export const submissionMessages = {
  /** What makes one name look like another's. */
  likeness: LIKENESS_WORDS,

  /** What someone sends in. */
  submission: {
    kinds: {
      addition: 'Addition',
      correction: 'Correction',
      removal: 'Removal',
    } as Record<SubmissionKind, string>,
    /** Where it stands, as a maintainer reads it. */
    states: {
      pending: 'waits for a maintainer',
      asked: 'waits for an answer',
      approved: 'approved',
      rejected: 'rejected',
      withdrawn: 'withdrawn',
    } as Record<SubmissionState, string>,
    /** The same as who sent it reads it; an addition that is approved is `listed`. */
    stands: {
      pending: 'Waiting for a maintainer',
      asked: 'Question for you',
      listed: 'Listed',
      approved: 'Accepted',
      rejected: 'Not accepted',
      withdrawn: 'Withdrawn',
    } as Record<SubmissionState | 'listed', string>,
    slug: 'Slug',
    removal: (name: string) => `Take ${name} off the list.`,
    /** Where a fact was read. */
    sourceOf: (field: string) => `**Source** of ${field}`,
    question: 'Question',
    answer: 'Answer',
    see: 'See it',
    toAnswer: 'Answer',
    withdraw: 'Withdraw',
    decidedBy: (name: string | undefined, at: string) => `Decided by ${name ?? 'a maintainer'} on ${at}`,
    sent: (at: string) => `Sent on ${at} · \`/covid-data my-submissions\` shows where it stands`,
    own: 'My submissions',
    none: 'You have not sent anything in yet. `/covid-data submit` suggests a data set, `/covid-data report` reports an error.',
    unreachable:
      'Your direct messages are closed to me, so this is the only place where you find news of these.',
    answering: (reference: string) => `Answer ${reference}`,
    yourAnswer: 'Your answer',
  },

  /** A data set that is not listed, as it is being suggested. */
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
    waits: '(waits for a maintainer)',
    lacks: 'What does it certainly lack? The rest stays unknown',
    send: 'Send',
    edit: 'Edit',
    discard: 'Discard',
    discarded: 'Discarded. Nothing was sent.',
    noLink: 'There is no link in this message. With `/covid-data submit` you can type one in.',
  },

  /** An error in what is listed, as it is being reported. */
  report: {
    title: 'Report an error',
    about: {
      cell: 'What data it has',
      link: 'The link is dead or has moved',
      name: 'Name or organisation',
      licence: 'The licence',
      remove: 'It should not be listed',
      other: 'Something else',
    } as Record<Report, string>,
    whatIsWrong: 'What is wrong?',
    refused: (why: string) => `**This was not sent.** ${why}`,
    typed: 'What you typed, to copy from:',
    /** What was typed, by the field that it was typed into. */
    entered: {
      type: 'Kind of data',
      value: 'What is right',
      url: 'Address',
      name: 'Name',
      organization: 'Organisation',
      license: 'Licence',
      notes: 'What is wrong',
      reason: 'How you know',
    } as Readonly<Record<string, string>>,
    reason: 'How do you know?',
    reasonHelp: 'Where you read it, or what you saw',
    type: 'Which kind of data?',
    now: (value: string) => `now: ${value}`,
    value: 'What is right?',
    url: 'Where is it now?',
    urlHelp: 'If the link is just dead, leave it as it is',
    licenceHelp: 'As the source states it',
    rightHelp: 'And what would be right',
    /** What someone says who reports a link and gives no other. */
    dead: 'The link is dead.',
  },
}
export type SubmissionMessages = typeof submissionMessages
