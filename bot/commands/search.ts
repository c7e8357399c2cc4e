import type { Terms } from '../../schema/record/filters.ts'
import { LENGTHS } from '../../schema/record/values/text.ts'
import { ROWS_OF_SEARCH, searchCard } from '../cards/lists/search-card.ts'
import { described } from '../languages/index.ts'
import { textOption } from '../request.ts'
import { type Flow, privateOption, type RequestContext } from './flow.ts'
import { filterOf, termOptions, termsIn } from './terms.ts'

async function foundCard(
  { registry, messages }: RequestContext,
  text: string,
  skip: number,
  terms: Terms = {},
) {
  const filter = filterOf(terms)
  const result = await registry.listResources({ filter, text, order: 'match', size: skip + ROWS_OF_SEARCH })
  return searchCard(messages, { text, terms }, skip, result)
}

export const search: Flow = {
  command: 'covid-data',
  isReading: true,
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'search',
        ...described(({ commands }) => commands.search.description),
        options: [
          {
            type: 3,
            name: 'query',
            ...described(({ commands }) => commands.search.query),
            required: true,
            min_length: 1,
            max_length: LENGTHS.query,
          },
          ...termOptions,
          privateOption,
        ],
      },
      reply: 'public',
      run: (call, context) => foundCard(context, textOption(call, 'query') ?? '', 0, termsIn(call)),
    },
  ],
  components: {
    search: {
      reply: 'update',
      run: ({ query, skip }, _chosen, context) => foundCard(context, query, skip),
    },
    sought: {
      reply: 'update',
      run: ({ query, skip, terms }, _chosen, context) =>
        foundCard(context, query || (context.card?.query ?? ''), skip, terms),
    },
    searched: {
      reply: 'update',
      run: ({ skip }, _chosen, context) => foundCard(context, context.card?.query ?? '', skip),
    },
  },
}
