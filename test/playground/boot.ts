// The whole of it on this machine: the database, a Discord, the other sites, and the Worker that knows no other ones.

import type { Keys } from '../../bot/cli/keys.ts'
import { appointMaintainer, migrate } from '../../worker/cli/local/database.ts'
import { type LocalWorker, startWorker, urlOf, type WorkerSettings } from '../../worker/cli/local/worker.ts'
import { createDiscord } from '../discord/discord.ts'
import {
  APPLICATION_ID,
  BOT_TOKEN,
  CLIENT_SECRET,
  MAINTAINER,
  REVIEW_CHANNEL_ID,
} from '../discord/protocol/people.ts'
import { type WatchedDiscord, watched } from '../discord/rest/changes.ts'
import { compileSchemas } from '../discord/rules/schemas.ts'
import { serveDiscord } from '../discord/server.ts'
import { serveWeb } from '../outside/server.ts'

export interface LocalRegistry extends LocalWorker {
  /** Of the stand-in Discord; its API is at `/api/v10`. */
  readonly discordUrl: string
  readonly discord: WatchedDiscord
}

export async function bootRegistry(
  keys: Keys,
  { persistTo, ...settings }: Omit<WorkerSettings, 'vars'>,
): Promise<LocalRegistry> {
  await migrate(persistTo)
  await appointMaintainer(MAINTAINER, persistTo)
  const discord = watched(createDiscord({ redirectUri: `${urlOf(settings.port)}/review/callback`, keys }))
  const served = await serveDiscord(discord, 0)
  const web = await serveWeb()
  try {
    const vars = {
      DISCORD_PUBLIC_KEY: keys.publicKey,
      DISCORD_API_URL: `${served.url}/api/v10`,
      OUTSIDE_URL: web.url,
      DISCOVERY: 'yes',
      DISCORD_APPLICATION_ID: APPLICATION_ID,
      DISCORD_BOT_TOKEN: BOT_TOKEN,
      DISCORD_CLIENT_SECRET: CLIENT_SECRET,
      // As lasting and as secret as the key: who is signed in stays so when all is started again.
      SESSION_SECRET: keys.sign('SESSION_SECRET'),
      REVIEW_CHANNEL_ID,
      CONTACT_EMAIL: 'registry@localhost.invalid',
    }
    const [worker] = await Promise.all([startWorker({ ...settings, persistTo, vars }), compileSchemas()])
    return {
      ...worker,
      discordUrl: served.url,
      discord,
      async stop() {
        await worker.stop()
        await Promise.all([served.close(), web.close()])
      },
    }
  } catch (error) {
    await Promise.all([served.close(), web.close()])
    throw error
  }
}
