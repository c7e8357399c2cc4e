import { aboutCard } from '../cards/about-card.ts'
import { type Flow, privateOption, type Subcommand } from './flow.ts'

const answering = (name: string, description: string): Subcommand => ({
  declaration: { type: 1, name, description, options: [privateOption] },
  seen: 'public',
  run: async (_call, { registry }) => aboutCard(await registry.getOverview()),
})

/** `help` is `about`: what this is and what one can type fit on one card. */
export const about: Flow = {
  command: 'covid-data',
  subcommands: [
    answering('about', 'What this is, what it holds, its licence and how to cite it'),
    answering('help', 'What one can type here'),
  ],
}
