// The addresses that the source of a claim names, in the spellings that people cite by.

import type { Resource } from '../resource.ts'
import { identifiersIn, iri } from '../values/addresses/address.ts'
import { withoutTail } from '../values/addresses/signs.ts'
import { doiAddress } from './reference-links.ts'

/** A run of a source's text; with an address where it names one for certain. */
export interface SourcePart {
  readonly text: string
  readonly address?: string
}

const FILE_ENDINGS = new Set('md csv tsv txt py json xml pdf html htm yaml yml zip png jpg mdx'.split(' '))

/** Where a path is in a repository at a commit; without a path the repository as of it. */
const REPOSITORY_PAGES: {
  readonly [host: string]: (repository: string, commit: string, path?: string) => string
} = {
  'github.com': (repository, commit, path) =>
    `https://github.com/${repository}/${path === undefined ? 'tree' : 'blob'}/${commit}${path === undefined ? '' : `/${path}`}`,
  'gitlab.com': (repository, commit, path) =>
    `https://gitlab.com/${repository}/-/${path === undefined ? 'tree' : 'blob'}/${commit}${path === undefined ? '' : `/${path}`}`,
}
const AT_COMMIT = /^(?:https?:\/\/)?(github\.com|gitlab\.com)\/([\w.-]+\/[\w.-]+)@([\w.-]+)(?: (.+))?$/
/** The path of a file: it has an ending, or is one of the files that every repository has. */
const FILE = /^(?:[\w.+-]+\/)*(?:[\w+-][\w.+-]*\.\w+|LICEN[CS]E|README|NOTICE|COPYING)$/

/** A name of an archive with an identifier in it: the address of its page. */
const NAMED: readonly (readonly [RegExp, (identifier: string) => string])[] = [
  [/^kaggle: ?([\w-]+\/[\w-]+)$/i, (path) => `https://www.kaggle.com/datasets/${path}`],
  [/^zenodo(?:: ?| record )(\d+)$/i, (number) => `https://zenodo.org/records/${number}`],
  [/^pmid:? ?(\d+)$/i, (number) => `https://pubmed.ncbi.nlm.nih.gov/${number}/`],
  [/^(?:pmcid: ?)?PMC ?(\d+)$/i, (number) => `https://pmc.ncbi.nlm.nih.gov/articles/PMC${number}/`],
  [/^arxiv:? ?(\d{4}\.\d{4,5}(?:v\d+)?)$/i, (number) => `https://arxiv.org/abs/${number}`],
  // Year and month come first. Only a whole source is that for certain; beside words it may be any number.
  [/^(\d\d(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d+)?)$/, (number) => `https://arxiv.org/abs/${number}`],
]

/** Addresses and identifiers among words: those that say what they are, and a host with a path at the beginning. */
const AMONG_WORDS =
  /https?:\/\/[^\s<>"“”]+|\b(?:doi:? ?)?10\.\d{4,9}\/[^\s<>"“”]+|\barxiv:? ?\d{4}\.\d{4,5}(?:v\d+)?\b|\bpmid:? ?\d+\b|\bpmc ?\d{4,}\b|\bzenodo record \d+\b|^(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s@]+(?=[\s,])/gi

/** A source in parts: what is between semicolons, each with its address, and what joins them. */
export function sourceParts(source: string): SourcePart[] {
  return source
    .split(/(; )/)
    .flatMap((part, i) => (i % 2 === 1 ? [{ text: part }] : partsOf(part)))
    .filter(({ text }) => text !== '')
}

/**
 * The address of what takes a resource's place: that of its name, where it is one, else of the source that says so.
 * A resource that is listed has a page of its own instead.
 */
export function successorLink({
  successor,
  claims,
}: Pick<Resource, 'successor' | 'claims'>): string | undefined {
  const saying = claims.flatMap(({ field, stated, source }) =>
    field === 'successor' && stated ? [source] : [],
  )
  return [successor ?? '', ...saying].flatMap(sourceParts).find(({ address }) => address !== undefined)
    ?.address
}

function partsOf(text: string): SourcePart[] {
  const [, before = '', cited = '', after = ''] = /^(\s*)(.*?)(\s+\([^()]*\)|[.,]?\s*)$/s.exec(text) ?? []
  return [{ text: before }, ...citedParts(cited), ...partsAmongWords(after)]
}

/** A text with each address and identifier in it as a link. */
function partsAmongWords(text: string): SourcePart[] {
  const parts: SourcePart[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(AMONG_WORDS)) {
    const named = withoutTail(found)
    const address = addressOf(named)
    if (address === undefined) continue
    parts.push({ text: text.slice(end, index) }, { text: named, address })
    end = index + named.length
  }
  return [...parts, { text: text.slice(end) }]
}

function citedParts(text: string): SourcePart[] {
  const [, host = '', repository, commit, rest] = AT_COMMIT.exec(text) ?? []
  const pageOf = REPOSITORY_PAGES[host]
  if (pageOf && repository !== undefined && commit !== undefined)
    return repositoryParts(text, rest, (path) => pageOf(repository, commit, path))
  const address = addressOf(text)
  return address === undefined ? partsAmongWords(text) : [{ text, address }]
}

/** The repository with its first file, then other files that are named from its root. */
function repositoryParts(
  text: string,
  rest: string | undefined,
  pageOf: (path?: string) => string,
): SourcePart[] {
  const [first = '', ...others] = rest?.split(/(, | and )/) ?? []
  if (!FILE.test(first)) {
    const repository = rest === undefined ? text : text.slice(0, -rest.length - 1)
    return [{ text: repository, address: pageOf() }, { text: rest === undefined ? '' : ` ${rest}` }]
  }
  const whole = text.slice(0, text.length - others.join('').length)
  // Beside a file in a folder, a name without one may be of the same folder or of the root.
  const isCertain = (path: string) => FILE.test(path) && (path.includes('/') || !first.includes('/'))
  return [
    { text: whole, address: pageOf(first) },
    ...others.map((other, i) =>
      i % 2 === 1 && isCertain(other) ? { text: other, address: pageOf(other) } : { text: other },
    ),
  ]
}

/** The address of a whole text. */
function addressOf(text: string): string | undefined {
  if (/^https?:\/\/\S+$/i.test(text)) return URL.canParse(text) ? iri(text) : undefined
  for (const [name, addressFor] of NAMED) {
    const identifier = name.exec(text)?.[1]
    if (identifier !== undefined) return addressFor(identifier)
  }
  if (/^(?:doi: ?)?10\.\d{4,9}\/\S+$/i.test(text)) {
    const { doi } = identifiersIn(text)
    return doi === undefined ? undefined : doiAddress(doi)
  }
  const ending = /^(?:(?:[a-z0-9-]+\.)+([a-z]{2,})\/\S*|www\.(?:[a-z0-9-]+\.)+([a-z]{2,}))$/
    .exec(text)
    ?.slice(1)
    .find(Boolean)
  return ending === undefined || FILE_ENDINGS.has(ending) || !URL.canParse(`https://${text}`)
    ? undefined
    : iri(`https://${text}`)
}
