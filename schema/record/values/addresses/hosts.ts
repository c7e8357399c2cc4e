// Hosts whose pages have several addresses: which of them are the same page. A rule gives the canonical form of an
// address on its host, or nothing where the general rules do.

import { canonicalArxiv, doiInPath, doiName } from './identifiers.ts'

/** An address taken apart: in lower case, decoded, its host without "www." and its path without empty parts. */
export interface AddressParts {
  readonly host: string
  readonly path: readonly string[]
  readonly query: URLSearchParams
  /** With its "#"; empty where there is none. */
  readonly fragment: string
}

type Rule = (parts: AddressParts) => string | undefined

/** `github.com/o/r`, and a folder or file in it without the branch where that is the usual one. */
const repository: Rule = ({ host, path: [owner, name = '', kind, ...rest] }) => {
  if (owner === undefined || name === '' || FORGE_PAGES.has(owner)) return undefined
  const home = `${host}/${owner}/${name.replace(/\.git$/, '')}`
  if (kind === 'releases' && (rest[0] === 'tag' || rest[0] === 'download') && rest[1] !== undefined)
    return `${home}/releases/tag/${rest[1]}`
  return kind === 'tree' || kind === 'blob' || kind === 'raw' ? inRepository(home, rest) : home
}

const FORGE_PAGES = new Set([
  'orgs',
  'topics',
  'search',
  'marketplace',
  'sponsors',
  'settings',
  'features',
  'about',
])
const USUAL_BRANCHES = new Set(['main', 'master', 'head'])
const START_PAGE = /^(?:readme|index)\b/

function inRepository(home: string, [branch = 'head', ...file]: readonly string[]): string {
  const tree = `${home}/tree/${USUAL_BRANCHES.has(branch) ? 'head' : branch}`
  if (file.length === 0) return home
  return file.length === 1 && START_PAGE.test(file[0] ?? '') ? home : [tree, ...file].join('/')
}

/** `raw.githubusercontent.com/o/r/branch/file`, also with `refs/heads` before the branch. */
const rawFile: Rule = ({ path: [owner, name, ...rest] }) => {
  if (owner === undefined || name === undefined) return undefined
  const file = rest[0] === 'refs' ? rest.slice(2) : rest
  return inRepository(`github.com/${owner}/${name}`, file)
}

const archiveOfRepository: Rule = ({ path: [owner, name] }) => name && `github.com/${owner}/${name}`

/** A group may have groups in it; what follows the dash is a page of the project. */
const gitlab: Rule = ({ host, path }) => {
  const dash = path.indexOf('-')
  const project = (dash < 0 ? path : path.slice(0, dash)).join('/').replace(/\.git$/, '')
  const [kind, ...rest] = dash < 0 ? [] : path.slice(dash + 1)
  if (project === '') return undefined
  return kind === 'tree' || kind === 'blob' || kind === 'raw'
    ? inRepository(`${host}/${project}`, rest)
    : `${host}/${project}`
}

const KAGGLE_PAGES = new Set(
  'code kernels models organizations discussions discussion search learn docs terms settings work account'.split(
    ' ',
  ),
)
/** A data set by its author and name, a competition by its name; tabs and versions are the same page. */
const kaggle: Rule = ({ path: [first = '', second, third] }) => {
  if (second === undefined) return undefined
  if (first === 'c' || first === 'competitions') return `kaggle.com/competitions/${second}`
  if (first === 'datasets' || first === 'dataset') return third && `kaggle.com/datasets/${second}/${third}`
  return KAGGLE_PAGES.has(first) ? undefined : `kaggle.com/datasets/${first}/${second}`
}

const zenodo: Rule = ({ host, path }) => {
  const number = /(?:^|\/)(?:records?|deposit|badge)\/(?:zenodo\.)?(\d+)(?:\/|$)/.exec(path.join('/'))?.[1]
  return number === undefined || host !== 'zenodo.org' ? undefined : doiName(`10.5281/zenodo.${number}`)
}

