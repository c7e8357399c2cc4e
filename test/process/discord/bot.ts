// A bot that is nothing but an endpoint, and answers as it is told: what is signed by Discord, and what is not.

import { createPublicKey, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'

export interface Answer {
  readonly status: number
  readonly body?: string
  readonly type?: string
}

export interface Answers {
  readonly signed: Answer
  readonly unsigned: Answer
}

export const PONG: Answer = { status: 200, body: '{"type":1}' }
export const WELL: Answers = { signed: PONG, unsigned: { status: 401 } }

export interface Bot {
  readonly endpoint: string
  answers: Answers
  /** What came, well signed. */
  readonly received: unknown[]
  close(): Promise<void>
}

export async function serveBot(publicKey: string): Promise<Bot> {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'hex').toString('base64url') },
    format: 'jwk',
  })
  const isSigned = (headers: IncomingHttpHeaders, body: string) =>
    verify(
      null,
      Buffer.from(`${headers['x-signature-timestamp']}${body}`),
      key,
      Buffer.from(String(headers['x-signature-ed25519']), 'hex'),
    )
  const received: unknown[] = []
  const server = createServer(async (incoming, outgoing) => {
    const body = await text(incoming)
    const signed = isSigned(incoming.headers, body)
    if (signed) received.push(JSON.parse(body))
    const answer = signed ? bot.answers.signed : bot.answers.unsigned
    outgoing.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json' }).end(answer.body)
  })
  // However long all stands still, no connection is closed that somebody is about to ask on.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const bot: Bot = {
    endpoint: `http://127.0.0.1:${port}/interactions`,
    answers: WELL,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return bot
}
