// A browser that signs in with Discord, cookie by cookie.

import { env } from 'cloudflare:workers'
import { app } from '../../worker/app.ts'
import { CLIENT_SECRET } from '../discord/protocol/people.ts'

export const HERE = 'https://registry.example'
export const SETTINGS = {
  ...env,
  PUBLIC_URL: `${HERE}/`,
  DISCORD_APPLICATION_ID: '1170000000000000100',
  DISCORD_CLIENT_SECRET: CLIENT_SECRET,
  SESSION_SECRET: 'a secret of 32 characters or more',
}
/** A browser, as far as cookies go. */
export function open(settings: Partial<typeof SETTINGS> = {}, origin = HERE, address = '') {
  const jar = new Map<string, string>()
  /** As they were set, with their attributes. */
  const cookies: string[] = []
  async function ask(path: string, form?: Record<string, string>): Promise<Response> {
    const answer = await app.request(
      `${origin}${path}`,
      {
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
        headers: {
          Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(form && { Origin: origin }),
          ...(address && { 'CF-Connecting-IP': address }),
        },
      },
      { ...SETTINGS, ...settings },
    )
    for (const cookie of answer.headers.getSetCookie()) {
      cookies.push(cookie)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (cookie.includes('Max-Age=0')) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  /** To Discord; gives where it leads. */
  const begin = async (to = '') => location(await ask(`/review/sign-in${to}`))
  return { jar, cookies, ask, begin }
}

export const location = (answer: Response) => answer.headers.get('Location') ?? ''
