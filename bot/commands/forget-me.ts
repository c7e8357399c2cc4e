import { RegistryError } from '../../schema/errors.ts'
import type { PersonalData } from '../../schema/verbs/erasure.ts'
import { button, type Card, card, row, text } from '../cards/kit/message.ts'
import { notice } from '../cards/kit/notice.ts'
import { type Pages, pageLink } from '../cards/kit/page-link.ts'
import { described, type Messages } from '../languages/index.ts'
import type { Flow } from './flow.ts'

/** What goes and what stays, before it goes. */
function questionCard({ forgetMe, pages: names }: Messages, found: PersonalData, pages: Pages): Card {
  const { drafts, watches, submissions } = found
  return card([
    text(
      [
        `## ${forgetMe.title}`,
        forgetMe.goes(drafts, watches),
        forgetMe.stays(submissions),
        forgetMe.beyond,
        forgetMe.forGood,
      ].join('\n'),
    ),
    row(button(forgetMe.erase, { action: 'forgetMe' }, 'stop')),
    ...(pages === undefined ? [] : [text(`-# ${pageLink('', pages, '/privacy', names.privacy)}`)]),
  ])
}

/** A person has everything of theirs erased, once they have read what that is. */
export const forgetMe: Flow = {
  command: 'covid-data',
  subcommands: [
    {
      declaration: {
        type: 1,
        name: 'forget-me',
        ...described(({ commands }) => commands['forget-me'].description),
      },
      reply: 'ephemeral',
      async run(_call, { registry, actor: { discordId }, messages, pages }) {
        const found = await registry.findPersonalData({ discordId })
        if (!found) return notice(messages.forgetMe.nothing)
        if (found.isMaintainer) return notice(messages.refusals.maintainerStays())
        return found.isBlocked
          ? notice(messages.refusals.blockedStays())
          : questionCard(messages, found, pages)
      },
    },
  ],
  components: {
    forgetMe: {
      reply: 'update',
      async run(_state, _chosen, { registry, actor, messages }) {
        try {
          await registry.eraseSelf(actor)
        } catch (error) {
          // A second click of one who is erased already.
          if (!(error instanceof RegistryError) || error.code !== 'not_found') throw error
        }
        return notice(messages.forgetMe.done)
      },
    },
  },
}
