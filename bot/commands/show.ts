import { comparisonCard } from '../cards/resource/comparison-card.ts'
import { resourceCard } from '../cards/resource/resource-card.ts'
import { described } from '../languages/index.ts'
import { textOption } from '../request.ts'
import { type Flow, privateOption, type RequestContext, resourceOption } from './flow.ts'

const shownCard = async ({ registry, messages, pages }: RequestContext, resource: string, shared: boolean) =>
  resourceCard(messages, await registry.resolveResource(resource), shared, pages)

/** One resource, and several side by side. */
export const show: Flow = {
  command: 'covid-data',
  isReading: true,
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'show',
        ...described(({ commands }) => commands.show.description),
        options: [resourceOption('resource'), privateOption],
      },
      reply: 'public',
      run: (call, context) =>
        shownCard(context, textOption(call, 'resource') ?? '', call.options.get('private') !== true),
    },
    {
      declaration: {
        type: 1,
        name: 'compare',
        ...described(({ commands }) => commands.compare.description),
        options: [
          resourceOption('a', ({ commands }) => commands.compare.a),
          resourceOption('b', ({ commands }) => commands.compare.b),
          resourceOption('c', ({ commands }) => commands.compare.c, false),
          resourceOption('d', ({ commands }) => commands.compare.d, false),
          privateOption,
        ],
      },
      reply: 'public',
      async run(call, { registry, messages, pages }) {
        const named = ['a', 'b', 'c', 'd'].flatMap((option) => textOption(call, option) ?? [])
        return comparisonCard(messages, await registry.compareResources(named), pages)
      },
    },
  ],
  components: {
    show: { reply: 'ephemeral', run: ({ slug }, _chosen, context) => shownCard(context, slug, false) },
    open: {
      reply: 'ephemeral',
      run: (_state, chosen, context) => shownCard(context, chosen[0] ?? '', false),
    },
    share: { reply: 'public', run: ({ slug }, _chosen, context) => shownCard(context, slug, true) },
  },
}
