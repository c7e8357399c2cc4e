import { aboutCard } from '../cards/lists/about-card.ts'
import { described } from '../languages/index.ts'
import { type Flow, privateOption, type Subcommand } from './flow.ts'

const answering = (name: 'about' | 'help'): Subcommand => ({
  declaration: {
    type: 1,
    name,
    ...described(({ commands }) => commands[name].description),
    options: [privateOption],
  },
  reply: 'public',
  run: async (_call, { registry, messages, pages }) =>
    aboutCard(messages, await registry.getOverview(), pages),
})

/** `help` is `about`: what this is and what one can type fit on one card. */
export const about: Flow = {
  command: 'covid-data',
  subcommands: [answering('about'), answering('help')],
}
