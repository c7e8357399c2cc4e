import type { Maintainer } from '../../schema/submission-verbs.ts'
import { plain } from '../cards/markdown.ts'
import { type Card, card, text } from '../cards/message.ts'
import { textOption } from '../interaction.ts'
import { english } from '../languages/index.ts'
import type { Flow } from './flow.ts'

const ACTIONS = ['list', 'add', 'remove'] as const

const maintainersCard = (maintainers: readonly Maintainer[], note: string): Card =>
  card([
    text(
      [
        '## Maintainers',
        ...(note ? [note] : []),
        ...maintainers
          .slice(0, 40)
          .map(({ name, addedAt }) => `${plain(name ?? 'Someone', 60)}, since ${english.day(addedAt)}`),
      ].join('\n'),
    ),
  ])

/** Who decides: told by a maintainer, and checked at the verb. */
export const maintainers: Flow = {
  command: 'covid-review',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'maintainers',
        description: 'Who decides: list, add, remove',
        options: [
          {
            type: 3,
            name: 'action',
            description: 'What to do',
            required: true,
            choices: ACTIONS.map((value) => ({ name: value, value })),
          },
          { type: 6, name: 'user', description: 'Whom to add or remove' },
        ],
      },
      seen: 'private',
      async run(call, { registry, actor }) {
        const user = textOption(call, 'user') ?? ''
        const name = call.names.get(user) ?? user
        let note = ''
        switch (textOption(call, 'action')) {
          case 'add':
            // The token that comes with it is not shown in a chat, which keeps what it is told.
            await registry.addMaintainer(actor, user, name)
            note = `**${plain(name, 60)}** decides from now on. A token for the HTTP API comes from \`npm run maintainers\`.`
            break
          case 'remove':
            await registry.removeMaintainer(actor, user)
            note = `**${plain(name, 60)}** decides no more, and their token is void.`
            break
        }
        return maintainersCard(await registry.listMaintainers(actor), note)
      },
    },
  ],
}
