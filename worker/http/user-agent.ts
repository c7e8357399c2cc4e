/**
 * Discord asks for an address and a version in this form, and its proxy turns away what has none (403, code 40333). The
 * address is where the application can be added: every deployment has that one.
 */
export const userAgent = (applicationId: string): string =>
  `DiscordBot (https://discord.com/oauth2/authorize?client_id=${applicationId}, 0.1.0)`
