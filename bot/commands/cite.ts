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
  isReading: true,
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
      reply: 'public',
      run: (call, context) =>
        citedCard(context, textOption(call, 'resource'), styleNamed(textOption(call, 'style')), 0),
    },
  ],
  components: {
    cite: {
      reply: 'ephemeral',
      run: ({ slug }, _chosen, context) => citedCard(context, slug, 'bibtex', 0),
    },
    cited: {
      reply: 'update',
      run: ({ slug, style, skip }, _chosen, context) => citedCard(context, slug, style, skip),
    },
    style: {
      reply: 'update',
      run: ({ slug }, chosen, context) => citedCard(context, slug, styleNamed(chosen[0]), 0),
    },
  },
}
