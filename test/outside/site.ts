import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers one request. `url` is that of the site. */
export type Site = (request: IncomingMessage, response: ServerResponse, url: URL) => void
