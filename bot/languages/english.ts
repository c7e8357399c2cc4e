// All that the bot says, in English. Every other language says the same: what is missing in one does not compile.

import type { FieldPath } from '../../schema/field-path.ts'
import { LIKENESS_WORDS } from '../../schema/likeness.ts'
import { REFUSALS } from '../../schema/refusals.ts'
import type { FactField } from '../../schema/registry.ts'
import {
  ACCESS,
  type Access,
  type Availability,
  CHANGE_ACTIONS,
  type ChangeAction,
  CITATION_STYLES,
  type CitationStyle,
  DATA_TYPES,
  type DataTypeKey,
  type DeliveryKind,
  REGISTRY,
  type SubmissionKind,
  type SubmissionState,
} from '../../schema/vocabulary.ts'
import { ACCESS_WORDS, COUNT_WORDS, FIELD_NAMES, STATUS_WORDS } from '../../schema/words.ts'
import type { Report, Shown } from '../custom-id.ts'
import { writtenIn } from './writing.ts'

const written = writtenIn('en-GB')
const { number } = written

const NUMERALS = ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']
const numeral = (value: number) => NUMERALS[value - 2] ?? number(value)

/** A language as the bot speaks it: an interface, for the compiler names it so where a key is missing. */
export interface Words extends Spoken {}
type Spoken = typeof english

