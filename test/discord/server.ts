// The stand-in Discord over HTTP, on this machine alone.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { Dropped } from './faults.ts'
import { serveGateway } from './gateway/serve.ts'
import type { StandInDiscord } from './stand-in.ts'

export interface ServedDiscord {
  /** Without a path: the API is at `/api/v10`, which says where the gateway is. */
  readonly url: string
  close(): Promise<void>
}

/** Port 0 is any that is free. */
export async function serveDiscord(discord: StandInDiscord, port: number): Promise<ServedDiscord> {
  const server = createServer((incoming, outgoing) => {
    answer(discord, incoming, outgoing).catch((error: unknown) => {
      // A fault asks for no answer; who hung up while asking wants none. Anything else is a bug of the stand-in.
      if (!(error instanceof Dropped) && error !== incoming.errored) console.error(error)
      incoming.socket.destroy()
    })
  })
  // Who asks on a connection just as it is closed for idleness would meet a fault that nobody has asked for.
  server.keepAliveTimeout = 0
  serveGateway(server, discord.gateway)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const actual = typeof address === 'object' && address ? address.port : port
  const url = `http://127.0.0.1:${actual}`
  discord.cdn.serveAt(url)
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        discord.gateway.drop()
        server.closeAllConnections()
      }),
  }
}

async function answer(discord: StandInDiscord, incoming: IncomingMessage, outgoing: ServerResponse) {
  const response = await discord.fetch(await asRequest(incoming))
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.end(body)
}

async function asRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/' } = incoming
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value))
  const body = await buffer(incoming)
  return new Request(new URL(url, 'http://127.0.0.1'), {
    method,
    headers,
    ...(body.length > 0 && { body }),
  })
}
