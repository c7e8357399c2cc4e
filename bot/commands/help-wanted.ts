import { helpWantedCard } from '../cards/lists/help-wanted-card.ts'
import { described } from '../languages/index.ts'
import { type Flow, privateOption } from './flow.ts'
import { reportCard } from './report.ts'

/** What a menu takes. */
const MOST_CHOICES = 25

/** What is there to be found out; an answer is a correction, with how one knows as its evidence. */
export const helpWanted: Flow = {
  command: 'covid-data',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'help-wanted',
        ...described(({ commands }) => commands['help-wanted'].description),
        options: [privateOption],
      },
      reply: 'public',
      run: async (_call, { registry, messages }) => {
        const [gaps, { totals }] = await Promise.all([registry.getGaps(MOST_CHOICES), registry.getOverview()])
        return helpWantedCard(messages, gaps, totals)
      },
    },
  ],
  components: {
    gaps: {
      reply: 'ephemeral',
      run: async (_state, [slug = ''], { registry, messages }) =>
        reportCard(messages, (await registry.getResource(slug)).resource),
    },
  },
}
