import {
  type Availability,
  CHANGE_ACTIONS,
  type ChangeAction,
  CITATION_STYLES,
  type CitationStyle,
} from '../../../schema/vocabulary.ts'
import { day, number, numeral } from './writing.ts'

export const resourceMessages = {
  /** The facts of a resource, and claims that differ from them. */
  facts: {
    licence: 'licence',
    access: 'access',
    size: 'size',
    notStated: (names: string) => `${names}: not stated yet`,
    supersededBy: (name: string) => ` by ${name}`,
    replacedBy: (name: string) => `; ${name} takes its place`,
    asOf: (date: string) => `, as of ${day(date)}`,
    unsettled: (claimed: string) => `not settled: ${claimed}`,
    /** The record states one of several claimed licences; `others` are the rest. */
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

  /** The data that a resource has from others, and the resources that have its data. */
  lineage: {
    overlap: 'Overlap',
    hasDataOf: (names: string) => `It has data from ${names}`,
    claimedToHaveDataOf: (names: string) => `Elsewhere it is said to have data from ${names}`,
    isIn: (names: string) => `Its data is also in ${names}`,
    fromThem: (names: string) => `through them from ${names}`,
    inThem: (names: string) => `through them in ${names}`,
    removed: 'no longer listed',
    /** The conditions of the licences of included data, and the number of data sets without a known licence. */
    limits: (licences: number, conditions: string, unlicensed: number) =>
      `The terms of ${licences === 1 ? 'that licence' : 'those licences'} still apply${conditions && `: ${conditions}`}.${
        unlicensed > 0 ? ` For ${number(unlicensed)} no licence is known.` : ''
      }`,
  },

  /** A cited work. */
  references: {
    andOthers: 'and others',
    read: (day: string) => `read ${day}`,
  },

  /** Everything known about one resource. */
  resource: {
    references: 'References',
    sources: 'Sources',
    elsewhere: (warnings: string) => `Elsewhere: ${warnings}`,
    moreToMind: (count: number) => `and ${number(count)} more to note`,
    moreReferences: (count: number) => `and ${number(count)} more, under Cite`,
    allReferences: (count: number) => `${number(count)} of them, under Cite`,
    /** The first and the last date of a source's claims. */
    period: (first: string, last: string) => `${day(first)} to ${day(last)}`,
  },

  comparison: {
    title: 'Compared',
    /** The overlap warning, for those who train a model. */
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

  /** Changes of one resource or of all. */
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
    notStated: 'not stated',
    rearranged: 'the same, in another order',
    /** Of references. */
    redescribed: 'the same works, in another order or described differently',
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
