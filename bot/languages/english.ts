// All that the bot says, in English. Every other language says the same: what is missing in one does not compile.

import type { Asked } from '../../schema/field-path.ts'
import { LIKENESS_WORDS } from '../../schema/likeness.ts'
import { REFUSALS, type Refusals } from '../../schema/refusals.ts'
import type { FactField } from '../../schema/verbs/catalogue.ts'
import {
  ACCESS,
  type Access,
  type Availability,
  CHANGE_ACTIONS,
  type ChangeAction,
  CITATION_STYLES,
  type CitationStyle,
  type Counted,
  DATA_TYPES,
  type DataTypeKey,
  type DeliveryKind,
  REGISTRY,
  type SubmissionKind,
  type SubmissionState,
} from '../../schema/vocabulary.ts'
import { ACCESS_WORDS, COUNT_WORDS, FIELD_NAMES, STATUS_WORDS } from '../../schema/words.ts'
import type { Report, Shown } from '../custom-id.ts'
import { fieldName } from './field-name.ts'
import { languageOf } from './writing.ts'

const written = languageOf('en-GB')
const { day, number } = written

const NUMERALS = ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']
const numeral = (value: number) => NUMERALS[value - 2] ?? number(value)

/** What is called by a name: the kinds of data, the fields of a record, and what is asked beside them. */
const names = {
  dataTypes: Object.fromEntries(
    DATA_TYPES.map(({ key, label, meaning }) => [key, { label, meaning }]),
  ) as Record<DataTypeKey, { readonly label: string; readonly meaning: string }>,
  fields: FIELD_NAMES,
  asked: {
    resource: 'Proposal',
    changes: 'Changes',
    version: 'Version',
    reason: 'Reason',
    text: 'Answer',
    note: 'Note',
    source: 'Source',
    value: 'Value',
    contact: 'Contact',
    release: 'Release',
    at: 'Moment',
  } as Record<Asked, string>,
}

/** A language as the bot speaks it: an interface, for the compiler names it so where a key is missing. */
export interface Messages extends Spoken {}
type Spoken = typeof english

