// The whole of it on this machine: the database, a Discord, and the Worker that knows no other one.

import { appointMaintainer, migrate } from './database.ts'
import { type WatchedDiscord, watched } from './discord/changes.ts'
import { createDiscord } from './discord/discord.ts'
import { serveDiscord } from './discord/server.ts'
import type { Keys } from './keys.ts'
import { APPLICATION_ID, BOT_TOKEN, CLIENT_SECRET, REVIEW_CHANNEL_ID } from './people.ts'
import { compileSchemas } from './schemas.ts'
import { type LocalWorker, startWorker, urlOf, type WorkerSettings } from './worker.ts'

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
  await appointMaintainer(persistTo)
  const discord = watched(createDiscord({ redirectUri: `${urlOf(settings.port)}/review/callback`, keys }))
  const served = await serveDiscord(discord, 0)
  try {
    const vars = {
      DISCORD_PUBLIC_KEY: keys.publicKey,
      DISCORD_API_URL: `${served.url}/api/v10`,
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
        await served.close()
      },
    }
  } catch (error) {
    await served.close()
    throw error
  }
}
