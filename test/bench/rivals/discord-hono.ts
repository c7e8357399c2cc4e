import { DiscordHono } from 'discord-hono'
import { answer, type Bindings } from './question.ts'

export default new DiscordHono<{ Bindings: Bindings }>().command('covid-data', async (c) =>
  c.res(await answer(c.env.DB)),
)
