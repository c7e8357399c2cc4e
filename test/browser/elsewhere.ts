// What happens elsewhere while someone looks at a page: a program sends something in, a maintainer asks in chat.

import { inject } from 'vitest'
import { localKeys } from '../../bot/cli/keys.ts'
import { slashCommand } from '../discord/protocol/interactions.ts'
import { MAINTAINER } from '../discord/protocol/people.ts'
import { send } from '../playground/send.ts'
import { openStandIn } from '../playground/stand-in.ts'
import { DISCORD, REGISTRY } from './browser.ts'

/** Sends something in over HTTP, from an address of its own; gives its id. */
export async function sendIn(input: object): Promise<string> {
  const answer = await fetch(`${REGISTRY}/v1/submissions`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'CF-Connecting-IP': `2001:${crypto.randomUUID().slice(0, 4)}:${crypto.randomUUID().slice(0, 4)}::1`,
    },
    body: JSON.stringify(input),
  })
  if (!answer.ok) throw new Error(`It was not taken, with ${answer.status}: ${await answer.text()}`)
  return ((await answer.json()) as { id: string }).id
}

/** Has the maintainer of the stand-in Discord ask about a submission there; an answer that is put off is waited for. */
export async function askInChat(submission: string, reason: string): Promise<void> {
  const command = slashCommand('covid-review ask', { submission, reason }, { person: MAINTAINER })
  const { raw } = await send(REGISTRY, localKeys(inject('keysIn')), openStandIn(DISCORD), command)
  if (!raw.includes(reason)) throw new Error(`It was not asked: ${raw}`)
}
