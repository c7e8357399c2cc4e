import { partsOf } from '../../../schema/record/values/dates.ts'
import { authorsOf } from '../../../schema/record/works/authors.ts'
import { releaseAuthors, SURVEY, type Work } from '../../../schema/record/works/cited-works.ts'
import { referenceTitle } from '../../../schema/record/works/reference.ts'
import { referenceLink } from '../../../schema/record/works/reference-links.ts'
import { oneLine } from '../../../schema/text/one-line.ts'
import type { Release } from '../../../schema/verbs/as-of.ts'
import { REGISTRY } from '../../../schema/vocabulary.ts'
import type { Catalogue } from '../catalogue.ts'

type Author = Release['authors'][number]

/**
 * CITATION.cff for a release, which GitHub, Zenodo and reference managers read (Citation File Format 1.2.0,
 * https://doi.org/10.5281/zenodo.5171937). Every text is a JSON string, which YAML 1.2 reads as a double-quoted scalar.
 */
export function cff(release: Omit<Release, 'resources'>, { base }: Pick<Catalogue, 'base'>): string {
  // The format requires unique keywords, and has no empty list of them.
  const keywords = [...new Set(release.keywords.map(oneLine))].filter((keyword) => keyword !== '')
  const lines = [
    'cff-version: 1.2.0',
    'message: "Please cite this release as given here, and each data set as its own authors ask."',
    'type: dataset',
    `title: ${scalar(release.title)}`,
    'authors:',
    ...releaseAuthors(release).flatMap((name) => author(name, '  ')),
    `version: ${scalar(release.version)}`,
    `date-released: ${scalar(release.releasedOn)}`,
    `abstract: ${scalar([REGISTRY.description, release.note].join(' '))}`,
    ...(keywords.length > 0 ? ['keywords:', ...keywords.map((keyword) => `  - ${scalar(keyword)}`)] : []),
    `license: ${REGISTRY.license.spdx}`,
    ...(base === '' ? [] : [`url: ${scalar(base)}`]),
    'references:',
    ...reference(SURVEY),
  ]
  return `${lines.join('\n')}\n`
}

function author(name: Author, indent: string): string[] {
  // An entity cannot have an affiliation.
  if ('literal' in name) return [`${indent}- name: ${scalar(name.literal)}`]
  return [
    `${indent}- family-names: ${scalar(name.family)}`,
    ...(name.given === undefined ? [] : [`${indent}  given-names: ${scalar(name.given)}`]),
    ...(name.affiliation === undefined ? [] : [`${indent}  affiliation: ${scalar(name.affiliation)}`]),
  ]
}

/** A work that the release rests on. */
function reference(work: Work): string[] {
  const link = referenceLink(work)
  return [
    `  - type: ${work.type === 'dataset' ? 'data' : 'article'}`,
    `    title: ${scalar(referenceTitle(work))}`,
    '    authors:',
    ...authorsOf(work).authors.flatMap((name) => author(name, '      ')),
    ...(work.issued ? [`    year: ${partsOf(work.issued).year}`] : []),
    ...(work.version === undefined ? [] : [`    version: ${scalar(work.version)}`]),
    ...(link === undefined ? [] : [`    url: ${scalar(link)}`]),
  ]
}

/** A lone surrogate would become an escape that is invalid in YAML. */
function scalar(text: string): string {
  return JSON.stringify(oneLine(text).toWellFormed())
}
