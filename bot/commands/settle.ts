import { SUBMISSION_LENGTHS } from '../../schema/submission.ts'
import { claimsCard } from '../cards/claims-card.ts'
import { fieldName, valueText } from '../cards/fact-words.ts'
import { form, textField } from '../cards/form.ts'
import { plain } from '../cards/markdown.ts'
import { notice } from '../cards/notice.ts'
import { textOption } from '../interaction.ts'
import { english } from '../languages/index.ts'
import { type Flow, resourceOption } from './flow.ts'

/** Where sources disagree: a maintainer says what the record states, and why. */
export const settle: Flow = {
  command: 'covid-review',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'settle',
        description: 'Decide between sources that disagree about a resource',
        options: [resourceOption('resource')],
      },
      seen: 'private',
      run: async (call, { registry }) =>
        claimsCard((await registry.getResource(textOption(call, 'resource') ?? '')).resource),
    },
  ],
  components: {
    claims: {
      seen: 'form',
      run: async ({ slug, version }, chosen) => ({
        form: form('Settle a claim', { action: 'settle', claim: Number(chosen[0] ?? -1), version, slug }, [
          {
            label: 'Why this one',
            component: textField({ id: 'reason', max: SUBMISSION_LENGTHS.reason, lines: true }),
          },
        ]),
      }),
    },
  },
  forms: {
    settle: {
      seen: 'here',
      async run({ slug, version, claim }, { texts }, { registry, actor }) {
        const reason = texts.get('reason') ?? ''
        const settled = await registry.settleClaim(actor, slug, { version, claim }, reason)
        const stated = settled.claims[claim]
        const told = stated
          ? `${fieldName(english, stated.field)} is now ${plain(valueText(english, stated.field, stated.value), 300)}`
          : 'it is done'
        return notice(`Settled: of ${plain(settled.name, 200)}, ${told}.`)
      },
    },
  },
}
