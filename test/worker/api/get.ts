// Reads over HTTP inside the test's own isolate, so that settings and database can be the test's own too.

import { env } from 'cloudflare:workers'
import { app } from '../../../worker/app.ts'
import type { Env } from '../../../worker/env.ts'

export const get = async (
  path: string,
  settings: Partial<Env> = {},
  request: RequestInit = {},
): Promise<Response> => app.request(path, request, { ...env, ...settings })

/** The body as a text that must be UTF-8; a byte order mark stays in it. */
export const textOf = async (answer: Response): Promise<string> =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await answer.arrayBuffer())

export const getText = async (path: string, settings: Partial<Env> = {}): Promise<string> =>
  textOf(await get(path, settings))
