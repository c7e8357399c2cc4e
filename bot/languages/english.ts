// All that the bot says, in English. Every other language says the same: what is missing in one does not compile.

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
  REGISTRY,
} from '../../schema/vocabulary.ts'
import { ACCESS_WORDS, COUNT_WORDS, FIELD_NAMES, STATUS_WORDS } from '../../schema/words.ts'
import type { Shown } from '../custom-id.ts'
import { writtenIn } from './writing.ts'

const written = writtenIn('en-GB')
const { number } = written

const NUMERALS = ['Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']
const numeral = (value: number) => NUMERALS[value - 2] ?? number(value)

/** A language as the bot speaks it. */
export type Words = typeof english

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
  },

  /** What the registry says when it refuses. */
  refusals: REFUSALS,
}
