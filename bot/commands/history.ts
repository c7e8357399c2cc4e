import type { Registry } from '../../schema/registry.ts'
import { historyCard } from '../cards/history-card.ts'
import { textOption } from '../interaction.ts'
import { type Flow, privateOption, resourceOption } from './flow.ts'

const ROWS = 8
/** Stands for the history of everything. */
const EVERYTHING = '*'

async function changesCard(registry: Registry, slug: string, before: number, after: number) {
  const of = slug === EVERYTHING ? undefined : slug
  const query = { slug: of, before: before || undefined, after: after || undefined, size: ROWS }
  return historyCard(slug, await registry.listChanges(query))
}

export const history: Flow = {
  command: 'covid-data',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'changes',
        description: 'What changed, latest first: before and after, and which submission it came from',
        options: [resourceOption('resource', 'Of this one alone', false), privateOption],
      },
      seen: 'public',
      async run(call, { registry }) {
        const typed = textOption(call, 'resource')
        const slug = typed === undefined ? EVERYTHING : (await registry.getResource(typed)).resource.slug
        return changesCard(registry, slug, 0, 0)
      },
    },
  ],
  components: {
    history: {
      seen: 'here',
      async run({ slug, before, after }, _chosen, { registry }) {
        const card = await changesCard(registry, slug, before, after)
        // From the card of a resource, which stays.
        return before === 0 && after === 0 ? { card, seen: 'private' } : card
      },
    },
  },
}
