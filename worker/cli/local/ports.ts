// Ports of this machine.

import { createServer } from 'node:net'
import { Failure } from '../../../bot/cli/failure.ts'

/** The port that the environment asks for under that name, or the usual one. */
export function portFrom(name: string, usual: number, env: NodeJS.ProcessEnv = process.env): number {
  const text = env[name]
  if (!text) return usual
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Failure(`${name} is ${JSON.stringify(text)}, and a port is a number from 1 to 65535.`)
  return port
}

/** Whether nothing listens there. */
export async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    )
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/** Fails with what to do about it where the port is taken; `name` is what moves it. */
export async function requireFree(port: number, name: string): Promise<void> {
  if (await isFree(port)) return
  throw new Failure(
    `Port ${port} is taken, perhaps by another npm start. ${name} moves this one: ${name}=${port + 10} npm start`,
  )
}

/**
 * Below those that systems hand out by themselves, and others for each process: what is found free here stays so until
 * it is used, also where several processes look for one at once.
 */
let next = 20_000 + (process.pid % 1000) * 12

export async function freePort(): Promise<number> {
  for (const end = next + 100; next < end; ) {
    const port = next++
    if (await isFree(port)) return port
  }
  throw new Failure('This machine has no free port.')
}
