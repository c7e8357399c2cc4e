// Discord's REST API, by discord.js, which waits at rate limits and retries after server errors.

import { REST, Routes } from 'discord.js'
import * as z from 'zod/mini'
import { Failure } from '../cli/failure.ts'
import { COMMANDS, type Command } from './command.ts'
import { failureOf } from './refusal.ts'
import type { Settings } from './settings.ts'

const APPLICATION = z.looseObject({
  id: z.string(),
  verify_key: z.string(),
  interactions_endpoint_url: z.optional(z.nullable(z.string())),
})
type Application = z.infer<typeof APPLICATION>

export interface Discord {
  /** Of a server, or everywhere; with all translations. */
  listCommands(guild: string | undefined): Promise<readonly Command[]>
  /** Replaces the whole list in one request. */
  overwrite(payload: readonly Command[], guild: string | undefined): Promise<void>
  getApplication(): Promise<Application>
  setEndpoint(url: string | null): Promise<void>
  close(): void
}

const MOST_WAIT_MS = 5 * 60_000

/** Every method fails with a Failure that quotes Discord. */
export function connect(settings: Settings, note: (text: string) => void): Discord {
  const rest = new REST({
    api: settings.api,
    version: settings.version,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > MOST_WAIT_MS,
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
    guild?: string,
  ): Promise<z.infer<Shape>> {
    const body = await answer.catch((error: unknown) => {
      throw failureOf(error, settings, guild)
    })
    const parsed = z.safeParse(shape, body)
    if (!parsed.success)
      throw new Failure(
        `The answer from ${settings.api} is not one of Discord's. Is DISCORD_API_URL right?\n${z.prettifyError(parsed.error)}`,
      )
    return parsed.data
  }

  return {
    listCommands: (guild) =>
      ask(
        rest.get(pathOf(guild), { query: new URLSearchParams({ with_localizations: 'true' }) }),
        COMMANDS,
        guild,
      ),
    async overwrite(payload, guild) {
      await ask(rest.put(pathOf(guild), { body: payload }), COMMANDS, guild)
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
