// The playground: a page that looks and works like Discord, for who wants to see what this is without an account. Its
// server plays Discord's part: it signs what people do there, sends it to the Worker, and shows what the Worker answers.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { core } from 'zod/mini'
import { Failure } from '../../../bot/cli/failure.ts'
import type { Keys } from '../../../bot/cli/keys.ts'
import { schedulerOf } from '../../../worker/cli/local/cron.ts'
import { requireFree } from '../../../worker/cli/local/ports.ts'
import type { WatchedDiscord } from '../../discord/rest/changes.ts'
import { post } from '../post.ts'
import { handlersFor } from './actions.ts'
import { bundle } from './bundle.ts'
import { openNewsroom } from './events.ts'
import { HEADERS, refusal } from './guard.ts'
import { openHistory } from './history.ts'
import type { Outcome } from './protocol.ts'
import { type ActName, isActName, readAct, readRole } from './requests.ts'
import { settingAt } from './settings.ts'

export interface Playground {
  readonly url: string
  close(): Promise<void>
}

export interface PlaygroundContext {
  readonly registryUrl: string
  readonly discord: WatchedDiscord
  readonly keys: Keys
  readonly port: number
}

export async function servePlayground({
  registryUrl,
  discord,
  keys,
  port,
}: PlaygroundContext): Promise<Playground> {
  await requireFree(port, 'PLAYGROUND_PORT')
  const files = await bundle()
  const newsroom = openNewsroom(() => history)
  const history = openHistory(discord, newsroom.stir)
  const handlers = handlersFor({
    discord,
    history,
    send: (interaction) => post(registryUrl, keys, interaction),
  })
  const schedule = schedulerOf(registryUrl)
  const stopListening = discord.onChange(newsroom.stir)

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = incoming
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://localhost')
    const refused = refusal(method, headers, port)
    if (refused) return send(outgoing, 403, 'text/plain', refused)
    const file = files.get(pathname)
    if (method === 'GET' && file) return send(outgoing, 200, file.type, file.content)
    if (method === 'GET' && pathname === '/api/setting')
      return send(outgoing, 200, JSON_TYPE, JSON.stringify(settingAt(registryUrl)))
    if (method === 'GET' && pathname === '/api/news') {
      const role = readRole(searchParams.get('role'))
      outgoing.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' })
      return newsroom.open(role, outgoing)
    }
    const name = pathname.replace(/^\/api\//, '')
    if (method !== 'POST' || !isActName(name)) return send(outgoing, 404, 'text/plain', 'Not found.')
    send(outgoing, 200, JSON_TYPE, JSON.stringify(await outcomeOf(name, await json(incoming))))
  }

  async function outcomeOf<Name extends ActName>(name: Name, body: unknown): Promise<Outcome> {
    const { act, acting } = readAct(name, body)
    try {
      const outcome = await handlers[name](act, acting)
      // What a deployed Worker leaves to cron, for not doing too much at once, comes within a minute: here, at once.
      if (CAUSES.includes(name)) setTimeout(schedule.run, SOON).unref()
      return outcome
    } catch (error) {
      if (error instanceof Failure) return { kind: 'refused', why: error.message }
      throw error
    }
  }

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      if (error === incoming.errored) return
      // What the page would not send is no bug of ours.
      const isOdd = error instanceof core.$ZodError || error instanceof SyntaxError
      if (isOdd) return send(outgoing, 400, 'text/plain', error.message)
      console.error(error)
      if (!outgoing.headersSent) send(outgoing, 500, 'text/plain', 'The playground has failed.')
      else outgoing.destroy()
    })
  })
  // As the stand-in Discord: nobody meets a connection that is just being closed.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        stopListening()
        schedule.end()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The acts that something may follow from, and when to look for it. */
const CAUSES: readonly ActName[] = ['slash', 'click', 'submit']
const SOON = 1500

const JSON_TYPE = 'application/json'

function send(outgoing: ServerResponse, status: number, type: string, content: string): void {
  outgoing.writeHead(status, { ...HEADERS, 'Content-Type': `${type}; charset=utf-8` })
  outgoing.end(content)
}
