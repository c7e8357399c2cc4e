// What stands in the channels as each person sees it, and what they did that it answers.

import { MessageFlags } from 'discord-api-types/v10'
import type { AnswerableInteraction } from '../../discord/protocol/messages.ts'
import { BOT, timeOf } from '../../discord/protocol/people.ts'
import { type ChannelName, PERSON_OF, type Role } from '../../discord/protocol/roles.ts'
import type { WatchedDiscord } from '../../discord/rest/changes.ts'
import type { Kept } from '../../discord/state.ts'
import { isSeenBy } from '../stand-in.ts'
import { actionOf } from './attribution.ts'
import type { Acting, ShownMessage, UserAction } from './protocol.ts'
import { channelId, channelsOf } from './settings.ts'

/** What a person did, and what stands where its answer will be, or should have been. */
interface Entry {
  readonly interaction: AnswerableInteraction
  readonly action: UserAction
  waiting?: { readonly isPrivate: boolean }
  failed?: string
}

export interface History {
  /** What a person sees in a channel, oldest first. */
  shownTo(role: Role, channel: ChannelName): ShownMessage[]
  /** Likewise, as Discord has it. */
  seenBy(role: Role, channel: ChannelName): Kept[]
  /** Notes what somebody does. */
  begin(interaction: AnswerableInteraction, action?: UserAction): { defer(flags?: number): void }
  /** Notes that it came to nothing. */
  fail(interaction: AnswerableInteraction, detail: string): void
  write(acting: Acting, content: string): void
  /** A private answer that is dismissed is not shown any more. */
  dismiss(id: string): void
  complain(problem: string): void
  /** What Discord would refuse, or not wait for. */
  problems(): string[]
}

export function openHistory(discord: WatchedDiscord, onChange: () => void): History {
  /** By the id of the interaction, oldest first. */
  const entries = new Map<string, Entry>()
  const dismissed = new Set<string>()
  const complaints: string[] = []

  function seenBy(role: Role, channel: ChannelName): Kept[] {
    if (!channelsOf(role).includes(channel)) return []
    const person = PERSON_OF[role]
    return discord
      .messagesIn(channelId(channel, role))
      .filter(({ message, isDeleted }) => !isDeleted && isSeenBy(message, person))
  }

  /** What the interaction of that id was; it may have been sent from elsewhere, as from a terminal. */
  function actionBehind(id: string): UserAction {
    const interaction = discord.findInteraction(id)
    return (
      entries.get(id)?.action ?? (interaction ? actionOf(interaction) : { verb: 'used', what: 'a command' })
    )
  }

  function languageOf({ flags, interaction_metadata: metadata }: Kept['message']): string | undefined {
    const interaction = metadata && discord.findInteraction(metadata.id)
    if (!interaction) return undefined
    const isPrivate = ((flags ?? 0) & MessageFlags.Ephemeral) !== 0
    return isPrivate ? interaction.locale : (interaction.guild_locale ?? interaction.locale)
  }

  /** What is still to come, or never will. */
  function* unanswered(role: Role, channel: ChannelName): Generator<ShownMessage> {
    const there = discord.messagesIn(channelId(channel, role))
    const isAnswered = (id: string) => there.some(({ message }) => message.interaction_metadata?.id === id)
    for (const [id, { interaction, action, waiting, failed }] of entries) {
      if (interaction.channel?.id !== channelId(channel, role)) continue
      const own = senderIdOf(interaction) === PERSON_OF[role].id
      if (failed !== undefined && own)
        yield { ...placeholder(id, interaction, action), state: 'failed', detail: failed, isPrivate: true }
      if (waiting && (own || !waiting.isPrivate) && !isAnswered(id))
        yield { ...placeholder(id, interaction, action), isPrivate: waiting.isPrivate }
    }
  }

  return {
    seenBy,
    shownTo: (role, channel) =>
      [
        ...seenBy(role, channel).map((kept) => shown(kept, actionBehind, languageOf(kept.message))),
        ...(channelsOf(role).includes(channel) ? unanswered(role, channel) : []),
      ]
        .filter(({ id, isPrivate }) => !isPrivate || !dismissed.has(id))
        .sort((one, other) => Number(BigInt(one.id) - BigInt(other.id))),
    begin(interaction, action = actionOf(interaction)) {
      const entry: Entry = { interaction, action: action }
      entries.set(interaction.id, entry)
      return {
        defer(flags = 0) {
          entry.waiting = { isPrivate: (flags & MessageFlags.Ephemeral) !== 0 }
        },
      }
    },
    fail(interaction, detail) {
      const entry = entries.get(interaction.id)
      if (entry) entry.failed = detail
      onChange()
    },
    write({ role, channel }, content) {
      discord.write(PERSON_OF[role], channelId(channel, role), content)
    },
    dismiss(id) {
      dismissed.add(id)
      onChange()
    },
    complain(problem) {
      complaints.push(problem)
      onChange()
    },
    problems: () => [
      ...complaints,
      ...discord
        .problems()
        .flatMap(({ method, path, problems }) => problems.map((problem) => `${method} ${path}: ${problem}`)),
    ],
  }
}

const senderIdOf = ({ member, user }: AnswerableInteraction) => (member?.user ?? user)?.id

const placeholder = (id: string, interaction: AnswerableInteraction, action: UserAction): ShownMessage => ({
  id,
  version: 0,
  author: { id: BOT.id, name: BOT.globalName },
  isBot: true,
  at: new Date(timeOf(id)).toISOString(),
  isEdited: false,
  isPrivate: false,
  answers: { who: nameOf(interaction.member?.user ?? interaction.user), ...action },
  state: 'thinking',
  content: '',
  components: [],
  embeds: [],
})

const nameOf = (user: { readonly global_name?: string | null; readonly username: string } | undefined) =>
  user?.global_name ?? user?.username ?? 'Someone'

function shown(
  { message, earlier }: Kept,
  actionBehind: (id: string) => UserAction,
  language: string | undefined,
): ShownMessage {
  const metadata = message.interaction_metadata
  return {
    id: message.id,
    version: earlier.length,
    author: { id: message.author.id, name: nameOf(message.author) },
    isBot: message.author.bot === true,
    at: message.timestamp,
    isEdited: message.edited_timestamp !== null,
    isPrivate: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    ...(metadata && { answers: { who: nameOf(metadata.user), ...actionBehind(metadata.id) } }),
    ...(language !== undefined && { language }),
    state: 'said',
    content: message.content,
    components: message.components ?? [],
    embeds: message.embeds,
  }
}
