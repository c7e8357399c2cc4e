// The sites that are known: each host once, with which of its addresses are the same page, who publishes what is there,
// and where its addresses and DOIs have a version.

import {
  apiOfRepository,
  archiveOfRepository,
  bitbucket,
  gitlab,
  jsDelivr,
  rawFile,
  repository,
  viewerOfRepository,
} from './code-hosts.ts'
import {
  archiveToday,
  cancerImagingArchive,
  dataverse,
  dropbox,
  figshare,
  googleDrive,
  grandChallenge,
  huggingFace,
  ieeeDataport,
  kaggle,
  mendeley,
  openNeuro,
  osf,
  physionet,
  synapse,
  zenodo,
} from './data-hosts.ts'
import type { AddressParts, Rule } from './host-rule.ts'
import { doiInPath, doiName } from './identifiers.ts'
import {
  arxiv,
  earlyPreprint,
  elife,
  elsevier,
  handle,
  ieeeXplore,
  mdpi,
  nature,
  plos,
  pubmed,
  researchSquare,
} from './paper-hosts.ts'

interface Site {
  /** Each with all domains below it, but those that another site names. */
  readonly hosts: readonly string[]
  readonly canonical?: Rule
  /** Of data sets: the archive. */
  readonly publisher?: string
  /** The version in the path of an address, which begins without a slash. */
  readonly version?: RegExp
  /** Of its DOIs; an archive has those that it alone registers. https://www.doi.org/the-identifier/resources/handbook/ */
  readonly prefixes?: readonly string[]
  /** The end of a DOI that names a version, where each has a DOI of its own. */
  readonly doiVersion?: RegExp
}

export const SITES: readonly Site[] = [
  {
    hosts: ['github.com'],
    canonical: repository,
    publisher: 'GitHub',
    version: /^[^/]+\/[^/]+\/(?:releases\/tag|tree)\/v?(\d[\w.-]*)\/?$/i,
  },
  {
    hosts: ['raw.githubusercontent.com', 'media.githubusercontent.com'],
    canonical: rawFile,
    publisher: 'GitHub',
  },
  { hosts: ['codeload.github.com', 'github.dev'], canonical: archiveOfRepository, publisher: 'GitHub' },
  { hosts: ['api.github.com'], canonical: apiOfRepository, publisher: 'GitHub' },
  { hosts: ['cdn.jsdelivr.net'], canonical: jsDelivr },
  {
    hosts: ['colab.research.google.com', 'nbviewer.org', 'nbviewer.jupyter.org'],
    canonical: viewerOfRepository,
  },
  { hosts: ['bitbucket.org'], canonical: bitbucket },
  { hosts: ['gitlab.com'], canonical: gitlab, publisher: 'GitLab' },
  { hosts: ['kaggle.com'], canonical: kaggle, publisher: 'Kaggle', prefixes: ['10.34740'] },
  { hosts: ['zenodo.org'], canonical: zenodo, publisher: 'Zenodo', prefixes: ['10.5281'] },
  {
    hosts: ['figshare.com'],
    canonical: figshare,
    publisher: 'figshare',
    prefixes: ['10.6084'],
    doiVersion: /\.v(\d+)$/i,
  },
  {
    hosts: ['data.mendeley.com'],
    canonical: mendeley,
    publisher: 'Mendeley Data',
    version: /^datasets\/[^/]+\/(\d+)/i,
    prefixes: ['10.17632'],
    doiVersion: /\.(\d+)$/i,
  },
  {
    hosts: ['huggingface.co', 'hf.co'],
    canonical: huggingFace,
    publisher: 'Hugging Face',
    version: /^datasets\/[^/]+\/[^/]+\/tree\/v?(\d[\w.-]*)\/?$/i,
    prefixes: ['10.57967'],
  },
  { hosts: ['osf.io'], canonical: osf, publisher: 'OSF', prefixes: ['10.17605'] },
  { hosts: ['dataverse.harvard.edu'], publisher: 'Harvard Dataverse', prefixes: ['10.7910'] },
  { hosts: ['datadryad.org'], publisher: 'Dryad', prefixes: ['10.5061'] },
  {
    hosts: ['ieee-dataport.org'],
    canonical: ieeeDataport,
    publisher: 'IEEE DataPort',
    prefixes: ['10.21227'],
  },
  { hosts: ['synapse.org'], canonical: synapse, publisher: 'Synapse', prefixes: ['10.7303'] },
  {
    hosts: ['physionet.org'],
    canonical: physionet,
    publisher: 'PhysioNet',
    version: /^content\/[^/]+\/(\d[\d.]*)\/?$/i,
    prefixes: ['10.13026'],
  },
  {
    hosts: ['openneuro.org'],
    canonical: openNeuro,
    publisher: 'OpenNeuro',
    prefixes: ['10.18112'],
    doiVersion: /\.v(\d[\d.]*)$/i,
  },
  {
    hosts: ['cancerimagingarchive.net'],
    canonical: cancerImagingArchive,
    publisher: 'The Cancer Imaging Archive',
    prefixes: ['10.7937'],
  },
  { hosts: ['grand-challenge.org'], canonical: grandChallenge, publisher: 'Grand Challenge' },
  { hosts: ['registry.opendata.aws'], publisher: 'Registry of Open Data on AWS' },
  {
    hosts: ['data.uni-hannover.de'],
    publisher: 'Research Data Repository of Leibniz University Hannover',
    prefixes: ['10.25835'],
  },
  { hosts: ['drive.google.com', 'docs.google.com', 'drive.usercontent.google.com'], canonical: googleDrive },
  { hosts: ['dropbox.com', 'dropboxusercontent.com'], canonical: dropbox },
  {
    hosts: [
      'archive.ph',
      'archive.today',
      'archive.is',
      'archive.fo',
      'archive.li',
      'archive.md',
      'archive.vn',
    ],
    canonical: archiveToday,
  },
  {
    hosts: ['arxiv.org', 'ar5iv.org', 'ar5iv.labs.arxiv.org', 'alphaxiv.org', 'arxiv-vanity.com'],
    canonical: arxiv,
  },
  {
    hosts: ['medrxiv.org', 'biorxiv.org'],
    canonical: earlyPreprint,
    prefixes: ['10.1101', '10.64898'],
    doiVersion: /v(\d+)$/i,
  },
  {
    hosts: ['researchsquare.com'],
    canonical: researchSquare,
    prefixes: ['10.21203'],
    doiVersion: /\/v(\d+)$/i,
  },
  { hosts: ['preprints.org'], prefixes: ['10.20944'], doiVersion: /\.v(\d+)$/i },
  { hosts: ['chemrxiv.org'], prefixes: ['10.26434'], doiVersion: /-v(\d+)$/i },
  {
    hosts: ['pubmed.ncbi.nlm.nih.gov', 'pmc.ncbi.nlm.nih.gov', 'ncbi.nlm.nih.gov', 'europepmc.org'],
    canonical: pubmed,
  },
  { hosts: ['nature.com'], canonical: nature },
  { hosts: ['sciencedirect.com', 'elsevier.com'], canonical: elsevier },
  { hosts: ['ieeexplore.ieee.org'], canonical: ieeeXplore },
  { hosts: ['mdpi.com'], canonical: mdpi },
  { hosts: ['elifesciences.org'], canonical: elife },
  { hosts: ['journals.plos.org'], canonical: plos },
  { hosts: ['doi.org', 'hdl.handle.net'], canonical: handle },
]

