import { SUBMISSION_LENGTHS } from '../../../schema/record/submission.ts'
import { plain } from '../../cards/kit/markdown.ts'
import { modal, textField } from '../../cards/kit/modal.ts'
import { notice } from '../../cards/kit/notice.ts'
import { claimsCard } from '../../cards/resource/claims-card.ts'
import { fieldName } from '../../languages/field-name.ts'
import { described } from '../../languages/index.ts'
import { valueText } from '../../languages/values.ts'
import { textOption } from '../../request.ts'
import { type Flow, resourceOption } from '../flow.ts'

/** Where sources disagree, a maintainer chooses the claim that the record states, with a reason. */
export const settle: Flow = {
  command: 'covid-review',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'settle',
        ...described(({ commands }) => commands.review.settle),
        options: [resourceOption('resource')],
      },
      reply: 'ephemeral',
      run: async (call, { registry, messages }) =>
        claimsCard(messages, (await registry.resolveResource(textOption(call, 'resource') ?? '')).resource),
    },
  ],
  components: {
    claims: {
      reply: 'ephemeral',
      run: async ({ slug }, _chosen, { registry, messages }) =>
        claimsCard(messages, (await registry.resolveResource(slug)).resource),
    },
    settle: {
      reply: 'modal',
      run: async (state, _chosen, { messages: { claims } }) => ({
        modal: modal(claims.settling, state, [
          {
            label: claims.why,
            component: textField({ id: 'reason', max: SUBMISSION_LENGTHS.reason, lines: true }),
          },
        ]),
      }),
    },
  },
  modals: {
    settle: {
      reply: 'update',
      async run({ slug, version, claim }, { texts }, { registry, actor, messages }) {
        const reason = texts.get('reason') ?? ''
        const settled = await registry.settleClaim(actor, slug, { version, claim }, reason)
        const stated = settled.claims[claim]
        const statement = stated && {
          field: fieldName(messages, stated.field),
          value: plain(valueText(messages, stated.field, stated.value), 300),
        }
        return notice(messages.claims.settled(plain(settled.name, 200), statement))
      },
    },
  },
}
