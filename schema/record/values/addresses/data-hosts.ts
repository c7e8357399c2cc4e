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
  const page = path.join('/').replace(/^(?:api\/v1\/)?datasets\/download\//, 'datasets/')
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
  const [kind, ...rest] = path
  const numbers = rest.filter((part) => /^\d{5,}$/.test(part))
  if (kind === 'articles' && numbers[0] !== undefined) return doiName(`10.6084/m9.figshare.${numbers[0]}`)
  return kind === 'collections' && numbers[0] !== undefined
    ? `figshare.com/collections/${numbers[0]}`
    : undefined
}

export const mendeley: Rule = ({ path }) => {
  const [kind, id, version] = path[0] === 'public-files' ? path.slice(1) : path
  return kind === 'datasets' && id !== undefined && id !== 'draft'
    ? doiName(`10.17632/${id}${version !== undefined && /^\d+$/.test(version) ? `.${version}` : ''}`)
    : undefined
}

const HUGGING_FACE_KINDS = new Set(['datasets', 'spaces'])
export const huggingFace: Rule = ({ path: [first = '', second, third] }) => {
  if (HUGGING_FACE_KINDS.has(first)) {
    const name = third === undefined || third === 'viewer' ? [second] : [second, third]
    return second && ['huggingface.co', first, ...name].join('/')
  }
  if (first === 'papers') return second && canonicalArxiv(second)
  return second && `huggingface.co/${first}/${second}`
}

export const osf: Rule = ({ path: [first = ''] }) =>
  /^[a-z0-9]{5}$/.test(first) ? `osf.io/${first}` : undefined

/** All Dataverse sites name a data set by its persistent id. */
export const dataverse: Rule = ({ query }) => {
  const id = query.get('persistentid')
  const doi = /^(?:doi:|https?:\/\/(?:dx\.)?doi\.org\/)(10\..+)$/.exec(id ?? '')?.[1]
  if (doi !== undefined) return doiName(doi)
  return id?.startsWith('hdl:') ? id : undefined
}

const DATAPORT_KINDS = new Set(['open-access', 'documents', 'competitions', 'analysis'])
export const ieeeDataport: Rule = ({ path: [kind = '', name] }) =>
  DATAPORT_KINDS.has(kind) && name !== undefined ? `ieee-dataport.org/${name}` : undefined

export const synapse: Rule = ({ path, fragment }) => {
  const id = /\bsyn\d+/.exec(`${path.join('/')}${fragment}`)?.[0]
  return id && `synapse.org/${id}`
}

export const physionet: Rule = ({ path: [kind, name] }) =>
  (kind === 'content' || kind === 'files') && name !== undefined ? `physionet.org/content/${name}` : undefined

export const openNeuro: Rule = ({ path: [kind, id] }) =>
  kind === 'datasets' && id !== undefined ? doiName(`10.18112/openneuro.${id}`) : undefined

/** A collection by its name, at its page or in the wiki; other pages of the wiki by their number. */
export const cancerImagingArchive: Rule = ({ path, query }) => {
  const [kind, ...rest] = path
  if (kind === 'collection' || kind === 'analysis-result')
    return rest[0] && `cancerimagingarchive.net/collection/${rest[0]}`
  const page = query.get('pageid')
  if (page !== null) return `cancerimagingarchive.net/pages/${page}`
  const name = kind === 'display' ? rest[1] : undefined
  return name && `cancerimagingarchive.net/wiki/${name}`
}

/** A challenge has its own host; the tabs of its page are the same page. */
export const grandChallenge: Rule = ({ host }) => (host === 'grand-challenge.org' ? undefined : host)

/** Files and folders by their id. */
export const googleDrive: Rule = ({ path, query }) => {
  const id = query.get('id') ?? /\/(?:d|folders)\/([^/]+)/.exec(`/${path.join('/')}`)?.[1]
  return id ? `drive.google.com/${id}` : undefined
}
