// Crossref's record of a DOI, mostly of a paper. https://api.crossref.org/swagger-ui/index.html

import * as z from 'zod/mini'
import { CslDate } from '../../../schema/record/values/dates.ts'
import type { CslName, Reference } from '../../../schema/record/works/reference.ts'
import { lenient, lenientList, readJson, type SiteRecord } from './site-record.ts'
import { licenceIn, namedDataTypes, plainText, summary } from './words.ts'

const text = lenient(z.string())

const Answer = z.lazy(() =>
  z.object({
    message: z.object({
      DOI: z.string(),
      type: text,
      title: lenientList(z.string()),
      author: lenientList(
        z.object({
          family: text,
          given: text,
          name: text,
          affiliation: lenientList(z.object({ name: z.string() })),
        }),
      ),
      'container-title': lenientList(z.string()),
      publisher: text,
      institution: lenientList(z.object({ name: z.string() })),
      issued: lenient(CslDate),
      volume: text,
      issue: text,
      page: text,
      license: lenientList(z.object({ URL: z.string() })),
      abstract: text,
    }),
  }),
)
type Work = z.infer<typeof Answer>['message']

export const crossrefAddress = (doi: string): string =>
  `https://api.crossref.org/works/${encodeURIComponent(doi)}`

/** Crossref's types by those of CSL. A `component` is a part of a paper, such as its supplement. */
const TYPES: Readonly<Record<string, Reference['type']>> = {
  'journal-article': 'article-journal',
  'posted-content': 'article',
  'proceedings-article': 'paper-conference',
  'book-chapter': 'chapter',
  book: 'book',
  monograph: 'book',
  report: 'report',
  dissertation: 'thesis',
  dataset: 'dataset',
  database: 'dataset',
}

export function readCrossref(source: string, answer: string): SiteRecord | undefined {
  const work = readJson(Answer, answer)?.message
  if (work === undefined) return undefined
  const type = TYPES[work.type ?? ''] ?? 'article'
  const isPaper = type !== 'dataset'
  const title = plainText(work.title[0])
  const reference = {
    type,
    title,
    author: work.author.flatMap(namesOf),
    container: plainText(work['container-title'][0]),
    publisher: plainText(work.institution[0]?.name ?? work.publisher),
    issued: work.issued,
    volume: work.volume,
    issue: work.issue,
    page: work.page,
    doi: work.DOI,
  }
  return { source, isPaper, fields: isPaper ? {} : fieldsOf(work, title), references: [reference] }
}

const namesOf = ({ family, given, name }: Work['author'][number]): CslName[] => {
  if (family !== undefined) return [given === undefined ? { family } : { family, given }]
  return name === undefined ? [] : [{ literal: name }]
}

const fieldsOf = (work: Work, title: string | undefined): SiteRecord['fields'] => ({
  name: title,
  organization: plainText(
    work.author.flatMap(({ affiliation }) => affiliation)[0]?.name ??
      work.institution[0]?.name ??
      work.publisher,
  ),
  availability: namedDataTypes([title, plainText(work.abstract)]),
  description: summary(work.abstract),
  license: licenceIn(work.license.map(({ URL }) => URL)),
  published: work.issued?.['date-parts'][0]?.[0],
  doi: work.DOI,
})
