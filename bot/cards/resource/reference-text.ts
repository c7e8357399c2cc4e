import { authorsOf } from '../../../schema/record/works/authors.ts'
import { type Reference, referenceTitle } from '../../../schema/record/works/reference.ts'
import { referenceLink } from '../../../schema/record/works/reference-links.ts'
import type { Messages } from '../../languages/index.ts'
import { link, plain } from '../kit/markdown.ts'

/** "read 7 April 2020", where the whole date is known. */
function readText({ references, day: dayIn }: Messages, { accessed }: Reference): string | undefined {
  const [year, month, day] = accessed?.['date-parts'][0] ?? []
  return year && month && day
    ? references.read(dayIn(new Date(Date.UTC(year, month - 1, day)).toISOString()))
    : undefined
}

/** "[17] Cohen and others 2020: COVID-19 Image Data Collection, arXiv 2003.11597", with at most `most` units of title. */
export function referenceText(messages: Messages, reference: Reference, most: number): string {
  const { authors, shortened } = authorsOf(reference)
  const [first] = authors
  const author = first && plain('family' in first ? first.family : first.literal, 40)
  const who = [
    author,
    first && (authors.length > 1 || shortened) && messages.references.andOthers,
    reference.issued?.['date-parts'][0]?.[0],
  ].filter(Boolean)
  const url = referenceLink(reference)
  const name = referenceTitle(reference)
  const title = url && url.length <= Math.max(most, 100) ? link(name, url, most) : plain(name, most)
  const archive = reference.title === undefined ? [] : [reference.archive, reference.archive_location]
  const where = [reference['container-title'] ?? archive[0], archive[1]]
    .flatMap((part) => (part ? [plain(part, 40)] : []))
    .join(' ')
  const number = reference['citation-number']
  const head = `${number ? `\\[${number}\\] ` : ''}${who.length > 0 ? `${who.join(' ')}: ` : ''}`
  return `${head}${[title, where, readText(messages, reference)].filter(Boolean).join(', ')}`
}
