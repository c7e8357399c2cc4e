import type { Registry } from '../../schema/registry.ts'
import { comparisonCard } from '../cards/comparison-card.ts'
import { resourceCard } from '../cards/resource-card.ts'
import { textOption } from '../interaction.ts'
import { type Flow, privateOption, resourceOption } from './flow.ts'

const shownCard = async (registry: Registry, resource: string, shared: boolean) =>
  resourceCard(await registry.getResource(resource), shared)

/** One resource, and two beside each other. */
export const show: Flow = {
  command: 'covid-data',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'show',
        description: 'Everything known about one resource',
        options: [resourceOption('resource', 'Its name, address or DOI'), privateOption],
      },
      seen: 'public',
      run: (call, { registry }) =>
        shownCard(registry, textOption(call, 'resource') ?? '', call.options.get('private') !== true),
    },
    {
      declaration: {
        type: 1,
        name: 'compare',
        description: 'Two resources side by side',
        options: [
          resourceOption('a', 'The first: its name, address or DOI'),
          resourceOption('b', 'The second: its name, address or DOI'),
          privateOption,
        ],
      },
      seen: 'public',
      async run(call, { registry }) {
        return comparisonCard(
          await registry.compareResources(textOption(call, 'a') ?? '', textOption(call, 'b') ?? ''),
        )
      },
    },
  ],
  components: {
    show: { seen: 'private', run: ({ slug }, _chosen, { registry }) => shownCard(registry, slug, false) },
    open: {
      seen: 'private',
      run: (_state, chosen, { registry }) => shownCard(registry, chosen[0] ?? '', false),
    },
    share: { seen: 'public', run: ({ slug }, _chosen, { registry }) => shownCard(registry, slug, true) },
  },
}
