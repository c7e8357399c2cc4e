import { SUBMISSION_LENGTHS } from '../../schema/submission.ts'
import { plain } from '../cards/markdown.ts'
import { notice } from '../cards/notice.ts'
import { textOption } from '../interaction.ts'
import type { Flow } from './flow.ts'

/** A release names the table as it stands, so that a paper can cite what it used. */
export const release: Flow = {
  command: 'covid-review',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'release',
        description: 'Freeze the table as it stands under a version, for good',
        options: [
          {
            type: 3,
            name: 'version',
            description: 'Two numbers, later than the latest, such as 3.1',
            required: true,
            max_length: 9,
          },
          {
            type: 3,
            name: 'note',
            description: 'What to say of it beside what changed',
            max_length: SUBMISSION_LENGTHS.reason,
          },
        ],
      },
      seen: 'private',
      async run(call, { registry, actor }) {
        const { version, note } = await registry.cutRelease(
          actor,
          textOption(call, 'version') ?? '',
          textOption(call, 'note'),
        )
        const told = `Release ${version} is out: it stays as the table is now.\n${plain(note, 1500)}`
        return notice(told)
      },
    },
  ],
}
