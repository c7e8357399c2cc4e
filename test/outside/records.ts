// What the played APIs have. The shapes are those that the real ones document: DataCite's kernel 4.5, Crossref's REST API,
// GitHub's "Get a repository", the Hub API of Hugging Face; the works are made up.

const person = (givenName: string, familyName: string, affiliation: readonly string[] = []) => ({
  name: `${familyName}, ${givenName}`,
  nameType: 'Personal',
  givenName,
  familyName,
  affiliation,
  nameIdentifiers: [],
})

const CC_BY = {
  rights: 'Creative Commons Attribution 4.0 International',
  rightsUri: 'https://creativecommons.org/licenses/by/4.0/legalcode',
  schemeUri: 'https://spdx.org/licenses/',
  rightsIdentifier: 'cc-by-4.0',
  rightsIdentifierScheme: 'SPDX',
}

export const DATACITE_WORKS = {
  /** As Zenodo registers a data set. */
  '10.5281/zenodo.9900001': {
    doi: '10.5281/zenodo.9900001',
    prefix: '10.5281',
    suffix: 'zenodo.9900001',
    identifiers: [],
    creators: [person('Ada', 'Ferro', ['Lung Imaging Centre, Padua']), person('Bo', 'Lind')],
    titles: [{ title: 'Padua lung ultrasound and CT of COVID-19' }],
    publisher: 'Zenodo',
    container: {},
    publicationYear: 2021,
    subjects: [{ subject: 'COVID-19' }, { subject: 'lung ultrasound' }],
    contributors: [],
    dates: [
      { date: '2021-03-09', dateType: 'Issued' },
      { date: '2022-11-02T10:00:00Z', dateType: 'Updated' },
    ],
    language: 'eng',
    types: { resourceTypeGeneral: 'Dataset', schemaOrg: 'Dataset', bibtex: 'misc', ris: 'DATA' },
    relatedIdentifiers: [
      {
        relationType: 'IsVersionOf',
        relatedIdentifier: '10.5281/zenodo.9900000',
        relatedIdentifierType: 'DOI',
      },
      {
        relationType: 'IsSupplementTo',
        relatedIdentifier: '10.1016/j.lung.2021.900001',
        relatedIdentifierType: 'DOI',
      },
    ],
    sizes: ['18.7 GB'],
    formats: ['application/dicom', 'video/mp4', 'text/csv'],
    version: '1.2.0',
    rightsList: [CC_BY, { rights: 'Open Access', rightsUri: 'info:eu-repo/semantics/openAccess' }],
    descriptions: [
      {
        description:
          '<p>Clips of lung ultrasound and chest CT of 212 patients with COVID-19, with <b>metadata</b> &amp; outcomes.</p>',
        descriptionType: 'Abstract',
      },
    ],
    geoLocations: [],
    fundingReferences: [],
    url: 'https://zenodo.org/record/9900001',
    state: 'findable',
    created: '2021-03-09T08:00:00.000Z',
    updated: '2022-11-02T10:00:05.000Z',
  },
  /** As Mendeley Data registers one: no licence in words, an organisation among the creators, sizes that are no bytes. */
  '10.17632/zz9900002.2': {
    doi: '10.17632/zz9900002.2',
    creators: [{ name: 'University of Somewhere', nameType: 'Organizational', affiliation: [] }],
    titles: [
      { title: 'Radiographs of COVID-19 and normal lungs' },
      { title: 'X-ray collection', titleType: 'AlternativeTitle' },
    ],
    publisher: { name: 'Mendeley Data' },
    publicationYear: 2020,
    subjects: [],
    dates: [{ date: '2020', dateType: 'Issued' }],
    types: { resourceTypeGeneral: 'Dataset' },
    relatedIdentifiers: [],
    sizes: ['12 files', '3.2 MB'],
    formats: [],
    version: '2',
    rightsList: [{ rights: null, rightsUri: 'https://creativecommons.org/licenses/by-nc/3.0/' }],
    descriptions: [{ description: 'Chest X-rays.', descriptionType: 'Abstract' }],
  },
  /** As arXiv registers a preprint. */
  '10.48550/arXiv.2003.99001': {
    doi: '10.48550/arXiv.2003.99001',
    creators: [person('Chi', 'Wong')],
    titles: [{ title: 'A data set of CT about COVID-19' }],
    publisher: 'arXiv',
    publicationYear: 2020,
    subjects: [{ subject: 'Image and Video Processing (eess.IV)' }],
    dates: [{ date: '2020-03-30T00:00:00Z', dateType: 'Submitted' }],
    types: { resourceTypeGeneral: 'Preprint' },
    relatedIdentifiers: [],
    sizes: [],
    formats: [],
    version: '1',
    rightsList: [],
    descriptions: [],
  },
}

