import { DISCORD_API_URL, DISCORD_BOT_TOKEN, readSettings } from '../cli/settings.ts'

export interface Settings {
  readonly applicationId: string
  readonly botToken: string
  /** Discord's API, without its version. */
  readonly api: string
  readonly version: string
}

const SETTINGS = {
  DISCORD_APPLICATION_ID: {
    is: 'the Application ID, 17 to 20 digits; https://discord.com/developers/applications has it, under General Information',
    shape: /^\d{17,20}$/,
  },
  DISCORD_BOT_TOKEN,
  DISCORD_API_URL,
}

export function settingsFrom(env: Readonly<Record<string, string | undefined>>): Settings {
  const read = readSettings(env, SETTINGS)
  const [api = '', version = ''] = read.DISCORD_API_URL.replace(/\/$/, '').split(/\/v(?=\d+$)/)
  return { applicationId: read.DISCORD_APPLICATION_ID, botToken: read.DISCORD_BOT_TOKEN, api, version }
}

/** Whether it is Discord itself, not another address in DISCORD_API_URL. */
export const isDiscord = ({ api }: Settings) => new URL(api).host === 'discord.com'
