// The server, as a client with the intent for servers is told of it (events/gateway-events, "Guild Create").

import type { APIGuildMember } from 'discord-api-types/v10'
import { asUser, BOT, CHANNEL_NAMES, EVERYONE_MAY, PEOPLE, SERVER_ID } from '../protocol/people.ts'

const SINCE = '2024-01-01T00:00:00.000000+00:00'

export const guildFor = (applicationId: string) => ({
  id: SERVER_ID,
  name: 'A server',
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: PEOPLE[0].id,
  application_id: null,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  premium_progress_bar_enabled: false,
  preferred_locale: 'en-US',
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  roles: [
    {
      id: SERVER_ID,
      name: '@everyone',
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      position: 0,
      permissions: EVERYONE_MAY,
      managed: false,
      mentionable: false,
      flags: 0,
    },
  ],
  emojis: [],
  stickers: [],
  features: [],
  joined_at: SINCE,
  large: false,
  unavailable: false,
  member_count: PEOPLE.length + 1,
  members: [member(applicationId)],
  channels: Object.entries(CHANNEL_NAMES).map(([id, name], position) => ({
    id,
    type: 0,
    name,
    position,
    permission_overwrites: [],
    parent_id: null,
  })),
  threads: [],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
})

/** Of the members a client without the intent for them sees itself. */
const member = (applicationId: string): Omit<APIGuildMember, 'flags'> & { flags: number } => ({
  user: { ...asUser({ ...BOT, id: applicationId }), bot: true },
  nick: null,
  avatar: null,
  banner: null,
  roles: [],
  joined_at: SINCE,
  deaf: false,
  mute: false,
  flags: 0,
})
