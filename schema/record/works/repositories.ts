// The archive that publishes a data set, by the prefix of its DOI or the host of its address.

/** Prefixes that one archive alone registers. https://www.doi.org/the-identifier/resources/handbook/ */
const BY_PREFIX: Readonly<Record<string, string>> = {
  '10.5061': 'Dryad',
  '10.5281': 'Zenodo',
  '10.6084': 'figshare',
  '10.7303': 'Synapse',
  '10.7910': 'Harvard Dataverse',
  '10.7937': 'The Cancer Imaging Archive',
  '10.13026': 'PhysioNet',
  '10.17605': 'OSF',
  '10.17632': 'Mendeley Data',
  '10.18112': 'OpenNeuro',
  '10.21227': 'IEEE DataPort',
  '10.25835': 'Research Data Repository of Leibniz University Hannover',
  '10.34740': 'Kaggle',
  '10.57967': 'Hugging Face',
}

const BY_HOST: Readonly<Record<string, string>> = {
  'cancerimagingarchive.net': 'The Cancer Imaging Archive',
  'data.mendeley.com': 'Mendeley Data',
  'dataverse.harvard.edu': 'Harvard Dataverse',
  'datadryad.org': 'Dryad',
  'figshare.com': 'figshare',
  'github.com': 'GitHub',
  'gitlab.com': 'GitLab',
  'grand-challenge.org': 'Grand Challenge',
  'huggingface.co': 'Hugging Face',
  'ieee-dataport.org': 'IEEE DataPort',
  'kaggle.com': 'Kaggle',
  'openneuro.org': 'OpenNeuro',
  'osf.io': 'OSF',
  'physionet.org': 'PhysioNet',
  'registry.opendata.aws': 'Registry of Open Data on AWS',
  'synapse.org': 'Synapse',
  'zenodo.org': 'Zenodo',
}

/** The archive of a DOI or else of an address; undefined where neither names one. */
export function repositoryOf(doi: string | undefined, url: string): string | undefined {
  const byDoi = BY_PREFIX[doi?.split('/')[0] ?? '']
  if (byDoi !== undefined) return byDoi
  const host = URL.parse(url)?.hostname ?? ''
  return Object.entries(BY_HOST).find(([name]) => host === name || host.endsWith(`.${name}`))?.[1]
}

/** Where an address or DOI has the version of what it names. */
const VERSIONS = [
  /^https?:\/\/data\.mendeley\.com\/datasets\/[^/]+\/(\d+)/i,
  /^https?:\/\/github\.com\/[^/]+\/[^/]+\/(?:releases\/tag|tree)\/v?(\d[\w.-]*)\/?$/i,
  /^https?:\/\/(?:www\.)?physionet\.org\/content\/[^/]+\/(\d[\d.]*)\/?$/i,
  /^https?:\/\/huggingface\.co\/datasets\/[^/]+\/[^/]+\/tree\/v?(\d[\w.-]*)\/?$/i,
  /^10\.17632\/[a-z0-9]+\.(\d+)$/i,
  /^10\.6084\/m9\.figshare\.\d+\.v(\d+)$/i,
  /^10\.18112\/openneuro\.ds\d+\.v(\d[\d.]*)$/i,
]

/** The version that one of the identifiers names. */
export function versionIn(...identifiers: readonly (string | undefined)[]): string | undefined {
  for (const identifier of identifiers)
    for (const pattern of VERSIONS) {
      const version = identifier && pattern.exec(identifier)?.[1]
      if (version) return version
    }
  return undefined
}
