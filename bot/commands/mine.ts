import { SUBMISSION_LENGTHS } from '../../schema/submission.ts'
import { form, textField } from '../cards/form.ts'
import { plain } from '../cards/markdown.ts'
import { ownSubmissionsCard, submitterCard } from '../cards/submitter-card.ts'
import type { Flow } from './flow.ts'

/** Four components each, with what is around them, stay within 40. */
const MOST_LISTED = 8

export const mine: Flow = {
  command: 'covid-data',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'my-submissions',
        description: 'What you have sent in, and how it stands',
      },
      seen: 'private',
      run: async (_call, { registry, actor }) =>
        ownSubmissionsCard(await registry.listOwnSubmissions(actor, MOST_LISTED)),
    },
  ],
  components: {
    answer: {
      seen: 'form',
      async run({ key }, _chosen, { registry, actor }) {
        const { thread } = await registry.getSubmission(actor, key)
        const question = thread.findLast((entry) => entry.by === 'maintainer')?.text ?? ''
        return {
          form: form(`Answer ${key}`, { action: 'answer', key }, [
            {
              label: 'Your answer',
              description: plain(question, 100),
              component: textField({ id: 'text', max: SUBMISSION_LENGTHS.answer, lines: true }),
            },
          ]),
        }
      },
    },
    withdraw: {
      seen: 'here',
      run: async ({ key }, _chosen, { registry, actor }) =>
        submitterCard(await registry.withdrawSubmission(actor, key)),
    },
  },
  forms: {
    answer: {
      seen: 'here',
      run: async ({ key }, { texts }, { registry, actor }) =>
        submitterCard(await registry.answerSubmission(actor, key, texts.get('text') ?? '')),
    },
  },
}
