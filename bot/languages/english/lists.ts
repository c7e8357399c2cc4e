import type { SoughtKey } from '../../../schema/record/field-keys.ts'
import type { Measure } from '../../../schema/record/filters.ts'
import { DATA_TYPES, REGISTRY } from '../../../schema/vocabulary.ts'
import { number, numeral } from './writing.ts'

export const listMessages = {
  buttons: {
    cite: 'Cite',
    open: 'Open',
    /** Of what has ended, or has no images. */
    openDoubtful: 'Open its page',
    history: 'History',
    watch: 'Watch',
    share: 'Share',
    details: 'Details',
    previous: 'Previous',
    next: 'Next',
    unknown: (count: number) => `${number(count)} unknown`,
  },

  /** The release that an answer was read from. */
  asOf: {
    survey: (version: string, day: string) => `Survey ${version}, ${day}`,
    release: (version: string, day: string) => `Release ${version}, ${day}`,
    changed: (day: string) => `last changed ${day}`,
    unchanged: 'unchanged since',
    caution: 'not for clinical use',
  },

  /** Links from cards to pages. */
  pages: {
    resource: 'its page',
    table: 'the table as a page',
    submission: 'Review on the web',
    privacy: 'what is kept of you',
  },

  /** An introduction to the registry, and its commands. */
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
      `A registry of ${number(of.resources)} public resources. For each it says which of ${numeral(DATA_TYPES.length).toLowerCase()} data types it has. ` +
      `It began as ${of.survey} by ${of.authors} (version ${of.version}, ${of.day}), with ${number(of.references)} references.`,
    type: 'Type `/covid-data` and',
    kind: 'resources with this data type, then those where it is not recorded',
    commands: {
      list: 'the whole table',
      search: 'by name, organisation, reference, address or DOI; typing errors are fine',
      show: 'everything about one resource',
      compare: 'two to four of them side by side',
      cite: 'references to copy, as BibTeX, RIS, APA-like text or CSL-JSON',
      submit: 'suggest a data set that is not listed yet',
      report: 'report an error in what is listed',
      'my-submissions': 'your submissions and their state',
      changes: 'what changed, latest first',
      'help-wanted': 'facts that are still missing; you may know one',
      'forget-me': 'erase what the registry has of you',
    },
    terms:
      'The facts in the table are free for everyone (CC0 1.0); the code is under the MIT licence. Each data set keeps ' +
      'its own licence: read it at the source.',
    /** The survey's caution to its readers. */
    caution: REGISTRY.caution as string,
  },

  list: {
    /** The number of resources that have some data types, and the number for which it is unknown. */
    heading: (kinds: string, { yes, unknown }: { yes: number; unknown: number }) =>
      `${kinds}: ${number(yes)} yes, ${number(unknown)} unknown`,
    unknown: (total: number) => `Unknown (${number(total)})`,
    all: (total: number) => (total === 1 ? 'One resource' : `All ${number(total)} resources`),
    /** The filters of the list. */
    withAccess: (access: string) => `access: ${access}`,
    withLicence: (licence: string) => `licence: ${licence}`,
    withUse: (use: string) => `allows ${use}`,
    withAnnotations: (annotations: string) => `annotations: ${annotations}`,
    licenceNames: { other: 'other', unknown: 'unknown' } as Readonly<Record<string, string>>,
    page: (page: number) => `page ${page}`,
    /** Placeholder of the menu of resources on a page. */
    open: (count: number) => (count === 1 ? 'Open it' : `Open one of ${count}`),
    gone: 'This page of the list is empty now.',
    noneUnderTerms: (kinds: string) =>
      `No listed resource that fits your other choices has ${kinds}, or may have it.`,
    allLack: (kinds: string) => `No listed resource has ${kinds}.`,
    noneKnown: (kinds: string, unknown: number) =>
      `No listed resource is known to have ${kinds}. For ${number(unknown)} it is not recorded.`,
    noneUnknown: (kinds: string) => `The registry knows for every listed resource whether it has ${kinds}.`,
  },

  search: {
    title: (query: string) => `Search: ${query}`,
    /** The data types and the words in a query. */
    understoodAs: (parts: string) => `read as ${parts}; yes first, then unknown`,
    /** Of a data type that the query wants to be without. */
    without: (label: string) => `without ${label}`,
    /** Of a query that every record answers. */
    forAll: 'this is the subject of every resource here',
    readAs: (typed: string, meant: string) => `${typed} was read as ${meant}`,
    sortedBy: {
      images: 'Sorted by the number of images, the most first',
      patients: 'Sorted by the number of patients, the most first',
      published: 'Sorted by the year of publication, the latest first',
    } as Readonly<Record<Measure, string>>,
    /** Words that no record has. */
    leftAside: (words: string) => `Ignored, because no record has it: ${words}`,
    found: (total: number) => `${total} found`,
    first: (reach: number) => `The first ${reach}`,
    nearest: (total: number) =>
      `No resource matches everything. The nearest${total === 1 ? '' : ` ${total}`}`,
    range: (from: number, to: number) => `${from} to ${to} here`,
    noAddress: 'No listed resource has this address.',
    nothing: 'Nothing found. Try fewer words or part of a name, or `/covid-data list` for the whole table.',
  },

  /** Unknown facts. */
  gaps: {
    title: 'Missing facts',
    intro: (resources: number) =>
      `${resources === 1 ? 'One resource is' : `${number(resources)} resources are`} listed. Do you know one of these facts? Adding it takes two minutes.`,
    unknownFor: (kind: string, count: number) => `${kind}: unknown for ${number(count)}`,
    notStated: 'Not recorded',
    missingFor: (field: string, count: number) => `${field}: for ${number(count)}`,
    fields: {
      license: 'licence',
      access: 'access',
      use: 'permitted use',
      counts: 'size',
      annotations: 'annotations',
      formats: 'file formats',
      doi: 'DOI',
      status: 'status',
    } as Record<SoughtKey, string>,
    answer: 'Choose a resource and add a fact',
    count: (gaps: number) => `${gaps} unknown`,
  },
}
export type ListMessages = typeof listMessages
