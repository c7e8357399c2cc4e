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
  // The format requires an author, and unique keywords, and has no empty list of keywords.
  const authors: readonly Author[] =
    release.authors.length > 0 ? release.authors : [{ literal: REGISTRY.title }]
  const keywords = [...new Set(release.keywords.map(oneLine))].filter((keyword) => keyword !== '')
  const lines = [
    'cff-version: 1.2.0',
    'message: "Please cite this release as given here, and each data set as its own authors ask."',
    'type: dataset',
    `title: ${scalar(release.title)}`,
    'authors:',
    ...authors.flatMap(author),
    `version: ${scalar(release.version)}`,
    `date-released: ${scalar(release.releasedOn)}`,
    `abstract: ${scalar([REGISTRY.description, release.note].join(' '))}`,
    ...(keywords.length > 0 ? ['keywords:', ...keywords.map((keyword) => `  - ${scalar(keyword)}`)] : []),
    `license: ${REGISTRY.license.spdx}`,
    ...(base === '' ? [] : [`url: ${scalar(base)}`]),
  ]
  return `${lines.join('\n')}\n`
}

function author(name: Author): string[] {
  // An entity cannot have an affiliation.
  if ('literal' in name) return [`  - name: ${scalar(name.literal)}`]
  return [
    `  - family-names: ${scalar(name.family)}`,
    ...(name.given === undefined ? [] : [`    given-names: ${scalar(name.given)}`]),
    ...(name.affiliation === undefined ? [] : [`    affiliation: ${scalar(name.affiliation)}`]),
  ]
}

/** A lone surrogate would become an escape that is invalid in YAML. */
function scalar(text: string): string {
  return JSON.stringify(oneLine(text).toWellFormed())
}
