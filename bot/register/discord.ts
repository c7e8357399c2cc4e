// Discord's REST API, by discord.js, which waits at rate limits and retries after server errors.

import { REST, Routes } from 'discord.js'
import * as z from 'zod/mini'
import { Failure } from '../cli/failure.ts'
import { COMMANDS, type Command } from './command.ts'
import { type Advice, failureText } from './refusal.ts'
import type { Settings } from './settings.ts'

const APPLICATION = z.looseObject({
  id: z.string(),
  verify_key: z.string(),
  interactions_endpoint_url: z.nullish(z.string()),
})

const MOST_WAIT_MS = 5 * 60_000

export type Discord = ReturnType<typeof connect>

/** Every method fails with a Failure that quotes Discord. `guild` is a server, undefined is everywhere. */
export function connect(settings: Settings, note: (text: string) => void) {
  const { api, version, applicationId } = settings
  const rest = new REST({ api, version, rejectOnRateLimit: ({ retryAfter }) => retryAfter > MOST_WAIT_MS })
    .setToken(settings.botToken)
    .on('rateLimited', ({ retryAfter }) =>
      note(`Discord asks to wait for ${Math.ceil(retryAfter / 1000)} s.`),
    )

  async function ask<Shape extends z.ZodMiniType>(
    answer: Promise<unknown>,
    shape: Shape,
    advice: Advice = {},
  ): Promise<z.infer<Shape>> {
    const body = await answer.catch((error: unknown) => {
      const text = failureText(error, settings, advice)
      throw text === undefined ? error : new Failure(text)
    })
    const parsed = z.safeParse(shape, body)
    if (parsed.success) return parsed.data
    throw new Failure(
      `The answer from ${api} is not one of Discord's. Is DISCORD_API_URL right?\n${z.prettifyError(parsed.error)}`,
    )
  }

  const pathOf = (guild: string | undefined) =>
    guild === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guild)

  function adviceFor(guild: string | undefined): Advice {
    if (guild === undefined) return {}
    const absent = `The application is not in the server ${guild}. A manager of that server adds it:\n  https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=applications.commands&guild_id=${guild}`
    return { 10004: absent, 50001: absent }
  }

  return {
    /** With all translations. */
    listCommands(guild: string | undefined) {
      const query = new URLSearchParams({ with_localizations: 'true' })
      return ask(rest.get(pathOf(guild), { query }), COMMANDS, adviceFor(guild))
    },
    /** Replaces the whole list in one request. */
    overwrite: (body: readonly Command[], guild: string | undefined) =>
      ask(rest.put(pathOf(guild), { body }), COMMANDS, adviceFor(guild)),
    getApplication: () => ask(rest.get(Routes.currentApplication()), APPLICATION),
    setEndpoint(url: string | null, advice?: Advice) {
      const body = { interactions_endpoint_url: url }
      return ask(rest.patch(Routes.currentApplication(), { body }), APPLICATION, advice)
    },
  }
}
