// The links that add the bot to a server or to a person.

/** View Channel and Send Messages, for review cards and announcements. Commands take no permission. */
const PERMISSIONS = (1 << 10) | (1 << 11)

/** Discord's numbers of the two ways to install an application (“Installation context”). */
const [SERVER, USER] = ['0', '1']

/** The pages where Discord asks whether to add the bot. */
export const inviteLinks = (applicationId: string) => ({
  server: link({
    client_id: applicationId,
    integration_type: SERVER,
    permissions: String(PERMISSIONS),
    scope: 'bot applications.commands',
  }),
  user: link({
    client_id: applicationId,
    integration_type: USER,
    scope: 'applications.commands',
  }),
})

const link = (query: Record<string, string>) =>
  `https://discord.com/oauth2/authorize?${new URLSearchParams(query)}`
