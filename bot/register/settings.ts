// Whose commands, with what right, and where Discord is.

import { Failure } from '../cli/failure.ts'

export interface Settings {
  readonly applicationId: string
  readonly botToken: string
  /** Without the version. */
  readonly api: string
  readonly version: string
}

const DISCORD = 'https://discord.com/api/v10'

/** Where one finds it, on the application's pages at https://discord.com/developers/applications. */
const WANTED = {
  DISCORD_APPLICATION_ID: 'General Information, Application ID',
  DISCORD_BOT_TOKEN: 'Bot, Reset Token',
}

/** @throws Failure that says which setting is missing or wrong; it repeats no token. */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = (name: string) => environment[name]?.trim() ?? ''
  const missing = Object.entries(WANTED).filter(([name]) => read(name) === '')
  if (missing.length > 0) {
    const [they, them] = missing.length > 1 ? ['are', 'them'] : ['is', 'it']
    throw new Failure(
      [
        `${missing.map(([name]) => name).join(' and ')} ${they} not set. One finds ${them} at https://discord.com/developers/applications, on the application’s pages:`,
        ...missing.map(([name, place]) => `  ${name}: ${place}`),
      ].join('\n'),
    )
  }
  const applicationId = read('DISCORD_APPLICATION_ID')
  if (!/^\d{17,20}$/.test(applicationId))
    throw new Failure(`DISCORD_APPLICATION_ID is 17 to 20 digits, and not ${JSON.stringify(applicationId)}.`)
  // Any other character would end up in an error of fetch, and with it the token.
  const botToken = read('DISCORD_BOT_TOKEN')
  if (!/^[\w.-]+$/.test(botToken))
    throw new Failure(
      'DISCORD_BOT_TOKEN holds a character that no token has: it is to be the token alone, without quotes or “Bot”.',
    )
  return { applicationId, botToken, ...apiFrom(read('DISCORD_API_URL') || DISCORD) }
}

function apiFrom(text: string): Pick<Settings, 'api' | 'version'> {
  const [, api, version] = /^(https?:\/\/.+)\/v(\d+)\/*$/.exec(text) ?? []
  if (api === undefined || version === undefined || !URL.canParse(api))
    throw new Failure(
      `DISCORD_API_URL is an address that ends in a version, as ${DISCORD}, and not ${JSON.stringify(text)}.`,
    )
  if (!isEncrypted(new URL(api)))
    throw new Failure(`DISCORD_API_URL without https would show the token to everyone on the way: ${text}`)
  return { api, version }
}

/** Or what DISCORD_API_URL names in its place, as one may have forgotten. */
export const isDiscord = ({ api }: Settings) => new URL(api).host === new URL(DISCORD).host

/** On the way; on this machine there is none. */
export const isEncrypted = ({ protocol, hostname }: URL) =>
  protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
