import { env } from 'cloudflare:workers'
import { outsideUserAgent } from '../../worker/outgoing/user-agent.ts'
import type { Appearance } from '../outside/changing.ts'

/** Has `https://{name}.changing.org/` answer this from now on. */
export async function appear(name: string, appearance: Appearance): Promise<void> {
  const answer = await fetch(`${env.OUTSIDE_URL}/https://control.changing.org/${name}`, {
    method: 'PUT',
    headers: { 'User-Agent': outsideUserAgent(undefined) },
    body: JSON.stringify(appearance),
  })
  if (!answer.ok) throw new Error(`The site can't be changed: ${answer.status}.`)
}

export const page = (title: string): Appearance => ({ body: `<!doctype html><title>${title}</title>` })
export const redirect = (to: string, status = 301): Appearance => ({ status, headers: { Location: to } })
