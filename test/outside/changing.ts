// Sites that change while a test watches: `https://{name}.changing.org/` answers what was last put at
// `https://control.changing.org/{name}`, and nothing at all before that.

import type { IncomingMessage } from 'node:http'
import type { Site } from './site.ts'

/** What a site answers; `hangsUp` in place of an answer. */
export interface Appearance {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly hangsUp?: boolean
}

const appearances = new Map<string, Appearance>()
const CONTROL = 'control.changing.org'

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

const control: Site = async (request, response, { pathname }) => {
  appearances.set(`${pathname.slice(1)}.changing.org`, JSON.parse(await bodyOf(request)))
  response.writeHead(204).end()
}

const appear =
  ({ status = 200, headers = {}, body = '', hangsUp }: Appearance): Site =>
  (request, response) => {
    if (hangsUp) return void request.socket.destroy()
    response
      .writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers })
      .end(request.method === 'HEAD' ? undefined : body)
  }

export function changingSite(host: string): Site | undefined {
  if (host === CONTROL) return control
  const appearance = appearances.get(host)
  return appearance && appear(appearance)
}
