// The way to the playground's server.

import type { Role } from '../../discord/protocol/roles.ts'
import type { Acting, News, Outcome, Requests, Setting } from '../server/protocol.ts'

const SILENT: Outcome = {
  kind: 'failed',
  detail: 'The playground does not answer. Does npm start still run?',
}

export async function act<Name extends keyof Requests>(
  name: Name,
  request: Requests[Name],
  acting: Acting,
): Promise<Outcome> {
  try {
    const answer = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ acting, act: request }),
    })
    return answer.ok ? await answer.json() : { kind: 'failed', detail: await answer.text() }
  } catch {
    return SILENT
  }
}

export const readSetting = async (): Promise<Setting> => (await fetch('/api/setting')).json()

/** Tells all that a person sees, then what changes; the answer ends it. Whoever is cut off comes back by itself. */
export function listen(role: Role, tell: (news: News, isFirst: boolean) => void): () => void {
  const source = new EventSource(`/api/news?role=${role}`)
  let isFirst = true
  source.addEventListener('open', () => {
    isFirst = true
  })
  source.addEventListener('message', ({ data }) => {
    tell(JSON.parse(data), isFirst)
    isFirst = false
  })
  return () => source.close()
}
