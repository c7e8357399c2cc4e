import type { Work } from '../../../schema/record/works/cited-works.ts'
import type { CitationStyle } from '../../../schema/vocabulary.ts'
import { apa } from './apa.ts'
import { bibtex } from './bibtex.ts'
import { csl } from './csl.ts'
import { ris } from './ris.ts'

/** One work as text, in each citation style. */
export const CITATION_FORMATS = { bibtex, ris, apa, csl } satisfies Record<
  CitationStyle,
  (work: Work) => string
>
