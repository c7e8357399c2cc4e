// Data sets that the registry found by itself: a maintainer takes one up, or says why not.

import { RegistryError } from '../../../schema/errors.ts'
import { SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import { plain } from '../../cards/kit/markdown.ts'
import { modal, textField } from '../../cards/kit/modal.ts'
import { CANDIDATES_SHOWN, candidatesCard } from '../../cards/submissions/candidates-card.ts'
import { described, refusedText } from '../../languages/index.ts'
import type { Flow, RequestContext } from '../flow.ts'

/** A slow site does not keep a maintainer waiting: what was found before is sent in. */
const LOOK_UP_MS = 6000

async function show(
  { registry, actor, messages }: RequestContext,
  skip = 0,
  outcome?: Parameters<typeof candidatesCard>[3],
) {
  const page = await registry.listCandidates(actor, { state: 'offered', skip, size: CANDIDATES_SHOWN })
  return candidatesCard(messages, page, skip, outcome)
}

/** The list again, with what came of it, or why nothing did. */
async function showAfter(
  context: RequestContext,
  act: () => Promise<{ readonly note: string; readonly taken?: string }>,
) {
  try {
    return show(context, 0, await act())
  } catch (error) {
    if (!(error instanceof RegistryError) || error.code !== 'conflict') throw error
    return show(context, 0, { note: refusedText(context.messages, error) })
  }
}

export const candidates: Flow = {
  command: 'covid-review',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'candidates',
        ...described(({ commands }) => commands.review.candidates),
      },
      reply: 'ephemeral',
      run: (_call, context) => show(context),
    },
  ],
  components: {
    candidates: { reply: 'update', run: ({ skip }, _chosen, context) => show(context, skip) },
    takeUp: {
      reply: 'update',
      run: ({ candidate }, _chosen, context) =>
        showAfter(context, async () => {
          const { registry, actor, messages } = context
          const { url } = await registry.getCandidate(actor, candidate)
          const found = await context.lookUp(url, LOOK_UP_MS)
          const { name, submission = '' } = await registry.takeUpCandidate(actor, candidate, found)
          return { note: messages.candidates.taken(plain(name, 100), submission), taken: submission }
        }),
    },
    decline: {
      reply: 'modal',
      run: async (state, _chosen, { messages }) => ({
        modal: modal(messages.candidates.notForUs, state, [
          {
            label: messages.candidates.reason,
            description: messages.candidates.reasonHelp,
            component: textField({ id: 'reason', max: SUBMISSION_LENGTHS.reason, lines: true }),
          },
        ]),
      }),
    },
  },
  modals: {
    decline: {
      reply: 'update',
      run: ({ candidate }, { texts }, context) =>
        showAfter(context, async () => {
          const { registry, actor, messages } = context
          const declined = await registry.declineCandidate(actor, candidate, texts.get('reason') ?? '')
          return { note: messages.candidates.declined(plain(declined.name, 100)) }
        }),
    },
  },
}