export const english = {
  /** The locales of Discord that it is for; English is for all that no other has. */
  locales: ['en-US', 'en-GB'] as readonly string[],

  /** What can be said to anything at all. */
  general: {
    fault: (requestId: string) =>
      `Sorry, something went wrong on our side. Please try again; if it happens again, give a maintainer this number: \`${requestId}\``,
    late: 'Sorry, this took too long, and nothing was shown. Please try again in a moment.',
    unreachable: 'Sorry, the registry cannot be reached just now. Please try again in a moment.',
    unknownCommand: (typed: string) =>
      `${typed} is not known here. Type \`/covid-data help\` to see what there is.`,
    unknownButton: 'This button no longer works. Type `/covid-data help` to see what there is.',
    unknownForm: 'This form no longer works. Type `/covid-data help` to see what there is.',
  },

  ...written,
  /** Of a text that others wrote. */
  quoted: (text: string) => `“${text}”`,
  /** How many of a list are left out. */
  more: (count: number) => `and ${number(count)} more`,
  /** What joins values of which one holds. */
  or: ', or ',

  ...names,

  /** Whether a resource has one of them. */
  availability: { yes: 'yes', no: 'no', unknown: 'unknown' } as Record<Availability, string>,

  /** In a line: which of them it has, lacks, and of which nobody knows. */
  cells: {
    yes: (labels: string) => `has ${labels}`,
    no: (labels: string) => `lacks ${labels}`,
    unknown: (labels: string) => `unknown ${labels}`,
  },

  access: ACCESS_WORDS,
  /** The same in a word or two. */
  accessShort: Object.fromEntries(ACCESS.map((access) => [access, access.replaceAll('_', ' ')])) as Record<
    Access,
    string
  >,
  /** In a word or two, then after a sign what that means. */
  statuses: STATUS_WORDS,

  /** How much of what. */
  counts: {
    /** "1 image", "12,345 images" */
    amount: (of: Counted, count: number) =>
      `${number(count)} ${COUNT_WORDS[of][count === 1 ? 'one' : 'many']}`,
    infected: (count: number) => `${number(count)} of them COVID-19`,
    asOf: (date: string) => `(as of ${day(date)})`,
    nothing: 'nothing counted',
  },

  /** What the parts of a licence's name ask for. */
  licenses: {
    credit: 'credit',
    noCommerce: 'no commercial use',
    alike: 'share alike',
    noChanges: 'no changed copies',
  },

  buttons: {
    cite: 'Cite',
    open: 'Open',
    history: 'History',
    watch: 'Watch',
    share: 'Share',
    details: 'Details',
    previous: 'Previous',
    next: 'Next',
  },

  /** What an answer rests on, at the foot of it. */
  asOf: {
    survey: (version: string, day: string) => `Survey ${version}, ${day}`,
    release: (version: string, day: string) => `Release ${version}, ${day}`,
    changed: (day: string) => `last changed ${day}`,
    unchanged: 'not checked since',
    caution: 'no diagnostic claims',
  },

  /** Where a card leads to on our pages. */
  pages: { resource: 'its page', table: 'the table as a page', submission: 'review it on a page' },

  /** What this is and what one can type. */
  about: {
    title: REGISTRY.title as string,
    intro: (of: {
      resources: number
      survey: string
      authors: string
      version: string
      day: string
      references: number
    }) =>
      `A registry of ${number(of.resources)} public resources. For each it says which of six kinds of data it has. ` +
      `It began as ${of.survey} by ${of.authors} (version ${of.version}, ${of.day}), with ${number(of.references)} references.`,
    type: 'Type `/covid-data` and',
    kind: 'which resources have this kind of data, and for which nobody knows',
    commands: {
      list: 'the whole table',
      search: 'by name, organisation, reference, address or DOI; typing errors are fine',
      show: 'everything about one resource',
      compare: 'two of them side by side',
      cite: 'references to copy, as BibTeX, RIS, APA-like text or CSL-JSON',
      submit: 'suggest a data set that is not listed yet',
      report: 'report an error in what is listed',
      'my-submissions': 'what you have sent in, and where it stands',
      changes: 'what changed, latest first',
      'help-wanted': 'what nobody knows yet, and you may be able to answer',
    },
    terms:
      'The facts in the table are free for everyone (CC0 1.0); the code is under the MIT licence. Each data set keeps ' +
      'its own licence: read it where the data is.',
    /** What the survey asked its readers to mind. */
    caution: REGISTRY.caution as string,
  },

  list: {
    /** How many certainly have some kinds of data, and of how many nobody knows. */
    heading: (kinds: string, { yes, unknown }: { yes: number; unknown: number }) =>
      `${kinds}: ${number(yes)} yes, ${number(unknown)} unknown`,
    unknown: (total: number) => `Unknown (${number(total)})`,
    all: (total: number) => (total === 1 ? 'One resource' : `All ${number(total)} resources`),
    /** Of which only these are listed. */
    underAccess: (access: string) => `access: ${access}`,
    underLicence: (licence: string) => `licence: ${licence}`,
    noLicence: { other: 'other', unknown: 'unknown' } as Readonly<Record<string, string>>,
    page: (page: number) => `page ${page}`,
    /** The menu of a page's resources. */
    open: (count: number) => (count === 1 ? 'Open it' : `Open one of ${count}`),
    gone: 'Nothing is listed on this page any more.',
    noneUnderTerms: (kinds: string) => `No listed resource under these terms has, or might have, ${kinds}.`,
    allLack: (kinds: string) => `No listed resource has ${kinds}, and for none of them is it unknown.`,
    noneKnown: (kinds: string, unknown: number) =>
      `No listed resource is known to have ${kinds}. For ${number(unknown)} nobody knows.`,
    noneUnknown: (kinds: string) => `For every listed resource it is known whether it has ${kinds}.`,
  },

  search: {
    title: (query: string) => `Search: ${query}`,
    /** How the query was understood: kinds of data, and words in quotes. */
    meant: (parts: string) => `taken as ${parts}, yes before unknown`,
    found: (total: number) => `${total} found`,
    first: (reach: number) => `The first ${reach}`,
    nearest: (total: number) => `Nothing matches all of this; the nearest ${total === 1 ? 'one' : total}`,
    range: (from: number, to: number) => `${from} to ${to} here`,
    noAddress: 'No listed resource has this address.',
    nothing: 'Nothing found. Try fewer words or part of a name, or `/covid-data list` for the whole table.',
    tooLong: 'There are more, but this query is too long for page buttons: try a shorter one.',
  },

  /** What is known of a resource beside the table, and who says otherwise. */
  facts: {
    licence: 'licence',
    access: 'access',
    size: 'size',
    nobodySaid: (names: string) => `${names}: not stated yet`,
    supersededBy: (name: string) => ` by ${name}`,
    replacedBy: (name: string) => `; ${name} takes its place`,
    asOf: (date: string) => `, as of ${day(date)}`,
    unsettled: (claimed: string) => `not settled: ${claimed}`,
    /** Of several licences one is stated; `others` are those beside it. */
    licencesDiffer: (total: number, others: string) =>
      `${numeral(total)} licences are claimed; ${total === 2 ? 'the other is' : 'the others are'} ${others}`,
    licenceUnsettled: (total: number, claimed: string) =>
      total === 1
        ? `not settled; claimed is ${claimed}`
        : `not settled; ${numeral(total).toLowerCase()} licences are claimed: ${claimed}`,
    formerlyAt: 'Formerly at',
    cells: { yes: 'Has', no: 'Lacks', unknown: 'Unknown' } as Record<Availability, string>,
    elsewhere: (claimed: string) => `elsewhere: ${claimed}`,
    moreDisputed: (count: number) =>
      count === 1
        ? 'and one more field is stated otherwise elsewhere'
        : `and ${number(count)} more fields are stated otherwise elsewhere`,
  },

  /** Which data are in a resource, and in which its own are. */
  kinship: {
    overlap: 'Overlap',
    hasDataOf: (names: string) => `It has data from ${names}`,
    saidToHaveDataOf: (names: string) => `Elsewhere it is said to have data from ${names}`,
    isIn: (names: string) => `Its data is also in ${names}`,
    fromThem: (names: string) => `through them from ${names}`,
    inThem: (names: string) => `through them in ${names}`,
    removed: 'no longer listed',
    /** What licences ask of who takes over data, and of how many of the data no licence is known. */
    limits: (licences: number, asked: string, unlicensed: number) =>
      `The terms of ${licences === 1 ? 'that licence' : 'those licences'} still apply${asked && `: ${asked}`}.${
        unlicensed > 0 ? ` For ${number(unlicensed)} no licence is known.` : ''
      }`,
  },

  /** A work that is cited. */
  references: {
    andOthers: 'and others',
    read: (day: string) => `read ${day}`,
  },

  /** Everything known about one resource. */
  resource: {
    references: 'References',
    sources: 'Sources',
    elsewhere: (cautions: string) => `Elsewhere: ${cautions}`,
    moreToMind: (count: number) => `and ${number(count)} more to note`,
    moreReferences: (count: number) => `and ${number(count)} more, under Cite`,
    allReferences: (count: number) => `${number(count)} of them, under Cite`,
    /** When a source said something, the first and the last time. */
    period: (first: string, last: string) => `${day(first)} to ${day(last)}`,
  },

  comparison: {
    title: 'Compared',
    /** What who trains a model has to know before all else. */
    overlap: (names: string) =>
      `**They overlap:** both have data from ${names}. Don’t train on one and test on the other.`,
    both: 'Both have',
    onlyA: 'Only A has',
    onlyB: 'Only B has',
    open: 'Can’t tell',
    notKnown: 'not known',
    detailsOf: (letter: string) => `Details of ${letter}`,
  },

  citation: {
    title: (name: string) => `Cite: ${name}`,
    range: (from: number, to: number, total: number) => `${from} to ${to} of ${total}`,
    cut: 'Cut: too long for one message.',
    anotherStyle: 'Another style',
  },
  citationStyles: Object.fromEntries(CITATION_STYLES.map(({ key, label }) => [key, label])) as Record<
    CitationStyle,
    string
  >,

  /** What changed, of one resource or of all. */
  history: {
    title: 'Changes',
    titleOf: (name: string) => `Changes to ${name}`,
    empty: 'Nothing has changed.',
    actions: Object.fromEntries(CHANGE_ACTIONS.map((action) => [action, action])) as Record<
      ChangeAction,
      string
    >,
  },

  /** What nobody knows yet. */
  gaps: {
    title: 'What nobody knows yet',
    intro: (resources: number) =>
      `${resources === 1 ? 'One resource is' : `${number(resources)} resources are`} listed. Read a README, look at a data set, and answer: it takes two minutes.`,
    unknownOf: (kind: string, count: number) => `${kind}: unknown for ${number(count)}`,
    nobodySaid: 'Not stated',
    unsaidOf: (field: string, count: number) => `${field}: for ${number(count)}`,
    fields: {
      license: 'licence',
      access: 'how to get it',
      counts: 'how much there is',
      formats: 'file formats',
      doi: 'DOI',
      status: 'whether it is still there',
    } as Record<FactField, string>,
    answer: 'Answer for one of these',
    count: (gaps: number) => `${gaps} unknown`,
  },

  /** What becomes of a record. */
  changes: {
    nothingSaid: 'not stated',
    came: (entries: string) => `${entries} added`,
    went: (entries: string) => `${entries} removed`,
    listed: 'Listed',
    withdrawn: 'Withdrawn',
    restored: 'Restored',
    moved: 'Moved',
    corrected: 'Corrected',
  },

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

  /** A submission as a maintainer decides on it. */
  review: {
    why: 'Why',
    moreSources: (count: number) =>
      count === 1 ? 'and one more source' : `and ${number(count)} more sources`,
    looksLike: (name: string, key: string) => `**Looks like** ${name} (${key})`,
    declinedBefore: (reference: string) => `**Rejected before** ${reference}`,
    /** Who sent it: by what name, and by how Discord names them. */
    from: (name: string | undefined, mention: string | undefined) =>
      mention === undefined ? `From ${name ?? 'someone unnamed'}` : `From ${name ?? 'Someone'} (${mention})`,
    before: (approved: number, rejected: number) =>
      `${number(approved)} approved, ${number(rejected)} rejected before`,
    blocked: 'blocked',
    unreachable: 'takes no messages',
    sent: (at: string) => `sent ${at}`,
    isOwn: 'This is your own submission.',
    decided: (name: string | undefined, state: string, at: string) =>
      `**${name ?? 'A maintainer'}** ${state} this on ${at}`,
    waiting: (count: number) => {
      if (count === 0) return 'Nothing is waiting any more.'
      return count === 1
        ? 'One submission is waiting in all.'
        : `${number(count)} submissions are waiting in all.`
    },
    approve: 'Approve',
    edit: 'Edit',
    ask: 'Ask',
    reject: 'Reject',
    undo: 'Undo',
    next: (waiting: number) => `Next (${number(waiting)} waiting)`,
    editing: (reference: string) => `Edit ${reference}`,
    rejecting: (reference: string) => `Reject ${reference}`,
    asking: (reference: string) => `Ask about ${reference}`,
    usual: 'The usual reasons',
    usualHelp: 'One of these, or your own words below',
    /** What maintainers say most when they reject; or they write their own. */
    usualReasons: [
      'Not public: nobody can get the data.',
      'Not about COVID-19 imaging.',
      'Already listed under another name.',
      'The link does not lead to the data.',
      'Nothing says where the data comes from.',
    ] as readonly string[],
    ownWords: 'In your own words',
    yourQuestion: 'Your question',
    nothingWaits: 'Nothing is waiting for a decision.',
    reverted: (name: string, version: number) => `Reverted: ${name} is at version ${version} now.`,
    isBlocked: 'Whoever sent this can send nothing more.',
    isLifted: 'Whoever sent this may send again.',
    sentAgain: 'It is being sent again.',
  },

  /** What waits for a decision. */
  queue: {
    title: (total: number) => {
      if (total === 0) return 'Nothing is waiting'
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
    /** What did not reach Discord. */
    notDelivered: (kind: string, tries: number) =>
      `**Not delivered** (${kind}, ${tries === 1 ? 'one try' : `${number(tries)} tries`})`,
    deliveries: {
      review: 'review',
      submitter: 'submitter',
      announcement: 'announcement',
      digest: 'digest',
    } as Record<DeliveryKind, string>,
    tryAgain: 'Try again',
  },

  /** What has waited for long. */
  digest: {
    title: (total: number, days: number, since: string | undefined) =>
      `${total === 1 ? 'One submission has' : `${number(total)} submissions have`} waited for more than ${days} days${
        since === undefined ? '' : `, ${total === 1 ? '' : 'the longest '}since ${since}`
      }.`,
    all: '`/covid-review queue` shows everything that is waiting.',
  },

  /** What sources say of a resource that its record does not. */
  claims: {
    title: 'What sources say otherwise',
    none: 'Nothing: the record states all that sources say.',
    choose: 'Choose what the record is to state',
    settling: 'Settle a claim',
    why: 'Why this one',
    settled: (name: string, stated: { readonly field: string; readonly value: string } | undefined) =>
      `Settled for ${name}.${stated ? ` ${stated.field}: ${stated.value}` : ''}`,
  },

  release: {
    isOut: (version: string) => `Release ${version} is out: it keeps the table as it is now.`,
  },

  maintainers: {
    title: 'Maintainers',
    since: (name: string | undefined, day: string) => `${name ?? 'Someone'}, since ${day}`,
    added: (name: string) =>
      `**${name}** can decide from now on. A token for the HTTP API comes from \`npm run maintainers\`.`,
    removed: (name: string) => `**${name}** can no longer decide, and their token is void.`,
  },

  /** Being told of changes. */
  watch: {
    everything: 'everything',
    /** What one is told of, as `messages` and `posts` go on. */
    of: {
      everything: 'every resource that is listed, corrected, moved, withdrawn or restored',
      dataType: (label: string) =>
        `every resource that comes to have ${label}: a new one, or one that is corrected`,
      resource: (name: string) => `**${name}** when it is corrected, moved, withdrawn or restored`,
    },
    messages: (of: string, isNew: boolean) =>
      `${isNew ? 'You get' : 'This is on already: you get'} a direct message for ${of}.`,
    nothingArrives:
      'Nothing arrives? Discord lets a bot write to you only if you share a server with it or have added it.',
    posts: (channel: string, of: string, isNew: boolean) =>
      `${isNew ? 'From now on I post' : 'This is on already: I post'} in ${channel} ${of}.`,
    unsure: 'I can’t see from here whether I may post there: allow me View Channel and Send Messages.',
    noMessages: (name: string) => `You get no messages about ${name} any more.`,
    noPosts: (channel: string, name: string) => `Nothing is posted in ${channel} about ${name} any more.`,
    stillOn: 'This is still on:',
    inServer: 'What is posted in this server',
    none: 'Nothing is posted in this server. `/covid-watch add` changes that.',
    stop: 'Stop telling me',
    stopOne: 'Stop one',
    inChannel: (id: string) => `In the channel ${id}`,
  },

  /** A change, as it goes out to who watches. */
  announcement: {
    watching: (name: string) => `watching ${name}`,
  },

  /** What is told of a command, its options and their choices while one types it. */
  commands: {
    private: 'Show the answer only to you',
    /** How a resource is named. */
    resource: 'Its name, address or DOI',
    dataType: {
      description: (label: string, meaning: string) => `Resources with ${label}: ${meaning}`,
      mri: 'Resources with MRI, which the survey calls MRT',
      also: 'A second kind of data that it must have',
      unknown: 'Whether to show those for which nobody knows',
      shown: {
        both: 'Yes, then unknown',
        yes: 'Only yes',
        unknown: 'Only unknown',
      } as Record<Shown, string>,
      access: 'Only those with this kind of access',
      license: 'Only those under this licence: an SPDX identifier such as CC-BY-4.0, other, or unknown',
    },
    list: { description: 'The whole table, in the order of the survey' },
    search: {
      description: 'Find resources by words, kind of data, address or DOI; typing errors are fine',
      query: 'For example: lung ultrasound, kaggle, 2003.11597',
    },
    show: { description: 'Everything known about one resource' },
    compare: {
      description: 'Two resources side by side',
      a: 'The first: its name, address or DOI',
      b: 'The second: its name, address or DOI',
    },
    cite: {
      description: 'References to copy; without a resource, the latest release',
      style: 'BibTeX unless another is chosen',
    },
    changes: {
      description: 'What changed, latest first: before and after, and the submission behind it',
      resource: 'Only changes to this one',
    },
    'help-wanted': { description: 'What nobody knows yet, and a way to answer' },
    about: { description: 'What this is, what it holds, its licence and how to cite it' },
    help: { description: 'What you can type here' },
    data: { description: 'Public COVID-19 medical imaging data: who has what' },
    submit: { description: 'Suggest a data set that is not listed yet' },
    report: { description: 'Report an error in what is listed' },
    'my-submissions': { description: 'What you have sent in, and where it stands' },
    review: {
      description: 'For maintainers: what people have sent in',
      queue: 'What waits for a decision, oldest first',
      show: 'Everything you need to decide on a submission',
      approve: 'Approve a submission',
      reject: 'Reject a submission, and say why',
      ask: 'Ask whoever sent it a question',
      submission: 'Its reference, such as S-7Q4K2',
      reason: 'In your own words',
      revert: 'Undo one change to a resource by making a new one',
      change: 'Its number in the history',
      block: 'Stop someone from sending anything in, or lift that again',
      blocked: 'One of their submissions',
      lift: 'Let them send again',
      settle: 'Decide between sources that disagree about a resource',
      release: 'Keep the table as it is now, for good, as a new release',
      version: 'Two numbers, later than the latest, such as 3.1',
      note: 'What to say about it beside what changed',
      maintainers: 'Who decides: list, add, remove',
      action: 'What to do',
      actions: { list: 'list', add: 'add', remove: 'remove' },
      user: 'Whom to add or remove',
    },
    watch: {
      description: 'For those who manage this server: post changes in the registry to a channel',
      add: 'Post changes in the registry to a channel',
      list: 'What is posted in this server, and where',
      remove: 'Stop posting changes in the registry to a channel',
      about: 'Every change, or resources that newly have one kind of data',
      everything: 'Everything',
      channel: 'Where to post; if left out, here',
    },
  },

  /** What the registry says when it refuses. */
  refusals: {
    ...REFUSALS,
    // Where the API has names and times as programs write them.
    decidedBefore: (by, state, at) =>
      `${by || 'A maintainer'} ${state} this already, on ${day(at)} at ${at.slice(11, 16)} UTC.`,
    changedLater: (fields) =>
      `Later changes touched the same: ${fields.map((field) => fieldName(names, field)).join(', ')}. Correct it instead.`,
  } satisfies Refusals,
}
