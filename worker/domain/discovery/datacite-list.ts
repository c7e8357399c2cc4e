// Data sets of DataCite's list of DOIs. https://support.datacite.org/docs/api-queries, /docs/pagination

import * as z from 'zod/mini'
import { type DataciteWork, dataciteAddress, dataciteRecord, dataciteWork } from '../look-up/datacite.ts'
import { lenient, lenientList, readJson } from '../look-up/site-record.ts'
import { canonicalForms, type FoundDataSet, foundDataSet, MOST_ADDRESSES } from './found.ts'

const Work = z.lazy(() =>
  z.extend(dataciteWork(), {
    created: lenient(z.string()),
    updated: lenient(z.string()),
    url: lenient(z.string()),
  }),
)

const Answer = z.lazy(() =>
  z.object({
    data: lenientList(z.object({ attributes: Work })),
    meta: lenient(z.object({ totalPages: z.int() })),
  }),
)

/** As many records, of 5 to 10 KB each, are read in the time that a run has. */
const PAGE_SIZE = 25

/** The words of Elasticsearch's query string syntax: any text of a record may have them. */
const QUERY =
  '(covid* OR "SARS-CoV-2" OR "2019-nCoV") AND (CT OR "computed tomography" OR "x-ray" OR xray OR radiograph* OR CXR OR ' +
  'MRI OR "magnetic resonance" OR ultrasound OR sonograph* OR imaging)'

/** A page of the data sets that were registered, or changed, since a day such as 2026-11-22; the latest first. */
export function dataciteListAddress(by: 'created' | 'updated', since: string, page: number): string {
  const search = new URLSearchParams({
    query: `${QUERY} AND ${by}:[${since} TO *]`,
    'resource-type-id': 'dataset',
    sort: `-${by}`,
    'page[size]': String(PAGE_SIZE),
    'page[number]': String(page),
    'disable-facets': 'true',
  })
  return `https://api.datacite.org/dois?${search}`
}

/** How other versions of a data set are related to it. */
const VERSIONS =
  /^(?:Is|Has)Version(?:Of)?$|^Is(?:New|Previous)VersionOf$|^IsIdenticalTo$|^(?:Obsoletes|IsObsoletedBy)$/

const versionsOf = ({ relatedIdentifiers }: Pick<DataciteWork, 'relatedIdentifiers'>): readonly string[] =>
  relatedIdentifiers
    .filter(({ relationType }) => VERSIONS.test(relationType))
    .map(({ relatedIdentifier }) => relatedIdentifier)

/** The data sets of a page, and whether another page follows; undefined where it is no such page. */
export function readDataciteList(
  answer: string,
  page: number,
  today: string,
): { readonly found: readonly FoundDataSet[]; readonly hasMore: boolean } | undefined {
  const list = readJson(Answer, answer)
  if (list === undefined) return undefined
  const found = list.data.flatMap(({ attributes }) => toFound(attributes, today) ?? [])
  return { found, hasMore: page < (list.meta?.totalPages ?? 1) }
}

function toFound(work: z.infer<typeof Work>, today: string): FoundDataSet | undefined {
  const { doi, titles, descriptions, subjects, relatedIdentifiers } = work
  return foundDataSet(
    {
      source: 'datacite',
      url: `https://doi.org/${doi}`,
      publisher: work.publisher ?? 'DataCite',
      record: dataciteRecord(dataciteAddress(doi), work),
      texts: [
        ...titles.map(({ title }) => title),
        ...descriptions.map(({ description }) => description),
        ...subjects.map(({ subject }) => subject),
      ],
      otherNames: [...versionsOf(work), ...(work.url === undefined ? [] : [work.url])],
      // Zenodo names the communities of a record as what it is a part of, by their addresses.
      isPart: relatedIdentifiers.some(
        ({ relationType, relatedIdentifierType: type }) => relationType === 'IsPartOf' && type === 'DOI',
      ),
      changedAt: work.updated ?? work.created ?? today,
    },
    today,
  )
}

/** More would make an address that servers refuse. */
const MOST_ASKED = 40

/** Where the records are that stand for all versions of these data sets; undefined where none names another version. */
export function dataciteVersionsAddress(found: readonly FoundDataSet[]): string | undefined {
  const dois = found.flatMap(({ addresses }) =>
    addresses.length < 2
      ? []
      : addresses.slice(1).flatMap((one) => /^doi:([\w./()-]+)$/.exec(one)?.[1] ?? []),
  )
  if (dois.length === 0) return undefined
  const query = [...new Set(dois)]
    .slice(0, MOST_ASKED)
    .map((doi) => `"${doi}"`)
    .join(' OR ')
  const search = new URLSearchParams({
    query: `doi:(${query})`,
    'page[size]': String(MOST_ASKED),
    'disable-facets': 'true',
  })
  return `https://api.datacite.org/dois?${search}`
}

/** The data sets with the versions that those records name. */
export function readDataciteVersions(
  answer: string,
  found: readonly FoundDataSet[],
): readonly FoundDataSet[] {
  const works = (readJson(Answer, answer)?.data ?? []).map(({ attributes }) =>
    canonicalForms([attributes.doi, ...versionsOf(attributes)]),
  )
  return found.map((dataSet) => {
    const more = works.filter(([own = '']) => dataSet.addresses.includes(own)).flat()
    return { ...dataSet, addresses: [...new Set([...dataSet.addresses, ...more])].slice(0, MOST_ADDRESSES) }
  })
}
