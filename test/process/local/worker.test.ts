import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { freePort, isFree, portFrom } from '../../../worker/cli/local/ports.ts'
import { startWorker } from '../../../worker/cli/local/worker.ts'

describe('a port', () => {
  it.each([
    [{}, 8787],
    [{ PORT: '' }, 8787],
    [{ PORT: '9000' }, 9000],
  ])('is asked for by %j', (env, port) => {
    expect(portFrom('PORT', 8787, env)).toBe(port)
  })

  it.each(['0', '65536', '80.5', 'http'])('cannot be %s', (text) => {
    expect(() => portFrom('PORT', 8787, { PORT: text })).toThrow(
      `PORT is "${text}", and a port is a number from 1 to 65535.`,
    )
  })

  it('that is free is found, and is not once it is taken', async () => {
    const port = await freePort()
    expect(await isFree(port)).toBe(true)
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    expect(await isFree(port)).toBe(false)
    await expect(startWorker({ port, vars: {} })).rejects.toThrow(
      `Port ${port} is taken, perhaps by another npm start. PORT moves this one: PORT=${port + 10} npm start`,
    )
    server.close()
  })
})