export const english = {
  /** The locales of Discord that it is for; English is for all that no other has. */
  locales: ['en-US', 'en-GB'] as readonly string[],

  /** What can be said to anything at all. */
  general: {
    fault: (requestId: string) =>
      `Sorry, that went wrong on our side. Please try again; if it stays so, tell a maintainer this number: \`${requestId}\``,
    late: 'Sorry, this took too long, and nothing was shown. Please try again in a moment.',
    unreachable: 'Sorry, the registry cannot be reached just now. Please try again in a moment.',
    unknownCommand: (typed: string) =>
      `${typed} is not known here. Type \`/covid-data help\` for what there is.`,
    unknownButton: 'This button is not known here any more. Type `/covid-data help` for what there is.',
    unknownForm: 'This form is not known here any more. Type `/covid-data help` for what there is.',
  },

  ...written,
  /** Of a text that others wrote. */
  quoted: (text: string) => `“${text}”`,
  /** How many of a list are left out. */
  more: (count: number) => `and ${number(count)} more`,
  /** What joins values of which one holds. */
  or: ', or ',

  /** The six kinds of data. */
  dataTypes: Object.fromEntries(
    DATA_TYPES.map(({ key, label, meaning }) => [key, { label, meaning }]),
  ) as Record<DataTypeKey, { readonly label: string; readonly meaning: string }>,

  /** Whether a resource has one of them. */
  availability: { yes: 'yes', no: 'no', unknown: 'unknown' } as Record<Availability, string>,

  /** In a line: which of them it has, lacks, and of which nobody knows. */
  cells: {
    yes: (labels: string) => `has ${labels}`,
    no: (labels: string) => `lacks ${labels}`,
    unknown: (labels: string) => `unknown ${labels}`,
  },

  /** The fields of a record. */
  fields: FIELD_NAMES,
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
    counted: COUNT_WORDS,
    infected: (count: number) => `${number(count)} of them COVID-19`,
    asOf: (date: string) => `(as of ${date})`,
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
  standing: {
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
      `A registry of ${number(of.resources)} public resources and which of six kinds of data each of them has. ` +
      `It began as ${of.survey} by ${of.authors} (version ${of.version}, ${of.day}), with ${number(of.references)} references.`,
    type: 'Type `/covid-data` and',
    kind: 'who has this kind of data, and of whom nobody knows',
    commands: {
      list: 'the whole table',
      search: 'by name, organisation, reference, address or DOI; misspelt is fine',
      show: 'everything about one resource',
      compare: 'two of them side by side',
      cite: 'references to copy, in BibTeX, RIS, APA-like text or CSL-JSON',
      submit: 'suggest a data set that is not listed yet',
      report: 'report an error in what is listed',
      'my-submissions': 'what you have sent in, and how it stands',
      changes: 'what changed, latest first',
      'help-wanted': 'what nobody knows yet, to be answered',
    },
    terms:
      'The table’s facts are free for all (CC0 1.0), the code is MIT. Each data set keeps its own licence: read it ' +
      'where the data is.',
  },

  list: {
    /** How many certainly have some kinds of data, and of how many nobody knows. */
    heading: (kinds: string, { yes, unknown }: { yes: number; unknown: number }) =>
      `${kinds}: ${number(yes)} yes, ${number(unknown)} unknown`,
    unknown: (total: number) => `Unknown (${number(total)})`,
    all: (total: number) => (total === 1 ? 'One resource' : `All ${number(total)} resources`),
    page: (page: number) => `page ${page}`,
    /** The menu of a page's resources. */
    open: (count: number) => (count === 1 ? 'Open it' : `Open one of ${count}`),
    gone: 'Nothing is listed on this page any more.',
    noneUnderTerms: (kinds: string) => `Nothing listed under these terms may have ${kinds}.`,
    allLack: (kinds: string) => `No listed resource has ${kinds}: all of them are known to lack it.`,
    noneKnown: (kinds: string, unknown: number) =>
      `No listed resource is known to have ${kinds}. Of ${number(unknown)} nobody knows.`,
    noneUnknown: (kinds: string) => `Of every listed resource it is known whether it has ${kinds}.`,
  },

  search: {
    title: (query: string) => `Search: ${query}`,
    /** How the query was understood: kinds of data, and words in quotes. */
    meant: (parts: string) => `taken as ${parts}, yes before unknown`,
    found: (total: number) => `${total} found`,
    first: (reach: number) => `The first ${reach}`,
    nearest: (total: number) => `Nothing has all of this; the nearest ${total === 1 ? 'one' : total}`,
    range: (from: number, to: number) => `${from} to ${to} here`,
    noAddress: 'No listed resource has this address.',
    nothing: 'Nothing found. Try fewer words, a part of a name, or `/covid-data list` for the whole table.',
    tooLong: 'There are more; a shorter query has pages.',
  },

  /** What is known of a resource beside the table, and who says otherwise. */
  facts: {
    licence: 'licence',
    access: 'access',
    size: 'size',
    nobodySaid: (names: string) => `${names}: nobody has said yet`,
    supersededBy: (name: string) => ` by ${name}`,
    replacedBy: (name: string) => `; ${name} takes its place`,
    asOf: (date: string) => `, as of ${date}`,
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
        ? 'and of one more field something else is said'
        : `and of ${number(count)} more fields something else is said`,
  },

  /** Which data are in a resource, and in which its own are. */
  kinship: {
    overlap: 'Overlap',
    hasDataOf: (names: string) => `It has data of ${names}`,
    saidToHaveDataOf: (names: string) => `Elsewhere it is said to have data of ${names}`,
    isIn: (names: string) => `Its data are also in ${names}`,
    fromThem: (names: string) => `through them of ${names}`,
    inThem: (names: string) => `through them in ${names}`,
    removed: 'no longer listed',
    /** What licences ask of who takes over data, and of how many of the data no licence is known. */
    limits: (licences: number, asked: string, unlicensed: number) =>
      `The limits of ${licences === 1 ? 'that licence' : 'those licences'} come along${asked && `: ${asked}`}.${
        unlicensed > 0 ? ` Of ${number(unlicensed)} no licence is known.` : ''
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
    moreToMind: (count: number) => `and ${number(count)} more to mind`,
    moreReferences: (count: number) => `and ${number(count)} more, under Cite`,
    allReferences: (count: number) => `${number(count)} of them, under Cite`,
    /** When a source said something, the first and the last time. */
    period: (first: string, last: string) => `${first} to ${last}`,
  },

  comparison: {
    title: 'Compared',
    /** What who trains a model has to know before all else. */
    overlap: (names: string) =>
      `**They overlap:** both have data of ${names}. Don’t train on one and test on the other.`,
    both: 'Both have',
    onlyA: 'Only A has',
    onlyB: 'Only B has',
    open: 'Can’t be told',
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
    titleOf: (name: string) => `Changes of ${name}`,
    empty: 'Nothing changed.',
    actions: Object.fromEntries(CHANGE_ACTIONS.map((action) => [action, action])) as Record<
      ChangeAction,
      string
    >,
  },

  /** What nobody knows yet. */
  gaps: {
    title: 'What nobody knows yet',
    intro: (resources: number) =>
      `Of ${number(resources)} listed resources. Read a README, look at a data set, and answer: it takes two minutes.`,
    unknownOf: (kind: string, count: number) => `${kind} unknown of ${number(count)}`,
    nobodySaid: 'Nobody has said',
    unsaidOf: (field: string, count: number) => `${field}: of ${number(count)}`,
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
    nothingSaid: 'nothing said',
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
      rejected: 'not accepted',
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
    decidedBy: (name: string | undefined, at: string) => `Decided by ${name ?? 'a maintainer'} ${at}`,
    sent: (at: string) => `Sent ${at} · \`/covid-data my-submissions\` shows how it stands`,
    own: 'My submissions',
    none: 'You have sent nothing in yet. `/covid-data submit` suggests a data set, `/covid-data report` an error.',
    unreachable: 'Your direct messages are closed to me, so news of these is found here alone.',
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
    noLink: 'There is no link in this message. `/covid-data submit` takes one by hand.',
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
      type: 'type',
      value: 'value',
      url: 'url',
      name: 'name',
      organization: 'organization',
      license: 'license',
      notes: 'notes',
      reason: 'reason',
    } as Readonly<Record<string, string>>,
    reason: 'How do you know?',
    reasonHelp: 'Where you read it, or what you saw',
    type: 'Which kind of data?',
    now: (value: string) => `now: ${value}`,
    value: 'What is right?',
    url: 'Where is it now?',
    urlHelp: 'Leave it as it is where the link is dead',
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
    declinedBefore: (reference: string) => `**Declined before** ${reference}`,
    /** Who sent it: by what name, and by how Discord names them. */
    from: (name: string | undefined, mention: string | undefined) =>
      mention === undefined ? `From ${name ?? 'someone unnamed'}` : `From ${name ?? 'Someone'} (${mention})`,
    before: (approved: number, rejected: number) =>
      `${number(approved)} approved, ${number(rejected)} not accepted before`,
    blocked: 'blocked',
    unreachable: 'takes no messages',
    sent: (at: string) => `sent ${at}`,
    isOwn: 'This is your own submission.',
    decided: (name: string | undefined, state: string, at: string) =>
      `**${name ?? 'A maintainer'}** ${state} ${at}`,
    waiting: (count: number) => {
      if (count === 0) return 'Nothing waits any more.'
      return count === 1 ? 'One waits in all.' : `${number(count)} wait in all.`
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
      'Listed already under another name.',
      'The link does not lead to the data.',
      'Nothing says where this is from.',
    ] as readonly string[],
    ownWords: 'In your own words',
    yourQuestion: 'Your question',
    nothingWaits: 'Nothing waits for a decision.',
    reverted: (name: string, version: number) => `Reverted: ${name} is at version ${version} now.`,
    isBlocked: 'Who sent this can send nothing more.',
    isLifted: 'Who sent this may send again.',
    sentAgain: 'It is being sent again.',
  },

  /** What waits for a decision. */
  queue: {
    title: (total: number) => {
      if (total === 0) return 'Nothing waits'
      return total === 1 ? 'One waits for a decision' : `${number(total)} wait for a decision`
    },
    sent: (at: string) => `sent ${at}`,
    asked: (count: number) =>
      `${count === 1 ? 'One waits' : `${number(count)} wait`} for an answer from who sent it.`,
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
      `${total === 1 ? 'One waits' : `${number(total)} wait`} for more than ${days} days${
        since === undefined ? '' : `, the longest since ${since}`
      }.`,
    all: '`/covid-review queue` shows all that waits.',
  },

  /** What sources say of a resource that its record does not. */
  claims: {
    title: 'What sources say otherwise',
    none: 'Nothing: the record states all that is claimed of it.',
    choose: 'Make one of these what the record states',
    settling: 'Settle a claim',
    why: 'Why this one',
    settled: (name: string, stated: { readonly field: string; readonly value: string } | undefined) =>
      `Settled: of ${name}, ${stated ? `${stated.field} is now ${stated.value}` : 'it is done'}.`,
  },

  release: {
    isOut: (version: string) => `Release ${version} is out: it stays as the table is now.`,
  },

  maintainers: {
    title: 'Maintainers',
    since: (name: string | undefined, day: string) => `${name ?? 'Someone'}, since ${day}`,
    added: (name: string) =>
      `**${name}** decides from now on. A token for the HTTP API comes from \`npm run maintainers\`.`,
    removed: (name: string) => `**${name}** decides no more, and their token is void.`,
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
    unsure: 'I can’t see from here whether I may: allow me View Channel and Send Messages.',
    noMessages: (name: string) => `You get no messages about ${name} any more.`,
    noPosts: (channel: string, name: string) => `Nothing is posted in ${channel} about ${name} any more.`,
    stillOn: 'This is still on:',
    inServer: 'What is posted in this server',
    none: 'Nothing is posted in this server. `/covid-watch add` changes that.',
    stop: 'Stop telling me',
    stopOne: 'Stop one',
    inChannel: (id: string) => `In the channel ${id}`,
    chooseOne: 'Choose everything or one of the kinds of data.',
    serversOnly: 'This works in servers only.',
    managersOnly: 'Only who may manage this server can do this: it takes Manage Server.',
    permissions: { view: 'View Channel', send: 'Send Messages' },
    mayNotPost: (missing: readonly string[]) =>
      `I can’t post in that channel yet, so nothing was added. In its settings, under Permissions, allow me ${missing.join(' and ')}; then try again.`,
  },

  /** A change, as it goes out to who watches. */
  announcement: {
    watching: (name: string) => `watching ${name}`,
  },

  /** What is told of a command, its options and their choices while one types it. */
  commands: {
    private: 'Show the answer to you alone',
    /** How a resource is named. */
    resource: 'Its name, address or DOI',
    dataType: {
      description: (label: string, meaning: string) => `Who has ${label}: ${meaning}`,
      mri: 'Who has MRI: the survey calls it MRT',
      also: 'A second kind of data that it must have',
      unknown: 'What to do with those of which nobody knows',
      shown: {
        both: 'Yes, then unknown',
        yes: 'Only yes',
        unknown: 'Only unknown',
      } as Record<Shown, string>,
      access: 'Only what one gets at like this',
      license: 'Only under this licence: an SPDX identifier such as CC-BY-4.0, other, or unknown',
    },
    list: { description: 'The whole table, in the order of the survey' },
    search: {
      description: 'Find resources by words, a kind of data, an address or a DOI; misspelt is fine',
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
      description: 'What changed, latest first: before and after, and which submission it came from',
      resource: 'Of this one alone',
    },
    'help-wanted': { description: 'What nobody knows yet, and a way to answer' },
    about: { description: 'What this is, what it holds, its licence and how to cite it' },
    help: { description: 'What one can type here' },
    data: { description: 'Public COVID-19 medical imaging data: who has what' },
    submit: { description: 'Suggest a data set that is not listed yet' },
    report: { description: 'Report an error in what is listed' },
    'my-submissions': { description: 'What you have sent in, and how it stands' },
    review: {
      description: 'For maintainers: what people have sent in',
      queue: 'What waits for a decision, oldest first',
      show: 'All that deciding takes',
      approve: 'Accept a submission',
      reject: 'Decline a submission, and say why',
      ask: 'Ask who sent it a question',
      submission: 'Its reference, such as S-7Q4K2',
      reason: 'In your words',
      revert: 'Undo one change of a resource by a new one',
      change: 'Its number in the history',
      block: 'Let someone send in nothing more, or lift that again',
      blocked: 'One of their submissions',
      lift: 'Let them send again',
      settle: 'Decide between sources that disagree about a resource',
      release: 'Freeze the table as it stands under a version, for good',
      version: 'Two numbers, later than the latest, such as 3.1',
      note: 'What to say of it beside what changed',
      maintainers: 'Who decides: list, add, remove',
      action: 'What to do',
      actions: { list: 'list', add: 'add', remove: 'remove' },
      user: 'Whom to add or remove',
    },
    watch: {
      description: 'For who manages this server: post changes of the registry in a channel',
      add: 'Post changes of the registry in a channel',
      list: 'What is posted in this server, and where',
      remove: 'Post no more of it in a channel',
      about: 'Every change, or the resources that come to have one kind of data',
      everything: 'Everything',
      channel: 'Where to post; without it, here',
    },
  },

  /** What the registry says when it refuses. */
  refusals: REFUSALS,
  /** Of a field, what is wrong with it. */
  fault: (field: FieldPath, sentence: string) => `${field}: ${sentence}`,
}
