import { LENGTHS } from '../../schema/record/resource.ts'
import { ROWS_OF_SEARCH, searchCard } from '../cards/lists/search-card.ts'
import { described } from '../languages/index.ts'
import { textOption } from '../request.ts'
import { type Flow, privateOption, type RequestContext } from './flow.ts'

async function foundCard({ registry, messages }: RequestContext, query: string, skip: number) {
  return searchCard(
    messages,
    query,
    skip,
    await registry.searchResources({ query, skip, size: ROWS_OF_SEARCH }),
  )
}

export const search: Flow = {
  command: 'covid-data',
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
          privateOption,
        ],
      },
      reply: 'public',
      run: (call, context) => foundCard(context, textOption(call, 'query') ?? '', 0),
    },
  ],
  components: {
    search: {
      reply: 'update',
      run: ({ query, skip }, _chosen, context) => foundCard(context, query, skip),
    },
  },
}
