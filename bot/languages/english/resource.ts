import type { InheritedTerms } from '../../../schema/record/licence-terms.ts'
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
    use: 'use',
    annotations: 'annotations',
    unsaid: 'not recorded',
    notRecorded: (names: string) => `${names}: not recorded`,
    supersededBy: (name: string) => ` by ${name}`,
    replacedBy: (name: string) => `; replaced by ${name}`,
    /** When the status was so, as a source dates it. */
    checked: (date: string) => `, checked ${day(date)}`,
    undated: ', no date recorded',
    unsettled: (claimed: string) => `not settled: ${claimed}`,
    /** The record states one of several claimed licences; `others` are the rest. */
    licencesDiffer: (total: number, others: string) =>
      `Sources name ${numeral(total).toLowerCase()} licences; ${total === 2 ? 'the other is' : 'the others are'} ${others}`,
    licenceUnsettled: (total: number, claimed: string) =>
      total === 1
        ? `not settled; a source names ${claimed}`
        : `not settled; sources name ${numeral(total).toLowerCase()} licences: ${claimed}`,
    /** What could be read of a licence that is claimed in words. */
    readInPart: (terms: string) =>
      terms === '' ? ' (read its terms at the source)' : ` (at least: ${terms}; read the rest at the source)`,
    formerlyAt: 'Formerly at',
    cells: { yes: 'Has', no: 'Lacks', unknown: 'Unknown' } as Record<Availability, string>,
    elsewhere: (claimed: string) => `another source says: ${claimed}`,
    moreDisputed: (count: number) =>
      count === 1 ? 'sources disagree on one more field' : `sources disagree on ${number(count)} more fields`,
  },

  /** The data that a resource has from others, and the resources that have its data. */
  lineage: {
    overlap: 'Overlap',
    hasDataOf: (names: string) => `It has data from ${names}`,
    claimedToHaveDataOf: (names: string) => `Another source says that it has data from ${names}`,
    isIn: (names: string) => `Its data is also in ${names}`,
    fromThem: (names: string) => `through them from ${names}`,
    /** Of those that name a source that it has too, with the same kind of image. */
    mayShare: (names: string) => `It may share images with ${names}`,
    inThem: (names: string) => `through them in ${names}`,
    removed: 'no longer listed',
    /** One term, and how many of the sources ask for it. */
    limit: (term: string, count: number, sources: number) =>
      sources === 1 ? term : `${term} (${number(count)} of ${number(sources)} sources)`,
    /** The terms of included data; of some sources there may be none recorded, or not all could be read. */
    limits: (terms: string, { sources, unrecorded, unread }: Omit<InheritedTerms, 'limits'>) => {
      const apply = `The terms of its ${sources === 1 ? 'source' : 'sources'} still apply`
      if (unrecorded + unread === 0) return `${apply}: ${terms}.`
      const known = terms === '' ? `${apply}, and are not all known.` : `${apply}. At least: ${terms}.`
      const count = (of: number) =>
        sources === 1 ? 'That source' : of === 1 ? '1 source' : `${number(of)} sources`
      return [
        known,
        ...(unrecorded > 0
          ? [`${count(unrecorded)} ${unrecorded === 1 ? 'has' : 'have'} no licence recorded.`]
          : []),
        ...(unread > 0
          ? [`${count(unread)} ${unread === 1 ? 'has' : 'have'} terms that could not be read in full.`]
          : []),
      ].join(' ')
    },
  },

  /** A cited work. */
  references: {
    andOthers: 'and others',
    read: (day: string) => `read ${day}`,
  },

  /** Everything known about one resource. */
  resource: {
    withoutImages: 'It contains no images.',
    unconfirmed: (since: string) => `Nobody has changed or confirmed this record since ${since}.`,
    /** Of the kinds of image that it is said to have. */
    imagesDenied: (kinds: string) => `One source denies that it contains ${kinds}.`,
    references: 'References',
    sources: 'Sources',
    elsewhere: (warnings: string) => `Another source says: ${warnings}`,
    moreToMind: (count: number) =>
      count === 1 ? 'and one more caution' : `and ${number(count)} more cautions`,
    moreReferences: (count: number) => `and ${number(count)} more, under Cite`,
    allReferences: (count: number) => `${number(count)} of them, under Cite`,
    /** What the last look at its address says: of a day, as text. */
    link: {
      alive: (date: string) => `Its address answered on ${date}.`,
      moved: (date: string) => `Its address led to another site on ${date}.`,
      blocked: (date: string) => `Its address let no program in on ${date}.`,
      changed: (date: string) => `Its address had another page than before on ${date}.`,
      unreachable: (date: string) => `Its address did not answer on ${date}.`,
      dead: (date: string) => `Its address is dead: no answer on three days, last on ${date}.`,
    },
    archivedCopy: 'Archived copy',
    /** The first and the last date of a source's claims. */
    period: (first: string, last: string) => `${day(first)} to ${day(last)}`,
  },

  comparison: {
    title: 'Compared',
    contains: (whole: string, part: string) => `${whole} contains data from ${part}.`,
    /** `kinds` are kinds of image that both may have. */
    mayShareImages: (a: string, b: string, kinds: string, sources: string) =>
      `${a} and ${b} may share images (${kinds}): both contain data from ${sources}.`,
    sameSource: (a: string, b: string, sources: string) =>
      `${a} and ${b} both contain data from ${sources}, but no common data type is recorded.`,
    /** Of all pairs, or of those that were not named yet. */
    noOverlap: (isForOthers: boolean): string =>
      isForOthers ? 'No common source is recorded for the other pairs.' : 'No common source is recorded.',
    warning: 'Do not train on one and test on the other.',
    /** The fields that a comparison has beside those of a record. */
    fields: {
      useNote: 'Note on use',
      sourceTerms: 'Terms of its sources',
      disagreements: 'Sources disagree on',
    },
    noDisagreement: 'nothing',
    same: (values: string) => `**Same:** ${values}`,
    notRecorded: 'not recorded',
    detailsOf: (letter: string) => `Details of ${letter}`,
    onPage: 'Side by side',
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
    redescribed: 'the same works; their order or description changed',
    came: (entries: string) => `${entries} added`,
    went: (entries: string) => `${entries} removed`,
    listed: 'Listed',
    withdrawn: 'Withdrawn',
    restored: 'Restored',
    moved: 'Moved',
    corrected: 'Corrected',
    confirmed: 'Confirmed',
  },
}
export type ResourceMessages = typeof resourceMessages