export const CROSSREF_WORKS = {
  '10.1016/j.lung.2021.900001': {
    DOI: '10.1016/j.lung.2021.900001',
    type: 'journal-article',
    title: ['Lung ultrasound and CT in COVID-19: data from Padua'],
    author: [
      {
        given: 'Ada',
        family: 'Ferro',
        sequence: 'first',
        affiliation: [{ name: 'Lung Imaging Centre, Padua' }],
      },
      { given: 'Bo', family: 'Lind', sequence: 'additional', affiliation: [] },
    ],
    'container-title': ['Journal of Lung Imaging'],
    publisher: 'Elsevier BV',
    issued: { 'date-parts': [[2021, 5]] },
    volume: '12',
    page: '100-108',
    license: [{ URL: 'https://creativecommons.org/licenses/by/4.0/', 'content-version': 'vor' }],
    abstract: '<jats:p>We describe the data.</jats:p>',
    URL: 'https://doi.org/10.1016/j.lung.2021.900001',
  },
}

/**
 * Answers of ESummary by base and number, in the shape that
 * https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db=pubmed&id=32835084&retmode=json has,
 * as programs that read it have it in their tests; NBK25499 describes its XML.
 */
export const PUBMED_SUMMARIES: { readonly [base: string]: { readonly [number: string]: object } } = {
  pubmed: {
    '99000001': {
      uid: '99000001',
      pubdate: '2021 May',
      source: 'J Lung Imaging',
      authors: [
        { name: 'Ferro A', authtype: 'Author', clusterid: '' },
        { name: 'Lind B', authtype: 'Author', clusterid: '' },
      ],
      title: 'Lung ultrasound and CT in COVID-19: data from Padua.',
      volume: '12',
      issue: '',
      pages: '100-108',
      articleids: [
        { idtype: 'pubmed', idtypen: 1, value: '99000001' },
        { idtype: 'doi', idtypen: 3, value: '10.1016/j.lung.2021.900001' },
      ],
      fulljournalname: 'Journal of lung imaging',
      sortpubdate: '2021/05/01 00:00',
    },
    '99000002': {
      uid: '99000002',
      pubdate: '2020 Summer',
      source: 'Rev Lung',
      authors: [
        { name: 'van der Berg AB', authtype: 'Author', clusterid: '' },
        { name: 'Lung Ultrasound Group', authtype: 'CollectiveName', clusterid: '' },
      ],
      title: 'A case of &lt;i&gt;COVID-19&lt;/i&gt; without a DOI.',
      volume: '3',
      issue: '2',
      pages: '7',
      articleids: [{ idtype: 'pubmed', idtypen: 1, value: '99000002' }],
      fulljournalname: 'Review of the lung',
      sortpubdate: '2020/07/01 00:00',
    },
  },
  pmc: {
    '9900003': {
      uid: '9900003',
      authors: [{ name: 'Ferro A', authtype: 'Author' }],
      title: 'Lung ultrasound and CT in COVID-19: data from Padua',
      articleids: [
        { idtype: 'pmid', value: '99000001' },
        { idtype: 'doi', value: '10.1016/j.lung.2021.900001' },
        { idtype: 'pmcid', value: 'PMC9900003' },
      ],
      fulljournalname: 'Journal of Lung Imaging',
      sortdate: '2021/05/01 00:00',
    },
  },
}

const repository = (full_name: string, more: object) => {
  const [login = '', name = ''] = full_name.split('/')
  return {
    id: 1,
    name,
    full_name,
    private: false,
    owner: { login, type: 'Organization' },
    html_url: `https://github.com/${full_name}`,
    description: null,
    fork: false,
    created_at: '2020-03-24T12:00:00Z',
    updated_at: '2024-01-01T00:00:00Z',
    pushed_at: '2021-10-05T06:07:08Z',
    homepage: null,
    size: 1234,
    archived: false,
    disabled: false,
    topics: [],
    visibility: 'public',
    license: null,
    ...more,
  }
}

export const GITHUB_REPOSITORIES = {
  'lung-lab/covid-xray-masks': repository('lung-lab/covid-xray-masks', {
    description: 'Chest X-rays of COVID-19 with lung masks. No CT.',
    topics: ['covid-19', 'chest-xray'],
    homepage: 'https://lung-lab.org/masks',
    license: {
      key: 'cc-by-4.0',
      name: 'Creative Commons Attribution 4.0 International',
      spdx_id: 'CC-BY-4.0',
      url: '',
    },
  }),
  /** Asked for by its former name, it answers under its present one. */
  'former-owner/old-name': repository('lung-lab/new-name', {
    archived: true,
    license: { key: 'other', name: 'Other', spdx_id: 'NOASSERTION', url: null },
  }),
}

export const HUGGING_FACE_DATA_SETS: { readonly [id: string]: object } = {
  'lung-lab/Covid-CT-Volumes': {
    _id: '1',
    id: 'lung-lab/Covid-CT-Volumes',
    author: 'lung-lab',
    sha: '0'.repeat(40),
    lastModified: '2025-02-03T04:05:06.000Z',
    private: false,
    gated: 'auto',
    disabled: false,
    tags: [
      'license:cc-by-nc-4.0',
      'size_categories:1K<n<10K',
      'format:csv',
      'modality:image',
      'arxiv:2003.99001',
      'region:us',
    ],
    description: 'Volumes of chest CT.\n\n\n\n# How to load\n\nSee the card.',
    downloads: 10,
    likes: 1,
    cardData: { pretty_name: 'COVID CT volumes', license: 'cc-by-nc-4.0' },
    createdAt: '2023-05-06T07:08:09.000Z',
  },
}
