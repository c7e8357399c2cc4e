// Answers that an isolate keeps: what is asked again costs one small query, and after each verb that writes the answer is the
// one that is drawn anew.

import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'
import { parseRequest } from '../../../bot/request.ts'
import { type BotContext, respond } from '../../../bot/respond.ts'
import { answerOnce } from '../../../worker/discord/kept-answers.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { autocomplete, slashCommand } from '../../discord/protocol/interactions.ts'
import { watchedDatabase } from '../../support/watched-database.ts'
import { WRITING } from '../faults/writing-verbs.ts'
import { ANNA, BERT, rows } from '../registry/submissions.ts'

let now = Date.parse('2026-12-01T00:00:00.000Z')
const open = (d1: D1Database = env.DB, days = 0) =>
  createRegistry(d1, {
    submissionsPerDay: 10_000,
    now: () => {
      now += 1
      return new Date(now + days * 86_400_000)
    },
  })

beforeAll(async () => {
  for (const maintainer of [ANNA, BERT])
    if (maintainer.kind === 'discord')
      await open().addMaintainer('console', maintainer.discordId, maintainer.name)
})

const botOver = (d1: D1Database): BotContext => ({
  ...{ registry: open(d1), requestId: '1', pages: 'https://registry.example' },
  lookUp: async () => undefined,
  readFile: () => expect.unreachable(),
  postedMessages: () => expect.unreachable(),
  onFault: (fault) => {
    throw fault
  },
})

function ask(body: object, d1: D1Database = env.DB) {
  const request = parseRequest(body) ?? expect.unreachable()
  const bot = botOver(d1)
  const answer = async () => ({ response: await respond(request, bot), isFaulty: false })
  const asked = { request, registry: bot.registry, base: 'https://registry.example', now: new Date(now) }
  return { kept: () => answerOnce(asked, answer), anew: answer }
}

const latestSlug = async () => {
  const [{ slug } = { slug: '' }] = await rows<{ slug: string }>(
    'select slug from resources order by id desc limit 1',
  )
  return slug
}

const questions = (slug: string): readonly object[] => [
  slashCommand('covid-data ultrasound'),
  slashCommand('covid-data list'),
  slashCommand('covid-data show', { resource: slug }),
  slashCommand('covid-data show', { resource: 'Figure1' }),
  slashCommand('covid-data search', { query: 'lung' }),
  slashCommand('covid-data compare', { a: 'covid-ct', b: slug }),
  slashCommand('covid-data cite'),
  slashCommand('covid-data cite', { resource: 'covid-ct' }),
  slashCommand('covid-data changes'),
  slashCommand('covid-data changes', { resource: slug }),
  slashCommand('covid-data about'),
  slashCommand('covid-data help-wanted'),
  autocomplete('covid-data show', 'resource', { resource: 'atl' }),
]

it('asks for the edition alone where it answered before, and keeps an answer for the day and the languages', async () => {
  const question = slashCommand('covid-data ultrasound', { use: 'commercial' })
  const first = await ask(question).kept()
  const watched = watchedDatabase(env.DB)
  expect(await ask(question, watched.DB).kept()).toEqual(first)
  expect(watched.counts).toMatchObject({ queries: 1, batches: 0 })
  const inGerman = await ask({ ...question, locale: 'de', guild_locale: 'de' }).kept()
  expect(inGerman).not.toEqual(first)
  expect(await ask(question).kept()).toEqual(first)
})

it('answers several at once from what it keeps', async () => {
  const question = slashCommand('covid-data ct')
  await ask(question).kept()
  const watched = watchedDatabase(env.DB)
  await Promise.all([1, 2, 3].map(() => ask(question, watched.DB).kept()))
  expect(watched.counts).toMatchObject({ queries: 3, batches: 0 })
})

it('keeps every answer that reads', async () => {
  const asked = questions('covid-ct')
  for (const question of asked) await ask(question).kept()
  for (const question of asked) {
    const watched = watchedDatabase(env.DB)
    await ask(question, watched.DB).kept()
    expect(watched.counts, JSON.stringify(question)).toMatchObject({ queries: 1, batches: 0 })
  }
})

it('answers anew after a look at an address that is shown', async () => {
  const { due } = await open().listLinkWork()
  const link = due.find(({ role }) => role === 'own') ?? expect.unreachable()
  const [{ slug } = { slug: '' }] = await rows<{ slug: string }>(
    'select slug from resources where id = ?',
    link.resourceId,
  )
  const question = slashCommand('covid-data show', { resource: slug })
  const before = await ask(question).kept()
  const state = { ...link.state, verdict: 'dead' } as const
  await open().recordLooks({
    looked: [{ link, state, nextAt: '9999-01-01T00:00:00.000Z' }],
    ...{ copies: [], saved: [] },
  })
  const after = await ask(question).kept()
  expect(after).toEqual((await ask(question).anew()).response)
  expect(after).not.toEqual(before)
})

it.each(
  WRITING.map((one, n) => ({ name: `${one.verb} ${one.what ?? ''}`, one, n: n + 1 })),
)('answers as it is after $name', async ({ one, n }) => {
  now += 60_000
  const doing = await one.ready(open(), n)
  const asked = questions(await latestSlug())
  for (const question of asked) await ask(question).kept()
  await doing(open(env.DB, one.days))
  for (const question of [...asked, ...questions(await latestSlug())]) {
    const { kept, anew } = ask(question)
    expect(await kept(), JSON.stringify(question)).toEqual((await anew()).response)
  }
})
