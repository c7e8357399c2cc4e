// citeproc, which most reference managers print with. Loading it takes seconds.

import { Cite } from '@citation-js/core'
import '@citation-js/plugin-csl'

/** CSL-JSON as it is printed in APA style. */
export function printed(text: string): string {
  return new Cite(text, { generateGraph: false }).format('bibliography', { format: 'text', template: 'apa' })
}
