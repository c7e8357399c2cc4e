// Which addresses are the same paper or preprint, by the site that has it.

import type { Rule } from './host-rule.ts'
import { canonicalArxiv, doiName } from './identifiers.ts'

export const arxiv: Rule = ({ path }) => {
  const number = /^(?:abs|pdf|html|overview|format|ps|src|e-print|tb)\/(.+?)(?:\.pdf)?$/.exec(
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
  const id = path.join('/')
  if (/^10\.\d{4,9}\//.test(id)) return doiName(id)
  return path.length > 1 ? `hdl:${id}` : undefined
}
