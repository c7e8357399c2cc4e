import { comparisonCard } from '../cards/resource/comparison-card.ts'
import { resourceCard } from '../cards/resource/resource-card.ts'
import { described } from '../languages/index.ts'
import { textOption } from '../request.ts'
import { type Flow, privateOption, type RequestContext, resourceOption } from './flow.ts'

const shownCard = async ({ registry, messages, pages }: RequestContext, resource: string, shared: boolean) =>
  resourceCard(messages, await registry.getResource(resource), shared, pages)

/** One resource, and two beside each other. */
export const show: Flow = {
  command: 'covid-data',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'show',
        ...described(({ commands }) => commands.show.description),
        options: [resourceOption('resource'), privateOption],
      },
      seen: 'public',
      run: (call, asker) =>
        shownCard(asker, textOption(call, 'resource') ?? '', call.options.get('private') !== true),
    },
    {
      declaration: {
        type: 1,
        name: 'compare',
        ...described(({ commands }) => commands.compare.description),
        options: [
          resourceOption('a', ({ commands }) => commands.compare.a),
          resourceOption('b', ({ commands }) => commands.compare.b),
          privateOption,
        ],
      },
      seen: 'public',
      async run(call, { registry, messages }) {
        return comparisonCard(
          messages,
          await registry.compareResources(textOption(call, 'a') ?? '', textOption(call, 'b') ?? ''),
        )
      },
    },
  ],
  components: {
    show: { seen: 'private', run: ({ slug }, _chosen, asker) => shownCard(asker, slug, false) },
    open: {
      seen: 'private',
      run: (_state, chosen, asker) => shownCard(asker, chosen[0] ?? '', false),
    },
    share: { seen: 'public', run: ({ slug }, _chosen, asker) => shownCard(asker, slug, true) },
  },
}
