// The lists of DataCite and Hugging Face as they document them, with data sets of yesterday, strict about what they are
// asked. https://support.datacite.org/docs/api-queries and /docs/pagination; https://huggingface.co/docs/hub/api

import type { Found } from './site.ts'

const DAY_MS = 86_400_000
const yesterday = (hour = 0) => new Date(Date.now() - DAY_MS - hour * 3_600_000).toISOString()

const CC_BY = {
  rights: 'Creative Commons Attribution 4.0 International',
  rightsUri: 'https://creativecommons.org/licenses/by/4.0/legalcode',
  rightsIdentifier: 'cc-by-4.0',
  rightsIdentifierScheme: 'SPDX',
}

const related = (relationType: string, relatedIdentifier: string) => ({
  relationType,
  relatedIdentifier,
  relatedIdentifierType: 'DOI',
})

const work = (doi: string, title: string, publisher: string, more: object) => ({
  doi,
  titles: [{ title }],
  creators: [{ name: 'Lung Imaging Centre', nameType: 'Organizational', affiliation: [] }],
  publisher,
  publicationYear: new Date().getUTCFullYear(),
  subjects: [],
  dates: [{ date: yesterday().slice(0, 10), dateType: 'Issued' }],
  types: { resourceTypeGeneral: 'Dataset' },
  relatedIdentifiers: [] as object[],
  sizes: [] as string[],
  formats: [] as string[],
  version: null,
  rightsList: [] as object[],
  descriptions: [] as object[],
  url: `https://doi.org/${doi}`,
  state: 'findable',
  created: yesterday(),
  updated: yesterday(),
  ...more,
})
type Work = ReturnType<typeof work>

/** Works by their DOI. */
export const listedWorks = (): { readonly [doi: string]: Work } =>
  Object.fromEntries(
    [
      // As Zenodo registers a data set: a record for each version, and one for all of them.
      work('10.5281/zenodo.9900100', 'Chest CT of COVID-19 from two hospitals', 'Zenodo', {
        created: '2024-01-02T03:04:05.000Z',
        updated: '2024-01-02T03:04:05.000Z',
        relatedIdentifiers: [
          related('HasVersion', '10.5281/zenodo.9900101'),
          related('HasVersion', '10.5281/zenodo.9900102'),
        ],
      }),
      work('10.5281/zenodo.9900102', 'Chest CT of COVID-19 from two hospitals', 'Zenodo', {
        version: '2.0',
        relatedIdentifiers: [related('IsVersionOf', '10.5281/zenodo.9900100')],
        sizes: ['41.2 GB'],
        formats: ['application/dicom'],
        rightsList: [CC_BY],
        descriptions: [
          { description: '<p>CT of 480 patients, with metadata.</p>', descriptionType: 'Abstract' },
        ],
        url: 'https://zenodo.org/records/9900102',
      }),
      work('10.17632/zz9900103.1', 'Lung ultrasound clips in COVID-19 wards', 'Mendeley Data', {
        version: '1',
        rightsList: [{ rights: null, rightsUri: 'https://creativecommons.org/licenses/by-nc/3.0/' }],
        url: 'https://data.mendeley.com/datasets/zz9900103/1',
      }),
      // As Figshare registers what belongs to a paper.
      work('10.6084/m9.figshare.9900104.v1', 'Additional file 2 of CT scores in COVID-19', 'figshare', {
        sizes: ['18432 Bytes'],
      }),
      work('10.5061/dryad.9900105', 'Tweets about COVID-19 vaccination', 'Dryad', {}),
    ].map((one) => [one.doi, one]),
  )

const DATACITE_PARAMETERS = [
  ...['query', 'resource-type-id', 'sort', 'page[size]', 'page[number]', 'page[cursor]', 'disable-facets'],
]
const SORTS = ['relevance', ...['name', 'created', 'updated'].flatMap((key) => [key, `-${key}`])]

const refusal = (title: string): Found => ({ status: 400, body: { errors: [{ status: '400', title }] } })

export function dataciteList(search: URLSearchParams): Found {
  const unknown = [...search.keys()].find((name) => !DATACITE_PARAMETERS.includes(name))
  if (unknown !== undefined) return refusal(`The parameter ${unknown} is unknown.`)
  const size = Number(search.get('page[size]') ?? 25)
  const page = Number(search.get('page[number]') ?? 1)
  if (!(size >= 0 && size <= 1000)) return refusal('page[size] is at most 1000.')
  if (!SORTS.includes(search.get('sort') ?? 'relevance')) return refusal('sort is unknown.')
  const query = search.get('query') ?? ''
  const [, by, since] = /\b(created|updated):\[(\d{4}-\d\d-\d\d) TO \*\]/.exec(query) ?? []
  const dois = [...query.matchAll(/"(10\.[^"]+)"/g)].map(([, doi]) => doi)
  const works = Object.values(listedWorks()).filter((one) =>
    since === undefined ? dois.includes(one.doi) : one[by as 'created' | 'updated'] >= since,
  )
  const found = works.slice((page - 1) * size, page * size)
  return {
    status: 200,
    type: 'application/vnd.api+json; charset=utf-8',
    body: {
      data: found.map((attributes) => ({ id: attributes.doi, type: 'dois', attributes })),
      meta: { total: works.length, totalPages: Math.ceil(works.length / Math.max(1, size)), page },
      links: { self: `https://api.datacite.org/dois?${search}` },
    },
  }
}

/** Data sets by their id. */
export const listedDataSets = (): { readonly [id: string]: object } => ({
  'lung-lab/covid-xray-phone-photos': {
    _id: '2',
    id: 'lung-lab/covid-xray-phone-photos',
    author: 'lung-lab',
    lastModified: yesterday(1),
    createdAt: yesterday(),
    private: false,
    gated: false,
    disabled: false,
    tags: ['license:cc-by-4.0', 'size_categories:1K<n<10K', 'modality:image', 'region:us'],
    description: 'Chest X-rays of COVID-19, photographed from screens.',
    cardData: { pretty_name: 'COVID X-rays by phone', license: 'cc-by-4.0' },
  },
})

const HUB_PARAMETERS = ['search', 'sort', 'direction', 'limit', 'expand[]']
const EXPANDABLE = [
  ...['author', 'cardData', 'citation', 'createdAt', 'description', 'disabled', 'downloads', 'gated'],
  ...['lastModified', 'likes', 'private', 'sha', 'tags'],
]

export function huggingFaceList(search: URLSearchParams): Found {
  const unknown =
    [...search.keys()].find((name) => !HUB_PARAMETERS.includes(name)) ??
    search.getAll('expand[]').find((name) => !EXPANDABLE.includes(name))
  if (unknown !== undefined) return { status: 400, body: { error: `Invalid input: ${unknown}` } }
  const word = search.get('search')?.toLowerCase() ?? ''
  const found = Object.entries(listedDataSets()).filter(([id]) => id.toLowerCase().includes(word))
  return { status: 200, body: found.map(([, one]) => one) }
}
