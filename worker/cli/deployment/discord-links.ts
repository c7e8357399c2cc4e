import { OAuth2Scopes, PermissionFlagsBits } from 'discord-api-types/v10'

/** To see a channel that it was named, and to write there: review cards and announcements. Commands take no permission. */
const PERMISSIONS = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages

/** Discord's numbers of the two ways to install an application (“Installation context”). */
const [SERVER, USER] = ['0', '1']

/** The pages where Discord asks whether to add the bot. */
export const inviteLinks = (applicationId: string) => ({
  server: link({
    client_id: applicationId,
    integration_type: SERVER,
    permissions: String(PERMISSIONS),
    scope: `${OAuth2Scopes.Bot} ${OAuth2Scopes.ApplicationsCommands}`,
  }),
  user: link({
    client_id: applicationId,
    integration_type: USER,
    scope: OAuth2Scopes.ApplicationsCommands,
  }),
})

const link = (query: Record<string, string>) =>
  `https://discord.com/oauth2/authorize?${new URLSearchParams(query)}`
