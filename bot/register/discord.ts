// Discord's REST as far as publishing needs it, by discord.js: its queue waits where there is a limit, and tries again
// what failed on Discord's side.

import { REST, Routes } from 'discord.js'
import * as z from 'zod/mini'
import { Failure } from '../cli/failure.ts'
import { COMMANDS, type Command } from './command.ts'
import { type RefusedRequest, refusal } from './plan/refusal.ts'
import type { Settings } from './settings.ts'

const APPLICATION = z.looseObject({
  id: z.string(),
  verify_key: z.string(),
  interactions_endpoint_url: z.optional(z.nullable(z.string())),
})
export type Application = z.infer<typeof APPLICATION>

export interface Discord {
  /** In a server, or everywhere; with all translations. */
  listCommands(guild: string | undefined): Promise<readonly Command[]>
  /** Makes this all the commands that there are, in one step. */
  overwrite(payload: readonly Command[], guild: string | undefined): Promise<void>
  getApplication(): Promise<Application>
  setEndpoint(url: string | null): Promise<void>
  close(): void
}

/** The longest that is waited where Discord asks to wait. */
const PATIENCE = 5 * 60_000

/** All of it fails with a Failure that says what Discord said. */
export function connect(settings: Settings, note: (text: string) => void): Discord {
  const rest = new REST({
    api: settings.api,
    version: settings.version,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > PATIENCE,
  }).setToken(settings.botToken)
  rest.on('rateLimited', ({ retryAfter }) =>
    note(`Discord asks to wait for ${Math.ceil(retryAfter / 1000)} s.`),
  )
  const pathOf = (guild: string | undefined) =>
    guild === undefined
      ? Routes.applicationCommands(settings.applicationId)
      : Routes.applicationGuildCommands(settings.applicationId, guild)

  async function ask<Shape extends z.ZodMiniType>(
    answer: Promise<unknown>,
    shape: Shape,
    asked: Omit<RefusedRequest, 'settings'> = {},
  ): Promise<z.infer<Shape>> {
    const body = await answer.catch((error: unknown) => {
      throw refusal(error, { settings, ...asked })
    })
    const parsed = z.safeParse(shape, body)
    if (!parsed.success)
      throw new Failure(
        `What answers at ${settings.api} is not Discord, or DISCORD_API_URL is not its address:\n${z.prettifyError(parsed.error)}`,
      )
    return parsed.data
  }

  return {
    listCommands: (guild) =>
      ask(rest.get(pathOf(guild), { query: new URLSearchParams({ with_localizations: 'true' }) }), COMMANDS, {
        guild,
      }),
    async overwrite(payload, guild) {
      await ask(rest.put(pathOf(guild), { body: payload }), COMMANDS, { guild, payload })
    },
    getApplication: () => ask(rest.get(Routes.currentApplication()), APPLICATION),
    async setEndpoint(url) {
      const body = { interactions_endpoint_url: url }
      await ask(rest.patch(Routes.currentApplication(), { body }), APPLICATION)
    },
    close() {
      rest.clearHashSweeper()
      rest.clearHandlerSweeper()
    },
  }
}
