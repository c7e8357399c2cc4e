// A map of the registry for language models, in the format of llmstxt.org: a title, a summary, and lists of links. Its
// addresses are absolute, because the text is read away from its address.

import { REGISTRY } from '../../../schema/vocabulary.ts'
import { exportAddress } from '../catalogue.ts'
import { EXPORT_FORMATS } from '../index.ts'
import { PAGES } from './pages.ts'

export interface MapLink {
  readonly path: string
  readonly title: string
  readonly description: string
}

/** `programs` are the addresses for programs. */
export function llmsText(base: string, programs: readonly MapLink[]): string {
  const link = ({ path, title, description }: MapLink) => `- [${title}](${base}${path}): ${description}`
  const downloads = Object.entries(EXPORT_FORMATS).map(([suffix, { description }]) =>
    link({ path: exportAddress({ base: '' }, `export.${suffix}`), title: `export.${suffix}`, description }),
  )
  return `${[
    `# ${REGISTRY.title}`,
    `> ${REGISTRY.description}`,
    `The facts are free for all (${REGISTRY.license.spdx}); each data set keeps its own licence. ${REGISTRY.caution}`,
    ['## For programs', '', ...programs.map(link)].join('\n'),
    ['## Pages', '', ...PAGES.map(link)].join('\n'),
    ['## Optional', '', ...downloads].join('\n'),
  ].join('\n\n')}\n`
}
