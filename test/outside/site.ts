import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers one request. `url` is that of the site. */
export type Site = (request: IncomingMessage, response: ServerResponse, url: URL) => void

/** An answer of an API. */
export interface Found {
  readonly status: number
  readonly type?: string
  readonly body: unknown
}
