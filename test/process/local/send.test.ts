// An answer that is put off comes to the terminal all the same.

import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localKeys } from '../../../bot/cli/keys.ts'
import { createDiscord } from '../../discord/discord.ts'
import { componentClick, slashCommand } from '../../discord/protocol/interactions.ts'
import { APPLICATION_ID } from '../../discord/protocol/people.ts'
import { type ServedDiscord, serveDiscord } from '../../discord/server.ts'
import { send } from '../../playground/send.ts'
import { openStandIn, type StandIn } from '../../playground/stand-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'send-'))
const keys = localKeys(folder)
let discord: ServedDiscord
let standIn: StandIn
beforeAll(async () => {
  discord = await serveDiscord(createDiscord(), 0)
  standIn = openStandIn(discord.url)
})
afterAll(async () => {
  await discord.close()
  rmSync(folder, { recursive: true })
})

const V2 = 32768
const body = (content: string) => ({
  flags: V2,
  components: [{ type: 10, content }],
  allowed_mentions: { parse: [] },
})

interface Late {
  readonly asFollowUp?: boolean
  /** The answer comes after what was to come later. */
  readonly isOvertaken?: boolean
}

/** A Worker that answers everything with a deferral, and with `content` a moment later. */
async function lateWorker(deferral: object, content: string, { asFollowUp, isOvertaken }: Late = {}) {
  const server = createServer(async (incoming, outgoing) => {
    const { token } = (await json(incoming)) as { token: string }
    const answer = () =>
      outgoing.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(deferral))
    if (!isOvertaken) {
      answer()
      await sleep(50)
    }
    const webhook = `${discord.url}/api/v10/webhooks/${APPLICATION_ID}/${encodeURIComponent(token)}`
    await fetch(asFollowUp ? webhook : `${webhook}/messages/@original`, {
      method: asFollowUp ? 'POST' : 'PATCH',
      headers: { 'content-type': 'application/json', 'user-agent': 'DiscordBot (https://bot.test, 1)' },
      body: JSON.stringify(body(content)),
    })
    if (isOvertaken) answer()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

async function answered(interaction: Parameters<typeof send>[3], ...given: Parameters<typeof lateWorker>) {
  const worker = await lateWorker(...given)
  try {
    return await send(worker.url, keys, standIn, interaction)
  } finally {
    worker.close()
  }
}

// How fast what follows comes is not in anybody's hands: it may be there before the answer is read.
describe.each([{ isOvertaken: false }, { isOvertaken: true }])('overtaken: $isOvertaken', ({
  isOvertaken,
}) => {
  it('as the message that it became', async () => {
    const asked = slashCommand('covid-data list')
    const { response, message } = await answered(asked, { type: 5 }, 'The table', { isOvertaken })
    expect(response).toMatchObject({ type: 4, data: { components: [{ content: 'The table' }] } })
    expect(message?.interaction_metadata?.id).toBe(asked.id)
  })

  it('as private as it was put off', async () => {
    const deferral = { type: 5, data: { flags: 64 } }
    const { response } = await answered(slashCommand('covid-data list'), deferral, 'The table', {
      isOvertaken,
    })
    expect(response).toMatchObject({ type: 4, data: { flags: V2 | 64 } })
  })

  it('as the change of the card that was clicked, and beside it as a message of its own', async () => {
    const first = await answered(slashCommand('covid-data list'), { type: 5 }, 'Page 1', { isOvertaken })
    if (!first.message) throw new Error('There is no card to click.')
    const next = componentClick({ message: first.message, customId: 'list::both::2' })
    const second = await answered(next, { type: 6 }, 'Page 2', { isOvertaken })
    expect(second.response).toMatchObject({ type: 7, data: { components: [{ content: 'Page 2' }] } })
    expect(second.message?.id).toBe(first.message.id)

    if (!second.message) throw new Error('There is no card any more.')
    const again = componentClick({ message: second.message, customId: 'list::both::3' })
    const third = await answered(again, { type: 6 }, 'No such page', { asFollowUp: true, isOvertaken })
    expect(third.response).toMatchObject({ type: 4, data: { components: [{ content: 'No such page' }] } })
  })
})
