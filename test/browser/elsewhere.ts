// What happens elsewhere while someone looks at a page: a program sends something in, a maintainer asks in chat.

import { inject } from 'vitest'
import { parseFlags } from '../../bot/local/flags.ts'
import { localKeys } from '../../bot/local/keys.ts'
import { talk } from '../../bot/local/talk.ts'
import { REGISTRY } from './browser.ts'

/** Sends something in over HTTP, from an address of its own; gives its id. */
export async function sendIn(input: object): Promise<string> {
  const answer = await fetch(`${REGISTRY}/v1/submissions`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'CF-Connecting-IP': `2001:db8:1::${crypto.randomUUID().slice(0, 4)}`,
    },
    body: JSON.stringify(input),
  })
  if (!answer.ok) throw new Error(`It was not taken, with ${answer.status}: ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}

/** Has the maintainer of the stand-in Discord ask about a submission there. */
export async function askInChat(reference: string, question: string): Promise<void> {
  const seen: string[] = []
  const isRight = await talk(
    parseFlags(['--as', 'maintainer', `/covid-review ask submission:${reference} reason:${question}`]),
    {
      workerUrl: REGISTRY,
      keys: localKeys(inject('keysIn')),
      colour: false,
      print: (text) => seen.push(text),
      note: (text) => seen.push(text),
    },
  )
  if (!isRight) throw new Error(`Discord would not have it: ${seen.join('\n')}`)
}
