import { RegistryError } from '../../../schema/errors.ts'
import { SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import type { RedactionTarget } from '../../../schema/verbs/erasure.ts'
import { modal, textField } from '../../cards/kit/modal.ts'
import { notice } from '../../cards/kit/notice.ts'
import { redactionCard } from '../../cards/submissions/redaction-card.ts'
import type { StateOf } from '../../custom-id.ts'
import { described, refusedText } from '../../languages/index.ts'
import { type Call, textOption } from '../../request.ts'
import { type Flow, type RequestContext, resourceOption } from '../flow.ts'

/** Undefined where neither is named. Of the resource of that slug, which is one that was removed as a rule. */
async function targetOf(call: Call, { registry }: RequestContext): Promise<RedactionTarget | undefined> {
  const submission = textOption(call, 'submission')
  if (submission !== undefined) return { submission }
  const typed = textOption(call, 'resource')
  if (typed === undefined) return undefined
  const version = Number(call.options.get('version') ?? 0)
  const { resource } = await registry.resolveResource(typed)
  return { slug: resource.slug, ...(version > 0 && { version }) }
}

async function redact(
  { what, key, version, versions }: StateOf<'redact'>,
  reason: string,
  { registry, actor }: RequestContext,
) {
  if (what === 'submission') return registry.redactSubmission(actor, key, { reason, versions })
  return registry.redactResource(actor, key, { reason, versions, ...(version > 0 && { version }) })
}

/** Takes texts down for good, once a maintainer has seen what goes and said why. */
export const redaction: Flow = {
  command: 'covid-review',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'redact',
        ...described(({ commands }) => commands.review.redact),
        options: [
          resourceOption('resource', ({ commands }) => commands.review.redactResource, false),
          {
            type: 4,
            name: 'version',
            ...described(({ commands }) => commands.review.redactVersion),
            min_value: 1,
          },
          {
            type: 3,
            name: 'submission',
            ...described(({ commands }) => commands.review.redactSubmission),
          },
        ],
      },
      reply: 'ephemeral',
      async run(call, context) {
        const target = await targetOf(call, context)
        if (!target) return notice(context.messages.redaction.which)
        const preview = await context.registry.previewRedaction(context.actor, target)
        return redactionCard(context.messages, target, preview)
      },
    },
  ],
  components: {
    redact: {
      reply: 'modal',
      run: async (state, _chosen, { messages: { redaction } }) => ({
        modal: modal(redaction.redacting(state.key), state, [
          {
            label: redaction.why,
            description: redaction.whyHelp,
            component: textField({ id: 'reason', max: SUBMISSION_LENGTHS.reason, lines: true }),
          },
        ]),
      }),
    },
  },
  modals: {
    redact: {
      reply: 'update',
      async run(state, { texts }, context) {
        const { messages } = context
        try {
          const { versions } = await redact(state, texts.get('reason') ?? '', context)
          return notice(messages.redaction.done(versions))
        } catch (error) {
          if (!(error instanceof RegistryError) || error.code !== 'conflict') throw error
          return notice(refusedText(messages, error))
        }
      },
    },
  },
}
