// What a maintainer proposed and another one has to confirm.

import type { Proposal } from '../../../schema/verbs/people.ts'
import type { Messages } from '../../languages/index.ts'
import { plain } from '../kit/markdown.ts'
import { button, type Card, row, text } from '../kit/message.ts'
import { notice } from '../kit/notice.ts'

/** "Remove Bert", "Publish release 5.0" */
const wishText = ({ maintainers }: Messages, { action, subject }: Proposal): string =>
  action === 'propose_removal'
    ? maintainers.wishRemoval(subject.name === undefined ? undefined : plain(subject.name, 60))
    : maintainers.wishRelease(plain(subject.key ?? '', 20))

/** To the maintainer who proposed it. */
export const proposedCard = (messages: Messages, proposal: Proposal): Card =>
  notice(messages.maintainers.proposed(wishText(messages, proposal), messages.day(proposal.until)))

/** To the maintainer who confirmed it. */
export const confirmedCard = (messages: Messages, proposal: Proposal): Card =>
  notice(messages.maintainers.confirmed(wishText(messages, proposal)))

/** A line for each, with a button for those of others. */
export const proposalParts = (messages: Messages, proposals: readonly Proposal[]) =>
  proposals.slice(0, 5).flatMap((proposal) => {
    const { maintainers } = messages
    const by = proposal.by?.name === undefined ? undefined : plain(proposal.by.name, 60)
    const line = text(
      [
        maintainers.open(wishText(messages, proposal), by, messages.day(proposal.until)),
        ...(proposal.reason ? [`-# ${plain(proposal.reason, 200)}`] : []),
      ].join('\n'),
    )
    if (proposal.isOwn) return [line]
    return [line, row(button(maintainers.confirm, { action: 'confirm', proposal: proposal.id }, 'stop'))]
  })