const BY_HOST = new Map(SITES.flatMap((site) => site.hosts.map((host) => [host, site] as const)))
const BY_PREFIX = new Map(SITES.flatMap((site) => (site.prefixes ?? []).map((prefix) => [prefix, site])))

/** The site of a host, or of the nearest domain above it that is known. */
function siteOfHost(host: string): Site | undefined {
  const site = BY_HOST.get(host)
  const dot = host.indexOf('.')
  return site || dot < 0 ? site : siteOfHost(host.slice(dot + 1))
}

/** The host of an address without "www"; undefined where the text is no address. */
export const hostOf = (url: string): string | undefined => URL.parse(url)?.hostname.replace(/^www\./, '')

export const isKnownHost = (host: string): boolean => siteOfHost(host) !== undefined

const siteOfDoi = (doi: string): Site | undefined => BY_PREFIX.get(doi.split('/')[0] ?? '')

/** The name of an address by the rule of its host, by its persistent id, or by the DOI in its path. */
export function canonicalOnHost(parts: AddressParts): string | undefined {
  const byHost = siteOfHost(parts.host)?.canonical?.(parts) ?? dataverse(parts)
  if (byHost !== undefined) return byHost
  const doi = doiInPath(`/${parts.path.join('/')}`)
  return doi === undefined ? undefined : doiName(doi)
}

/** The canonical name of what a canonical name is a version of. */
export function withoutVersion(name: string): string {
  const doi = /^doi:(.+)$/s.exec(name)?.[1]
  const version = doi && siteOfDoi(doi)?.doiVersion
  return version ? `doi:${doi.replace(version, '')}` : name
}

/** The archive of a DOI or else of an address; undefined where neither names one. */
export function publisherOf(doi: string | undefined, url: string): string | undefined {
  return siteOfDoi(doi ?? '')?.publisher ?? siteOfHost(URL.parse(url)?.hostname ?? '')?.publisher
}

/** The version that an address names, or else a DOI. */
export function versionIn(url: string, doi: string | undefined): string | undefined {
  const { hostname = '', pathname = '' } = URL.parse(url) ?? {}
  const inPath = siteOfHost(hostname)?.version?.exec(pathname.slice(1))?.[1]
  return inPath ?? (doi && siteOfDoi(doi)?.doiVersion?.exec(doi)?.[1])
}
