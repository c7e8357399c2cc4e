// Which addresses are the same paper or preprint, by the site that has it.

import type { Rule } from './host-rule.ts'
import { canonicalArxiv, doiName } from './identifiers.ts'

export const arxiv: Rule = ({ path }) => {
  const number = /^(?:abs|pdf|html|overview|format|ps|src|e-print|tb|papers|bibtex)\/(.+?)(?:\.pdf)?$/.exec(
    path.join('/'),
  )?.[1]
  return number && /\d{4}/.test(number) ? canonicalArxiv(number) : undefined
}

export const pubmed: Rule = ({ path }) => {
  const whole = path.join('/')
  const pmc = /(?:^|\/)(?:articles?|pmc)\/(?:pmc\/)?pmc(\d+)/.exec(whole)?.[1]
  if (pmc !== undefined) return `pmc:${pmc}`
  const pmid = /^(?:(?:m\/)?pubmed\/|article\/med\/|abstract\/med\/)?(\d+)$/.exec(whole)?.[1]
  return pmid && `pmid:${pmid}`
}

export const nature: Rule = ({ path: [kind, id] }) =>
  kind === 'articles' && id !== undefined ? doiName(`10.1038/${id.replace(/\.pdf$/, '')}`) : undefined

export const elife: Rule = ({ path: [kind, id] }) =>
  kind === 'articles' && id !== undefined && /^\d+/.test(id)
    ? doiName(`10.7554/elife.${id.replace(/\D.*$/, '')}`)
    : undefined

/** An article by its PII, whatever page of it. */
export const elsevier: Rule = ({ path }) => {
  const pii = /\bpii\/(s\w{16})\b/.exec(path.join('/'))?.[1]
  return pii && `sciencedirect.com/science/article/pii/${pii}`
}

export const ieeeXplore: Rule = ({ path, query }) => {
  const number = query.get('arnumber') ?? /(?:^|\/)document\/(\d+)/.exec(path.join('/'))?.[1]
  return number && `ieeexplore.ieee.org/document/${number}`
}

/** By ISSN, volume, issue and number. */
export const mdpi: Rule = ({ path: [issn = '', ...rest] }) =>
  /^\d{4}-\d{3}[\dx]$/.test(issn) ? ['mdpi.com', issn, ...rest.slice(0, 3)].join('/') : undefined

/** In its query: `journals.plos.org/plosone/article?id=10.1371/journal.pone.1`. */
export const plos: Rule = ({ query }) => {
  const id = query.get('id')
  return id?.startsWith('10.') ? doiName(id) : undefined
}

/** Of the time when paths had the day instead of the DOI: `content/medrxiv/early/2020/04/17/2020.04.13.20063461`. */
export const earlyPreprint: Rule = ({ path }) => {
  const early = /^content\/(?:\w+\/)?early\/\d{4}\/\d\d\/\d\d\/((?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})(?!\d)/
  const id = early.exec(path.join('/'))?.[1]
  return id && doiName(`10.1101/${id}`)
}

export const researchSquare: Rule = ({ path: [kind, id] }) =>
  kind === 'article' && id?.startsWith('rs-') ? doiName(`10.21203/rs.3.${id}`) : undefined

/** A handle that is a DOI, or another. */
export const handle: Rule = ({ path }) => {
  const id = path.join('/').replace(/^\+?(?:doi:\+?)?(?=10\.)/, '')
  if (/^10\.\d{4,9}\//.test(id)) return doiName(id)
  return path.length > 1 ? `hdl:${id}` : undefined
}
