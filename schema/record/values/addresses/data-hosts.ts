// Which addresses are the same data set, by the archive that has it.

import type { Rule } from './host-rule.ts'
import { canonicalArxiv, doiName } from './identifiers.ts'

/** Of Kaggle's own: no owner is called so. */
export const KAGGLE_PAGES: ReadonlySet<string> = new Set(
  'c competitions datasets dataset code kernels models organizations discussions discussion search learn docs terms settings work account'.split(
    ' ',
  ),
)
/** A data set by its author and name, a competition by its name; tabs and versions are the same page. */
export const kaggle: Rule = ({ path }) => {
  const page = path
    .join('/')
    .replace(/^(?:api\/v1\/)?datasets\/(?:download|view|list|metadata)\//, 'datasets/')
  const [first = '', second, third] = page.split('/')
  if (second === undefined) return undefined
  if (first === 'c' || first === 'competitions') return `kaggle.com/competitions/${second}`
  if (first === 'datasets' || first === 'dataset') return third && `kaggle.com/datasets/${second}/${third}`
  return KAGGLE_PAGES.has(first) ? undefined : `kaggle.com/datasets/${first}/${second}`
}

export const zenodo: Rule = ({ host, path }) => {
  const number = /(?:^|\/)(?:records?|deposit|uploads|badge)\/(?:zenodo\.)?(\d+)(?:\/|$)/.exec(
    path.join('/'),
  )?.[1]
  return number === undefined || host !== 'zenodo.org' ? undefined : doiName(`10.5281/zenodo.${number}`)
}

/** The number of an article is one for all institutions. */
export const figshare: Rule = ({ path }) => {
  const at = path.findIndex((part) => part === 'articles' || part === 'collections')
  const number = path.slice(at + 1).find((part) => /^\d{5,}$/.test(part))
  if (at < 0 || number === undefined) return undefined
  return doiName(`10.6084/m9.figshare.${path[at] === 'collections' ? 'c.' : ''}${number}`)
}

export const mendeley: Rule = ({ path }) => {
  const [kind, id, version] = path[0] === 'public-files' ? path.slice(1) : path
  return kind === 'datasets' && id !== undefined && id !== 'draft'
    ? doiName(`10.17632/${id}${version !== undefined && /^\d+$/.test(version) ? `.${version}` : ''}`)
    : undefined
}

const HUGGING_FACE_KINDS = new Set(['datasets', 'spaces'])
const HUGGING_FACE_TABS = new Set(['viewer', 'tree', 'blob', 'resolve', 'raw', 'discussions'])
export const huggingFace: Rule = ({ host, path, query }) => {
  const asked = host.startsWith('datasets-server.') ? query.get('dataset') : null
  if (asked !== null) return `huggingface.co/datasets/${asked}`
  const [first = '', second, third] = path[0] === 'api' ? path.slice(1) : path
  if (HUGGING_FACE_KINDS.has(first)) {
    const name = third === undefined || HUGGING_FACE_TABS.has(third) ? [second] : [second, third]
    return second && ['huggingface.co', first, ...name].join('/')
  }
  if (first === 'papers') return second && canonicalArxiv(second)
  return second && `huggingface.co/${first}/${second}`
}

/** Whatever has a page has five signs for it: at the page itself, its download, and in the two APIs. */
export const osf: Rule = ({ path }) => {
  const id = /^(?:download\/|v2\/(?:nodes|registrations|guids)\/|v1\/resources\/)?([a-z0-9]{5})(?:\/|$)/.exec(
    path.join('/'),
  )?.[1]
  return id && `osf.io/${id}`
}

/** All Dataverse sites name a data set by its persistent id. */
export const dataverse: Rule = ({ query }) => {
  const id = query.get('persistentid')
  const doi = /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)(10\..+)$/.exec(id ?? '')?.[1]
  if (doi !== undefined) return doiName(doi)
  return id?.startsWith('hdl:') ? id : undefined
}

const DATAPORT_KINDS = new Set(['open-access', 'documents', 'datasets', 'competitions', 'analysis'])
export const ieeeDataport: Rule = ({ path: [kind = '', name] }) =>
  DATAPORT_KINDS.has(kind) && name !== undefined ? `ieee-dataport.org/${name}` : undefined

export const synapse: Rule = ({ path, fragment }) => {
  const id = /\bsyn\d+/.exec(`${path.join('/')}${fragment}`)?.[0]
  return id && `synapse.org/${id}`
}

export const physionet: Rule = ({ path }) => {
  const name = /^(?:content|files|static\/published-projects)\/([^/]+)/.exec(path.join('/'))?.[1]
  return name && `physionet.org/content/${name}`
}

export const openNeuro: Rule = ({ path }) => {
  const id = /^(?:crn\/)?datasets\/([^/]+)/.exec(path.join('/'))?.[1]
  return id && doiName(`10.18112/openneuro.${id}`)
}

/**
 * A collection by its name, at its page or in the public part of the wiki, which has spaces where the page has hyphens;
 * other pages of the wiki by their number.
 */
export const cancerImagingArchive: Rule = ({ path, query }) => {
  const [kind, ...rest] = path
  if (kind === 'collection' || kind === 'analysis-result')
    return rest[0] && `cancerimagingarchive.net/collection/${rest[0]}`
  const page = query.get('pageid')
  if (page !== null) return `cancerimagingarchive.net/pages/${page}`
  const [space, name] = kind === 'display' ? rest : []
  if (name === undefined) return undefined
  return space === 'public' || space === 'doi'
    ? `cancerimagingarchive.net/collection/${name.replace(/[^a-z0-9]+/g, '-')}`
    : `cancerimagingarchive.net/wiki/${name}`
}

/** A challenge has its own host; the tabs of its page are the same page. */
export const grandChallenge: Rule = ({ host }) => (host === 'grand-challenge.org' ? undefined : host)

/** Files and folders by their id. */
export const googleDrive: Rule = ({ path, query }) => {
  const id = query.get('id') ?? /\/(?:d|folders)\/([^/]+)/.exec(`/${path.join('/')}`)?.[1]
  return id ? `drive.google.com/${id}` : undefined
}

/** A shared file or folder by its id; how it is shown and the key of its link are in the query. */
export const dropbox: Rule = ({ path }) => {
  const shared = /^(?:sh?|scl\/f[io])\/[^/]+/.exec(path.join('/'))?.[0]
  return shared && `dropbox.com/${shared}`
}

/** The pages that archive.today has under its names. */
export const archiveToday: Rule = ({ path }) => (path.length === 1 ? `archive.ph/${path[0]}` : undefined)
