// A Worker that is as slow, as wrong or as dead as a test wants it: what it is sent has to be signed.

import { createServer, type ServerResponse } from 'node:http'
import type { APIInteractionResponse } from 'discord-api-types/v10'
import type { Request } from '../../../bot/request.ts'
import { isSigned } from '../../../worker/discord/signature.ts'
import { requestOf } from '../../support/request-of.ts'

export interface FakeWorker {
  readonly url: string
  /** How it answers from now on, to whoever signs with the key; a PING is always answered. */
  answers(how: (request: Request, response: ServerResponse, sent: unknown) => void): void
  /** What it was sent, the PINGs left out. */
  readonly received: unknown[]
  close(): Promise<void>
}

export const says = (
  response: ServerResponse,
  answer: APIInteractionResponse | string,
  status = 200,
): void => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))
}

export async function startFakeWorker(publicKey: string): Promise<FakeWorker> {
  let how: Parameters<FakeWorker['answers']>[0] = (_, response) => says(response, 'not now', 503)
  const kept: unknown[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = new Uint8Array(Buffer.concat(chunks))
    const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = request.headers
    const signed = { body, signature: String(signature), timestamp: String(timestamp) }
    if (request.method !== 'POST' || request.url !== '/interactions') return says(response, 'no', 404)
    if (!(await isSigned(signed, [publicKey], Date.now()))) return says(response, 'no', 401)
    const sent: unknown = JSON.parse(new TextDecoder().decode(body))
    const received = requestOf(JSON.parse(new TextDecoder().decode(body)))
    if (received.kind === 'ping') return says(response, { type: 1 })
    kept.push(sent)
    return how(received, response, sent)
  })
  // However long all stands still, no connection is closed that somebody is about to ask on.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('A server listens at a port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    received: kept,
    answers(next) {
      how = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