/** The number of an article is one for all institutions. */
const figshare: Rule = ({ path }) => {
  const [kind, ...rest] = path
  const numbers = rest.filter((part) => /^\d{5,}$/.test(part))
  if (kind === 'articles' && numbers[0] !== undefined) return doiName(`10.6084/m9.figshare.${numbers[0]}`)
  return kind === 'collections' && numbers[0] !== undefined
    ? `figshare.com/collections/${numbers[0]}`
    : undefined
}

const mendeley: Rule = ({ path: [kind, id, version] }) =>
  kind === 'datasets' && id !== undefined && id !== 'draft'
    ? doiName(`10.17632/${id}${version !== undefined && /^\d+$/.test(version) ? `.${version}` : ''}`)
    : undefined

const HUGGING_FACE_KINDS = new Set(['datasets', 'spaces'])
const huggingFace: Rule = ({ path: [first = '', second, third] }) => {
  if (HUGGING_FACE_KINDS.has(first)) {
    const name = third === undefined || third === 'viewer' ? [second] : [second, third]
    return second && ['huggingface.co', first, ...name].join('/')
  }
  return second && `huggingface.co/${first}/${second}`
}

const osf: Rule = ({ path: [first = ''] }) => (/^[a-z0-9]{5}$/.test(first) ? `osf.io/${first}` : undefined)

/** All Dataverse sites name a data set by its persistent id. */
const dataverse: Rule = ({ query }) => {
  const id = query.get('persistentid')
  const doi = /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)(10\..+)$/.exec(id ?? '')?.[1]
  if (doi !== undefined) return doiName(doi)
  return id?.startsWith('hdl:') ? id : undefined
}

const DATAPORT_KINDS = new Set(['open-access', 'documents', 'competitions', 'analysis'])
const ieeeDataport: Rule = ({ path: [kind = '', name] }) =>
  DATAPORT_KINDS.has(kind) && name !== undefined ? `ieee-dataport.org/${name}` : undefined

const synapse: Rule = ({ path, fragment }) => {
  const id = /\bsyn\d+/.exec(`${path.join('/')}${fragment}`)?.[0]
  return id && `synapse.org/${id}`
}

const physionet: Rule = ({ path: [kind, name] }) =>
  (kind === 'content' || kind === 'files') && name !== undefined ? `physionet.org/content/${name}` : undefined

const openNeuro: Rule = ({ path: [kind, id] }) =>
  kind === 'datasets' && id !== undefined ? doiName(`10.18112/openneuro.${id}`) : undefined

/** A collection by its name, at its page or in the wiki; other pages of the wiki by their number. */
const cancerImagingArchive: Rule = ({ path, query }) => {
  const [kind, ...rest] = path
  if (kind === 'collection' || kind === 'analysis-result')
    return rest[0] && `cancerimagingarchive.net/collection/${rest[0]}`
  const page = query.get('pageid')
  if (page !== null) return `cancerimagingarchive.net/pages/${page}`
  const name = kind === 'display' ? rest[1] : undefined
  return name && `cancerimagingarchive.net/wiki/${name}`
}

/** A challenge has its own host; the tabs of its page are the same page. */
const grandChallenge: Rule = ({ host }) => (host === 'grand-challenge.org' ? undefined : host)

/** Files and folders by their id. */
const googleDrive: Rule = ({ path, query }) => {
  const id = query.get('id') ?? /\/(?:d|folders)\/([^/]+)/.exec(`/${path.join('/')}`)?.[1]
  return id ? `drive.google.com/${id}` : undefined
}

const arxiv: Rule = ({ path }) => {
  const number = /^(?:abs|pdf|html|format|ps|src|e-print|tb)\/(.+?)(?:\.pdf)?$/.exec(path.join('/'))?.[1]
  return number && /\d{4}/.test(number) ? canonicalArxiv(number) : undefined
}

