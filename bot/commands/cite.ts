import type { Registry } from '../../schema/registry.ts'
import { CITATION_STYLES, type CitationStyle } from '../../schema/vocabulary.ts'
import { citationCard, LONGEST_ENTRY } from '../cards/citation-card.ts'
import { textOption } from '../interaction.ts'
import { type Flow, privateOption, resourceOption } from './flow.ts'

async function citedCard(
  registry: Registry,
  resource: string | undefined,
  style: CitationStyle,
  skip: number,
) {
  return citationCard(await registry.citeResource(resource, style, LONGEST_ENTRY), style, skip)
}

const styleNamed = (name: string | undefined): CitationStyle =>
  CITATION_STYLES.find((style) => style.key === name)?.key ?? 'bibtex'

export const cite: Flow = {
  command: 'covid-data',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'cite',
        description: 'References to copy; without a resource, the latest release',
        options: [
          resourceOption('resource', 'Its name, address or DOI', false),
          {
            type: 3,
            name: 'style',
            description: 'BibTeX unless another is chosen',
            choices: CITATION_STYLES.map(({ key, label }) => ({ name: label, value: key })),
          },
          privateOption,
        ],
      },
      seen: 'public',
      run: (call, { registry }) =>
        citedCard(registry, textOption(call, 'resource'), styleNamed(textOption(call, 'style')), 0),
    },
  ],
  components: {
    cite: {
      seen: 'private',
      run: ({ slug }, _chosen, { registry }) => citedCard(registry, slug, 'bibtex', 0),
    },
    cited: {
      seen: 'here',
      run: ({ slug, style, skip }, _chosen, { registry }) => citedCard(registry, slug, style, skip),
    },
    style: {
      seen: 'here',
      run: ({ slug }, chosen, { registry }) => citedCard(registry, slug, styleNamed(chosen[0]), 0),
    },
  },
}
