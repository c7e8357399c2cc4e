// Ports of this machine.

import { createServer } from 'node:net'
import { Failure } from './failure.ts'

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
  return (await listenOnce(port)) !== undefined
}

/** Fails with what to do about it where the port is taken; `name` is what moves it. */
export async function requireFree(port: number, name: string): Promise<void> {
  if (await isFree(port)) return
  throw new Failure(
    `Port ${port} is taken, perhaps by another npm start. ${name} moves this one: ${name}=${port + 10} npm start`,
  )
}

export async function freePort(): Promise<number> {
  const port = await listenOnce(0)
  if (port === undefined) throw new Failure('This machine has no free port.')
  return port
}

/** Listens for a moment: the port, or undefined where it is taken. */
function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const taken = typeof address === 'object' && address ? address.port : port
      server.close(() => resolve(taken))
    })
  })
}
