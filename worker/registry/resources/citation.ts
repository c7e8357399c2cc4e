import { citedWorks, releaseWorks, type Work } from '../../../schema/record/works/cited-works.ts'
import { releaseOf } from '../../../schema/verbs/as-of.ts'
import { CITATION_FORMATS } from '../../formats/references/citations.ts'
import type { Verb } from '../context.ts'
import { selectAsOf, toAsOf } from './as-of.ts'
import { resolveResource } from './resolve.ts'

/** How many authors a shortened entry names before "others". */
const AUTHORS_NAMED = 10

export const citeResource: Verb<'citeResource'> = async (context, resource, style, longest) => {
  const render = (reference: Work) => {
    const text = CITATION_FORMATS[style](reference)
    return {
      reference,
      text: text.length > longest ? CITATION_FORMATS[style](shortened(reference)) : text,
    }
  }
  if (resource !== undefined) {
    const { resource: cited, asOf } = await resolveResource(context, resource)
    return {
      subject: { slug: cited.slug, name: cited.name },
      entries: citedWorks(cited).map(render),
      asOf,
    }
  }
  const [rows] = await context.db.batch([selectAsOf(context.db)])
  const asOf = toAsOf(rows)
  const release = releaseOf(asOf)
  return {
    subject: { release: release.version, name: release.title },
    entries: releaseWorks(release, context.base).map(render),
    asOf,
  }
}

/** The work with its first authors alone, and without its abstract. */
function shortened({ abstract: _, ...work }: Work): Work {
  const { author = [] } = work
  if (author.length <= AUTHORS_NAMED) return work
  return { ...work, author: [...author.slice(0, AUTHORS_NAMED), { literal: 'others' }] }
}
