import { SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import { plain } from '../../cards/kit/markdown.ts'
import { notice } from '../../cards/kit/notice.ts'
import { proposedCard } from '../../cards/submissions/proposal-card.ts'
import { described } from '../../languages/index.ts'
import { textOption } from '../../request.ts'
import type { Flow } from '../flow.ts'

/** A release names the present state of the table, so that a paper can cite it. */
export const release: Flow = {
  command: 'covid-review',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'release',
        ...described(({ commands }) => commands.review.release),
        options: [
          {
            type: 3,
            name: 'version',
            ...described(({ commands }) => commands.review.version),
            required: true,
            max_length: 9,
          },
          {
            type: 3,
            name: 'note',
            ...described(({ commands }) => commands.review.note),
            max_length: SUBMISSION_LENGTHS.reason,
          },
        ],
      },
      reply: 'ephemeral',
      async run(call, { registry, actor, messages }) {
        const outcome = await registry.cutRelease(
          actor,
          textOption(call, 'version') ?? '',
          textOption(call, 'note'),
        )
        if ('proposal' in outcome) return proposedCard(messages, outcome.proposal)
        const { version, note } = outcome.release
        return notice(`${messages.release.isOut(version)}\n${plain(note, 1500)}`)
      },
    },
  ],
}
