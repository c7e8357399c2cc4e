import { LENGTHS } from '../../schema/contract.ts'
import type { Registry } from '../../schema/registry.ts'
import { ROWS_OF_SEARCH, searchCard } from '../cards/search-card.ts'
import { textOption } from '../interaction.ts'
import { type Flow, privateOption } from './flow.ts'

async function foundCard(registry: Registry, query: string, skip: number) {
  return searchCard(query, skip, await registry.searchResources({ query, skip, size: ROWS_OF_SEARCH }))
}

export const search: Flow = {
  command: 'covid-data',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'search',
        description: 'Find resources by words, a kind of data, an address or a DOI; misspelt is fine',
        options: [
          {
            type: 3,
            name: 'query',
            description: 'For example: lung ultrasound, kaggle, 2003.11597',
            required: true,
            min_length: 1,
            max_length: LENGTHS.query,
          },
          privateOption,
        ],
      },
      seen: 'public',
      run: (call, { registry }) => foundCard(registry, textOption(call, 'query') ?? '', 0),
    },
  ],
  components: {
    search: {
      seen: 'here',
      run: ({ query, skip }, _chosen, { registry }) => foundCard(registry, query, skip),
    },
  },
}
