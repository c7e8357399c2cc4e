import { SUBMISSION_LENGTHS } from '../../schema/record/submission.ts'
import { plain } from '../cards/kit/markdown.ts'
import { modal, textField } from '../cards/kit/modal.ts'
import { ownSubmissionsCard, submitterCard } from '../cards/submissions/submitter-card.ts'
import { described } from '../languages/index.ts'
import type { Flow } from './flow.ts'

/** Four components each, with what is around them, stay within 40. */
const MOST_LISTED = 8

export const mySubmissions: Flow = {
  command: 'covid-data',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'my-submissions',
        ...described(({ commands }) => commands['my-submissions'].description),
      },
      reply: 'ephemeral',
      run: async (_call, { registry, actor, messages }) =>
        ownSubmissionsCard(messages, await registry.listOwnSubmissions(actor, MOST_LISTED)),
    },
  ],
  components: {
    answer: {
      reply: 'modal',
      async run({ key }, _chosen, { registry, actor, messages: { submission } }) {
        const { submission: asked } = await registry.getSubmission(actor, key)
        const question = asked.thread.findLast((entry) => entry.by === 'maintainer')?.text ?? ''
        return {
          modal: modal(submission.answering(key), { action: 'answer', key }, [
            {
              label: submission.yourAnswer,
              description: plain(question, 100),
              component: textField({ id: 'text', max: SUBMISSION_LENGTHS.answer, lines: true }),
            },
          ]),
        }
      },
    },
    withdraw: {
      reply: 'update',
      run: async ({ key }, _chosen, { registry, actor, messages }) =>
        submitterCard(messages, await registry.withdrawSubmission(actor, key)),
    },
  },
  modals: {
    answer: {
      reply: 'update',
      run: async ({ key }, { texts }, { registry, actor, messages }) =>
        submitterCard(messages, await registry.answerSubmission(actor, key, texts.get('text') ?? '')),
    },
  },
}
