/**
 * Discord requires an address and a version in this form; its proxy refuses requests without them (403, code 40333). The
 * address adds the deployment's application to a server.
 */
export const userAgent = (applicationId: string): string =>
  `DiscordBot (https://discord.com/oauth2/authorize?client_id=${applicationId}, 0.1.0)`
