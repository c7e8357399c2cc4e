// The gateway over WebSockets.

import type { Server } from 'node:http'
import { GatewayCloseCodes as Close } from 'discord-api-types/v10'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Gateway } from './gateway.ts'
import { CONNECT, RESUME } from './routes.ts'
import type { Socket } from './sessions.ts'

/** Connections to the server's other paths are refused. */
export function serveGateway(server: Server, gateway: Gateway): void {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
  server.on('upgrade', (request, raw, head) => {
    const url = new URL(request.url ?? '/', `ws://${request.headers.host}`)
    if (url.pathname !== CONNECT && url.pathname !== RESUME) {
      raw.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, raw, head, (socket) => {
      const refused = refusedFor(url.searchParams)
      if (refused) return socket.close(refused.code, refused.reason)
      const receiver = gateway.accept(asSocket(socket), `ws://${url.host}${RESUME}`)
      socket.on('message', (data, isBinary) => receiver.message(isBinary ? undefined : String(data)))
      socket.on('close', (code) => receiver.closed(code))
      // What a client may not send as a WebSocket at all; it is closed right after.
      socket.on('error', () => receiver.closed(Close.DecodeError))
    })
  })
}

/** events/gateway, "Gateway URL Query String Params". */
function refusedFor(params: URLSearchParams): { code: number; reason: string } | undefined {
  if (params.get('v') !== '10') return { code: Close.InvalidAPIVersion, reason: 'Invalid API version.' }
  if (params.get('encoding') !== 'json')
    return { code: Close.DecodeError, reason: 'The stand-in speaks JSON.' }
  if (params.has('compress')) return { code: Close.DecodeError, reason: 'The stand-in compresses nothing.' }
  return undefined
}

const asSocket = (socket: WebSocket): Socket => ({
  send(text) {
    if (socket.readyState === socket.OPEN) socket.send(text)
  },
  close: (code, reason) => socket.close(code, reason),
  terminate: () => socket.terminate(),
})
