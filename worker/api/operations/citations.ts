// Citations of the registry itself.

import * as z from 'zod/mini'
import { releaseWorks } from '../../../schema/record/works/cited-works.ts'
import { type AsOf, releaseOf } from '../../../schema/verbs/as-of.ts'
import { EXPORT_FORMATS } from '../../formats/index.ts'
import { bibtexList, cslList, risList } from '../../formats/references/bibliography.ts'
import { cff } from '../../formats/references/cff.ts'
import { baseOf } from '../../http/base.ts'
import { answerText } from '../../http/conditional.ts'
import { MOMENT, momentOf } from '../../http/filters.ts'
import { contentIn, type Operation } from '../operation.ts'
import { readQuery } from '../query.ts'

type CitedRelease = NonNullable<AsOf['release']>

/** The citations of a release and of the survey, in the formats of a resource's references and as CITATION.cff. */
const CITATIONS = {
  cff: { type: 'application/yaml', name: 'CITATION.cff', render: cff },
  bib: {
    type: EXPORT_FORMATS.bib.type,
    name: 'BibTeX',
    render: (release, { base }) => bibtexList(releaseWorks(release, base)),
  },
  ris: {
    type: EXPORT_FORMATS.ris.type,
    name: 'RIS',
    render: (release, { base }) => risList(releaseWorks(release, base)),
  },
  csl: {
    type: EXPORT_FORMATS.csl.type,
    name: 'CSL-JSON',
    render: (release, { base }) => cslList(releaseWorks(release, base)),
  },
} as const satisfies {
  readonly [suffix: string]: {
    readonly type: string
    readonly name: string
    readonly render: (release: CitedRelease, catalogue: { readonly base: string }) => string
  }
}

const ReleaseQuery = z.strictObject({ release: MOMENT.release })

export const citationOperations: readonly Operation[] = Object.entries(CITATIONS).map(
  ([suffix, { type, name, render }]): Operation => ({
    method: 'GET',
    path: `/v1/citation.${suffix}`,
    group: 'Registry',
    summary: `How to cite the registry: its latest release, or the one named, as ${name}`,
    query: ReleaseQuery,
    answer: {
      status: 200,
      description: 'The citation.',
      content: { [type]: contentIn(type, 'AnyObject') },
      isCacheable: true,
    },
    refusals: [400],
    async handle(c) {
      const release = releaseOf(await c.get('registry').getAsOf(momentOf(readQuery(c, ReleaseQuery))))
      return answerText(c, render(release, { base: baseOf(c) }), { type })
    },
  }),
)
