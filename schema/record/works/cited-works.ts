// What to cite: for a resource the data set and the works about it, for the registry a release and the survey.

import type { AsOf } from '../../verbs/as-of.ts'
import { REGISTRY } from '../../vocabulary.ts'
import type { Resource } from '../resource.ts'
import { canonicalAddress, exactName, identifiersIn } from '../values/addresses/address.ts'
import { publisherOf, versionIn } from '../values/addresses/hosts.ts'
import { cslDate } from '../values/dates.ts'
import { LENGTHS } from '../values/text.ts'
import { authorsOf } from './authors.ts'
import { type CslName, type Reference, referenceAddress } from './reference.ts'

/** A work as it is cited: a reference, and what no reference has. */
export interface Work extends Reference {
  /** Its SPDX identifier, or the licence as claimed. */
  readonly license?: string
  /** What it is, in a sentence or two. */
  readonly abstract?: string
  /** Its own key for BibTeX: short, stable, in ASCII. Other works get one from their author, year and title. */
  readonly key?: string
}

type Citable = Pick<
  Resource,
  | 'slug'
  | 'name'
  | 'organization'
  | 'url'
  | 'formerUrls'
  | 'doi'
  | 'license'
  | 'licenseSpdx'
  | 'description'
  | 'published'
  | 'versions'
  | 'references'
>

/** Types of works that a reference to the data themselves has. */
const DATA: readonly Reference['type'][] = ['dataset', 'software', 'webpage']

/** The data set itself, then the works about it in their order. */
export function citedWorks(resource: Citable): readonly [Work, ...Work[]] {
  const own = ownReference(resource)
  return [dataSet(resource, own), ...resource.references.filter((reference) => reference !== own)]
}

/** The data set alone. */
export const dataSetWork = (resource: Citable): Work => dataSet(resource, ownReference(resource))

/**
 * The data set as a work: what the record knows of it, and authors, date and date of access from the reference to it,
 * where it has one. Its organisation is its author where nobody is named.
 */
function dataSet(resource: Citable, own: Reference | undefined): Work {
  const { slug, name, organization, url, license, licenseSpdx, description, published } = resource
  const DOI = doiOf(resource) ?? own?.DOI ?? doiAt(own?.URL ?? '')
  const isSameAddress = own?.URL !== undefined && canonicalAddress(own.URL) === canonicalAddress(url)
  const publisher = own?.publisher ?? publisherOf(DOI, url) ?? organization
  const version = own?.version ?? versionIn(url, DOI) ?? versionAt(resource)
  // The reference to it knows the day.
  const issued = own?.issued ?? (published === null ? undefined : cslDate(String(published)))
  const hasAuthors = own?.author !== undefined && authorsOf(own).authors.length > 0
  const terms = licenseSpdx ?? license
  return {
    id: slug,
    key: slug,
    type: 'dataset',
    title: (own?.type === 'dataset' ? own.title : undefined) ?? name,
    author: hasAuthors ? own.author : [{ literal: organization.slice(0, LENGTHS.authorName) }],
    publisher,
    ...(issued && { issued }),
    // The date of access is that of the address that the reference has.
    ...(isSameAddress && own.accessed && { accessed: own.accessed }),
    ...(version && { version }),
    ...(DOI && { DOI }),
    URL: url,
    ...(terms && { license: terms }),
    ...(description && { abstract: description }),
    ...(own?.['citation-number'] && { 'citation-number': own['citation-number'] }),
  }
}

/** The reference that is the data set itself: by its address, its DOI or its name. */
function ownReference({ name, url, formerUrls, doi, references }: Citable): Reference | undefined {
  const addresses = [url, ...formerUrls, ...(doi ? [`doi:${doi}`] : [])].map(canonicalAddress)
  return references.find((reference) => {
    if (!DATA.includes(reference.type)) return false
    const address = referenceAddress(reference)
    const isNamed = reference.type === 'dataset' && reference.title?.toLowerCase() === name.toLowerCase()
    return isNamed || (address !== undefined && addresses.includes(address))
  })
}

/** The version that is found at the address of the record. */
function versionAt({ url, versions }: Citable): string | undefined {
  const address = canonicalAddress(url)
  return versions.find((version) => version.url !== null && canonicalAddress(version.url) === address)?.label
}

/** The DOI that the record states, or that the address stands for; bare. */
const doiOf = ({ doi, url }: Citable): string | undefined => identifiersIn(doi ?? '').doi ?? doiAt(url)

const doiAt = (address: string): string | undefined =>
  /^doi:(.+)$/s.exec(exactName(address) ?? '')?.[1] ?? identifiersIn(address).doi

type Release = NonNullable<AsOf['release']>
type ReleaseAuthor = Release['authors'][number]

/** The survey that the registry began with, whose authors ask to be cited. */
export const SURVEY: Work = {
  id: 'kalkreuth-kaufmann-2020',
  type: 'article',
  title: 'COVID-19: A Survey On Public Medical Imaging Data Resources',
  author: [
    { family: 'Kalkreuth', given: 'Roman' },
    { family: 'Kaufmann', given: 'Paul' },
  ],
  issued: cslDate('2020'),
  archive: 'arXiv',
  archive_location: '2004.04569',
  version: '2.0',
}

/** The authors of a release. Where it names none but the registry itself, they are those who keep it. */
export function releaseAuthors({ authors }: Pick<Release, 'authors'>): readonly ReleaseAuthor[] {
  const others = authors.filter((name) => !('literal' in name && name.literal === REGISTRY.title))
  return others.length > 0 ? others : [{ literal: REGISTRY.name }]
}

/** A release of the registry, and the survey. `base` is the registry's own address; empty where it is not known. */
export const releaseWorks = (release: CitedRelease, base: string): readonly [Work, Work] => [
  releaseWork(release, base),
  SURVEY,
]

type CitedRelease = Pick<Release, 'version' | 'title' | 'authors' | 'releasedOn'>

export function releaseWork(release: CitedRelease, base: string): Work {
  const key = `covid-imaging-registry-${release.version}`
  return {
    id: key,
    key,
    type: 'dataset',
    title: release.title,
    author: releaseAuthors(release).map(nameAlone),
    publisher: REGISTRY.name,
    issued: cslDate(release.releasedOn),
    version: release.version,
    ...(base !== '' && { URL: base }),
    license: REGISTRY.license.spdx,
  }
}

/** CSL has no affiliations. */
function nameAlone(name: ReleaseAuthor): CslName {
  if ('literal' in name) return { literal: name.literal }
  return { family: name.family, ...(name.given && { given: name.given }) }
}
