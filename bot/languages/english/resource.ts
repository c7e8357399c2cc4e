import {
  type Availability,
  CHANGE_ACTIONS,
  type ChangeAction,
  CITATION_STYLES,
  type CitationStyle,
} from '../../../schema/vocabulary.ts'
import { day, number, numeral } from './writing.ts'

export const resourceMessages = {
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
}
export type ResourceMessages = typeof resourceMessages
