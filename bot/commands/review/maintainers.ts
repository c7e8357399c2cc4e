import type { Maintainer, Proposal } from '../../../schema/verbs/people.ts'
import { plain } from '../../cards/kit/markdown.ts'
import { type Card, card, text } from '../../cards/kit/message.ts'
import { confirmedCard, proposalParts } from '../../cards/submissions/proposal-card.ts'
import { described, type Messages, named } from '../../languages/index.ts'
import { textOption } from '../../request.ts'
import type { Flow } from '../flow.ts'

const ACTIONS = ['list', 'add', 'remove'] as const

const maintainersCard = (
  messages: Messages,
  maintainers: readonly Maintainer[],
  proposals: readonly Proposal[],
  note: string,
): Card =>
  card([
    ...proposalParts(messages, proposals),
    text(
      [
        `## ${messages.maintainers.title}`,
        ...(note ? [note] : []),
        ...maintainers
          .slice(0, 40)
          .map(({ name, addedAt }) =>
            messages.maintainers.since(
              name === undefined ? undefined : plain(name, 60),
              messages.day(addedAt),
            ),
          ),
      ].join('\n'),
    ),
  ])

/** Any maintainer can change the list of maintainers; the registry checks that. */
export const maintainers: Flow = {
  command: 'covid-review',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'maintainers',
        ...described(({ commands }) => commands.review.maintainers),
        options: [
          {
            type: 3,
            name: 'action',
            ...described(({ commands }) => commands.review.action),
            required: true,
            choices: ACTIONS.map((value) => ({
              ...named(({ commands }) => commands.review.actions[value]),
              value,
            })),
          },
          { type: 6, name: 'user', ...described(({ commands }) => commands.review.user) },
        ],
      },
      reply: 'ephemeral',
      async run(call, { registry, actor, messages }) {
        const user = textOption(call, 'user') ?? ''
        const name = call.names.get(user) ?? user
        let note = ''
        switch (textOption(call, 'action')) {
          case 'add':
            // The maintainer's API token is not shown: a chat keeps its messages.
            await registry.addMaintainer(actor, user, name)
            note = messages.maintainers.added(plain(name, 60))
            break
          case 'remove':
            if (await registry.removeMaintainer(actor, user)) {
              note = messages.maintainers.needsAnother
              break
            }
            note = messages.maintainers.removed(plain(name, 60))
            break
        }
        const [listed, proposals] = await Promise.all([
          registry.listMaintainers(actor),
          registry.listProposals(actor),
        ])
        return maintainersCard(messages, listed, proposals, note)
      },
    },
  ],
  components: {
    confirm: {
      reply: 'update',
      run: async ({ proposal }, _chosen, { registry, actor, messages }) =>
        confirmedCard(messages, await registry.confirmProposal(actor, proposal)),
    },
  },
}
