// PubMed's and PubMed Central's summary of a paper: its DOI, by which more is asked, or else what the summary says.
// https://www.ncbi.nlm.nih.gov/books/NBK25499/#chapter4.ESummary

import * as z from 'zod/mini'
import type { CslName } from '../../../schema/record/works/reference.ts'
import { dayOf, lenient, lenientList, readJson, type SiteRecord } from './site-record.ts'
import { plainText } from './words.ts'

const text = lenient(z.string())

const Summary = z.lazy(() =>
  z.object({
    title: text,
    authors: lenientList(z.object({ name: z.string() })),
    fulljournalname: text,
    sortpubdate: text,
    sortdate: text,
    volume: text,
    issue: text,
    pages: text,
    articleids: lenientList(z.object({ idtype: z.string(), value: z.string() })),
  }),
)
type Summary = z.infer<typeof Summary>

/** `uids` has the number that was asked for; of one that there is not, the summary is an error without a title. */
const Answer = z.lazy(() =>
  z.object({
    result: z.pipe(
      z.record(z.string(), z.unknown()),
      z.transform(({ uids: _, ...summaries }) => Object.values(summaries)),
    ),
  }),
)

/** NCBI asks programs to name themselves. */
export const pubmedAddress = (base: 'pubmed' | 'pmc', number: string): string =>
  `https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi?db=${base}&id=${number}&retmode=json&tool=covid-imaging-registry`

export function readPubmed(source: string, answer: string): SiteRecord | undefined {
  const [summary] = readJson(Answer, answer)?.result.map((one) => Summary.safeParse(one)) ?? []
  if (!summary?.success || summary.data.title === undefined) return undefined
  const idOf = (type: string) => summary.data.articleids.find(({ idtype }) => idtype === type)?.value
  const [doi, pubmed] = [idOf('doi'), idOf('pubmed') ?? idOf('pmid')]
  return { source, isPaper: true, fields: {}, paperDoi: doi, references: [workOf(summary.data, doi, pubmed)] }
}

function workOf(summary: Summary, doi: string | undefined, pubmed: string | undefined) {
  const { title, authors, fulljournalname, sortpubdate, sortdate, volume, issue, pages } = summary
  // "2020/07/01 00:00": the months and days of what is dated by a season or a year are made up.
  const year = dayOf((sortpubdate ?? sortdate)?.replaceAll('/', '-'))?.slice(0, 4)
  return {
    type: 'article-journal' as const,
    // Its markup is written as text: "&lt;i&gt;".
    title: plainText(plainText(title))?.replace(/\.$/, ''),
    author: authors.map(({ name }) => nameOf(name)),
    container: plainText(fulljournalname),
    issued: year === undefined ? undefined : { 'date-parts': [[Number(year)]] as [[number]] },
    ...{ volume, issue, page: pages, doi, pubmed },
  }
}

/** "van der Berg AB": the initials come last; a group has none. */
function nameOf(name: string): CslName {
  const [, family, initials] = /^(.+) (\p{Lu}{1,4})$/u.exec(name) ?? []
  return family === undefined || initials === undefined
    ? { literal: name }
    : { family, given: [...initials].map((letter) => `${letter}.`).join(' ') }
}
