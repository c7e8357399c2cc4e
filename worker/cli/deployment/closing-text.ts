// What a host is told at the end: what is still to be set, and what comes then.

import { inviteLinks } from '../../http/invite-links.ts'
import type { Deployed } from './deployed.ts'
import { aboutSetting, missingSettings, SETTINGS_FILE, type SettingName, type Vars } from './settings.ts'

export interface DeploymentState {
  readonly vars: Vars
  readonly deployed: Deployed | undefined
}

/** The commands that set it; a secret is asked for, so that it stands in no history. */
function commandFor(name: SettingName, isSecret: boolean): string {
  if (name === 'SESSION_SECRET')
    return `node -p "crypto.randomBytes(32).toString('hex')" | npx wrangler secret put SESSION_SECRET`
  if (isSecret) return `npx wrangler secret put ${name}`
  return `echo "${name}=<value>" >> ${SETTINGS_FILE} && npm run deploy`
}

export function missingSettingsText({ vars, deployed }: DeploymentState): readonly string[] {
  const missing = missingSettings(vars, deployed)
  const needed = missing.filter(({ isOptional }) => !isOptional)
  const optional = missing.filter(({ isOptional }) => isOptional).map(({ name }) => name)
  const commands = needed.flatMap(({ name, isSecret = false, seen }) => [
    '',
    name,
    `  ${aboutSetting(name)}`,
    `  $ ${commandFor(name, isSecret)}`,
    `  It worked when ${seen}.`,
  ])
  return [
    needed.length === 0
      ? 'Everything is set.'
      : `Still to be set (several at once in ${SETTINGS_FILE}, or in the dashboard, where they stay):`,
    ...commands,
    '',
    ...(optional.length === 0 ? [] : [`Not set, and not needed: ${optional.join(', ')}.`, '']),
  ]
}

/** What no deployment can do or see. */
export function nextSteps({ vars }: DeploymentState): readonly string[] {
  const { PUBLIC_URL, DISCORD_APPLICATION_ID } = vars
  const address = PUBLIC_URL || '<address>'
  const links = DISCORD_APPLICATION_ID ? inviteLinks(DISCORD_APPLICATION_ID) : undefined
  return [
    'What comes then, once (README, Set up):',
    '',
    'Commands, with DISCORD_APPLICATION_ID and DISCORD_BOT_TOKEN in the environment:',
    `  $ npm run bot:register -- --endpoint ${address}/interactions`,
    'The first maintainer:',
    '  $ npm run maintainers -- add <your Discord user id> "<your name>" --remote',
    'The redirect for signing in, in the developer portal under OAuth2:',
    `  ${address}/review/callback`,
    ...(links
      ? ['To add the bot to a server:', `  ${links.server}`, 'To yourself:', `  ${links.user}`]
      : ['The links that add the bot are printed here once DISCORD_APPLICATION_ID is set.']),
  ]
}
