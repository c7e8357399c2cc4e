// What a host sets: the vars, from where they stand, and what is still missing.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { Failure } from '../../../bot/cli/failure.ts'
import manifest from '../../../package.json' with { type: 'json' }
import type { Deployed } from './deployed.ts'

/** Beside wrangler.toml, and left out of git. */
export const SETTINGS_FILE = '.deploy.env'

const { bindings } = manifest.cloudflare
export type SettingName = Exclude<keyof typeof bindings, 'DB'>

interface Setting {
  readonly name: SettingName
  readonly isSecret?: true
  /** All works without it, but for what it is about. */
  readonly isOptional?: true
  /** What a value that can be right looks like. */
  readonly pattern?: RegExp
  /** How one sees that it is right. */
  readonly seen: string
}

const SIGNING_IN = '/review offers to sign in; until then it names what is missing'
const REVIEWING = 'what is sent in at /submit is posted in the review channel'

/** In the order in which one comes by them in Discord's developer portal. */
export const SETTINGS: readonly Setting[] = [
  { name: 'DISCORD_APPLICATION_ID', pattern: /^\d{15,20}$/, seen: SIGNING_IN },
  {
    name: 'DISCORD_PUBLIC_KEY',
    pattern: /^[\da-f]{64}(\s*,\s*[\da-f]{64})*$/i,
    seen: 'Discord takes the interactions address that bot:register names to it',
  },
  { name: 'DISCORD_BOT_TOKEN', isSecret: true, seen: REVIEWING },
  { name: 'DISCORD_CLIENT_SECRET', isSecret: true, seen: SIGNING_IN },
  { name: 'SESSION_SECRET', isSecret: true, seen: SIGNING_IN },
  { name: 'REVIEW_CHANNEL_ID', pattern: /^\d{15,20}$/, seen: REVIEWING },
  { name: 'PUBLIC_URL', pattern: /^https:\/\/[^\s/]+$/, seen: '/sitemap.xml lists whole addresses' },
  {
    name: 'CONTACT_EMAIL',
    isOptional: true,
    pattern: /^[^\s@]+@[^\s@]+$/,
    seen: '/oai?verb=Identify answers with it',
  },
  { name: 'TURNSTILE_SITE_KEY', isOptional: true, seen: 'the form on /submit shows the widget' },
  {
    name: 'TURNSTILE_SECRET_KEY',
    isSecret: true,
    isOptional: true,
    seen: 'what is sent in at /submit is taken',
  },
]

/** Where one finds it, and what for, as the Deploy to Cloudflare page says it, but for its markup. */
export const aboutSetting = (name: SettingName): string =>
  bindings[name].description.replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)').replaceAll(/[`*]/g, '')

export type Vars = Readonly<Record<string, string>>

/**
 * What this machine says: the environment, else the file. Only for `names`, those that wrangler.toml has; and of the
 * environment only what is one's own, since DISCORD_API_URL may be there for trying something on this machine.
 */
export function settingsHere(
  root: string,
  names: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Vars {
  const file = settingsIn(join(root, SETTINGS_FILE), names)
  const given = names.flatMap((name) => {
    const isOwn = SETTINGS.some((setting) => setting.name === name)
    const value = ((isOwn ? environment[name] : undefined) ?? file[name] ?? '').trim()
    return value === '' ? [] : [[name, value] as const]
  })
  for (const [name, value] of given) {
    const { pattern } = SETTINGS.find((setting) => setting.name === name) ?? {}
    // Nor is this value repeated: someone may have pasted a token there.
    if (pattern?.test(value) === false)
      throw new Failure(`What ${name} is set to cannot be right. ${hint(name)}`)
  }
  return Object.fromEntries(given)
}

function settingsIn(path: string, names: readonly string[]): Readonly<Record<string, string | undefined>> {
  const values = existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {}
  for (const name of Object.keys(values)) {
    if (names.includes(name)) continue
    // Its value is not repeated: it may be a secret.
    throw new Failure(
      SETTINGS.some((setting) => setting.isSecret && setting.name === name)
        ? `${name} is a secret, and ${SETTINGS_FILE} is no place for it: take it out, then npx wrangler secret put ${name}`
        : `${SETTINGS_FILE} has ${name}, and there is no such setting. There are: ${names.join(', ')}.`,
    )
  }
  return values
}

const hint = (name: string) => {
  const setting = SETTINGS.find((other) => other.name === name)
  return setting ? aboutSetting(setting.name) : ''
}

/**
 * What the Worker is to have. What is written down wins: on this machine, else in wrangler.toml. What is empty in both
 * stays as it is on the Worker, where the dashboard may have set it; a var that was made a secret there stays one.
 */
export function mergedVars(written: Vars, here: Vars, deployed: Deployed | undefined): Vars {
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, value]) =>
      deployed?.secrets.has(name)
        ? []
        : [[name, here[name] || value || deployed?.vars.get(name) || ''] as const],
    ),
  )
}

/** Those that nobody has set, on the Worker or here. */
export const missingSettings = (vars: Vars, deployed: Deployed | undefined): readonly Setting[] =>
  SETTINGS.filter(({ name }) => !vars[name] && !deployed?.secrets.has(name))
