import { CITATION_STYLES, type CitationStyle } from '../../schema/vocabulary.ts'
import { citationCard, LONGEST_ENTRY } from '../cards/resource/citation-card.ts'
import { described, named } from '../languages/index.ts'
import { textOption } from '../request.ts'
import { type Flow, privateOption, type RequestContext, resourceOption } from './flow.ts'

async function citedCard(
  { registry, messages }: RequestContext,
  resource: string | undefined,
  style: CitationStyle,
  skip: number,
) {
  return citationCard(messages, await registry.citeResource(resource, style, LONGEST_ENTRY), style, skip)
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
        ...described(({ commands }) => commands.cite.description),
        options: [
          resourceOption('resource', undefined, false),
          {
            type: 3,
            name: 'style',
            ...described(({ commands }) => commands.cite.style),
            choices: CITATION_STYLES.map(({ key }) => ({
              ...named(({ citationStyles }) => citationStyles[key]),
              value: key,
            })),
          },
          privateOption,
        ],
      },
      seen: 'public',
      run: (call, asker) =>
        citedCard(asker, textOption(call, 'resource'), styleNamed(textOption(call, 'style')), 0),
    },
  ],
  components: {
    cite: {
      seen: 'private',
      run: ({ slug }, _chosen, asker) => citedCard(asker, slug, 'bibtex', 0),
    },
    cited: {
      seen: 'here',
      run: ({ slug, style, skip }, _chosen, asker) => citedCard(asker, slug, style, skip),
    },
    style: {
      seen: 'here',
      run: ({ slug }, chosen, asker) => citedCard(asker, slug, styleNamed(chosen[0]), 0),
    },
  },
}