const pubmed: Rule = ({ path }) => {
  const whole = path.join('/')
  const pmc = /(?:^|\/)(?:articles?|pmc)\/(?:pmc\/)?pmc(\d+)/.exec(whole)?.[1]
  if (pmc !== undefined) return `pmc:${pmc}`
  const pmid = /^(?:(?:m\/)?pubmed\/|article\/med\/|abstract\/med\/)?(\d+)$/.exec(whole)?.[1]
  return pmid && `pmid:${pmid}`
}

const nature: Rule = ({ path: [kind, id] }) =>
  kind === 'articles' && id !== undefined ? doiName(`10.1038/${id.replace(/\.pdf$/, '')}`) : undefined

const elife: Rule = ({ path: [kind, id] }) =>
  kind === 'articles' && id !== undefined && /^\d+/.test(id)
    ? doiName(`10.7554/elife.${id.replace(/\D.*$/, '')}`)
    : undefined

/** In its query: `journals.plos.org/plosone/article?id=10.1371/journal.pone.1`. */
const plos: Rule = ({ query }) => {
  const id = query.get('id')
  return id?.startsWith('10.') ? doiName(id) : undefined
}

const researchSquare: Rule = ({ path: [kind, id] }) =>
  kind === 'article' && id?.startsWith('rs-') ? doiName(`10.21203/rs.3.${id}`) : undefined

/** A handle that is a DOI, or another. */
const handle: Rule = ({ path }) => {
  const id = path.join('/')
  if (/^10\.\d{4,9}\//.test(id)) return doiName(id)
  return path.length > 1 ? `hdl:${id}` : undefined
}

/** Rules by the end of a host's name. */
const RULES: Readonly<Record<string, Rule>> = {
  'github.com': repository,
  'raw.githubusercontent.com': rawFile,
  'codeload.github.com': archiveOfRepository,
  'bitbucket.org': ({ host, path: [owner, name] }) =>
    name && `${host}/${owner}/${name.replace(/\.git$/, '')}`,
  'gitlab.com': gitlab,
  'kaggle.com': kaggle,
  'zenodo.org': zenodo,
  'figshare.com': figshare,
  'data.mendeley.com': mendeley,
  'huggingface.co': huggingFace,
  'hf.co': huggingFace,
  'osf.io': osf,
  'ieee-dataport.org': ieeeDataport,
  'synapse.org': synapse,
  'physionet.org': physionet,
  'openneuro.org': openNeuro,
  'cancerimagingarchive.net': cancerImagingArchive,
  'grand-challenge.org': grandChallenge,
  'drive.google.com': googleDrive,
  'docs.google.com': googleDrive,
  'arxiv.org': arxiv,
  'ar5iv.org': arxiv,
  'ar5iv.labs.arxiv.org': arxiv,
  'pubmed.ncbi.nlm.nih.gov': pubmed,
  'pmc.ncbi.nlm.nih.gov': pubmed,
  'ncbi.nlm.nih.gov': pubmed,
  'europepmc.org': pubmed,
  'nature.com': nature,
  'elifesciences.org': elife,
  'journals.plos.org': plos,
  'researchsquare.com': researchSquare,
  'doi.org': handle,
  'hdl.handle.net': handle,
}

/** The rule of a host, or of the nearest domain above it that has one. */
function ruleOf(host: string): Rule | undefined {
  const labels = host.split('.')
  const names = labels.map((_, i) => labels.slice(i).join('.'))
  const name = names.find((name) => Object.hasOwn(RULES, name))
  return name === undefined ? undefined : RULES[name]
}

/** The name of an address by the rule of its host, by its persistent id, or by the DOI in its path. */
export function canonicalOnHost(parts: AddressParts): string | undefined {
  const byHost = ruleOf(parts.host)?.(parts) ?? dataverse(parts)
  if (byHost !== undefined) return byHost
  const doi = doiInPath(`/${parts.path.join('/')}`)
  return doi === undefined ? undefined : doiName(doi)
}
