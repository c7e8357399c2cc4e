import { historyCard } from '../cards/resource/history-card.ts'
import { described } from '../languages/index.ts'
import { textOption } from '../request.ts'
import { type Flow, privateOption, type RequestContext, resourceOption } from './flow.ts'

const ROWS = 8
/** Stands for the history of everything. */
const EVERYTHING = '*'

async function changesCard(
  { registry, messages }: RequestContext,
  slug: string,
  before: number,
  after: number,
) {
  const of = slug === EVERYTHING ? undefined : slug
  const query = { slug: of, before: before || undefined, after: after || undefined, size: ROWS }
  return historyCard(messages, slug, await registry.listChanges(query))
}

export const history: Flow = {
  command: 'covid-data',
  isReading: true,
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'changes',
        ...described(({ commands }) => commands.changes.description),
        options: [
          resourceOption('resource', ({ commands }) => commands.changes.resource, false),
          privateOption,
        ],
      },
      reply: 'public',
      async run(call, context) {
        const typed = textOption(call, 'resource')
        const slug =
          typed === undefined ? EVERYTHING : (await context.registry.resolveResource(typed)).resource.slug
        return changesCard(context, slug, 0, 0)
      },
    },
  ],
  components: {
    history: {
      reply: 'update',
      async run({ slug, before, after }, _chosen, context) {
        if (before !== 0 || after !== 0) return changesCard(context, slug, before, after)
        // From the card of a resource, which stays.
        return {
          card: await changesCard({ ...context, messages: context.userMessages }, slug, 0, 0),
          reply: 'ephemeral',
        }
      },
    },
  },
}
