// What happens elsewhere while someone looks at a page: a program sends something in, a maintainer asks in chat.

import { inject } from 'vitest'
import { localKeys } from '../../bot/cli/keys.ts'
import { slashCommand } from '../discord/protocol/interactions.ts'
import { MAINTAINER } from '../discord/protocol/people.ts'
import { clickOn } from '../playground/chat/clicks.ts'
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

/**
 * Has the maintainer of the stand-in Discord decide on a submission there, by a typed command and the button on the card
 * that it brings. An answer that is put off is waited for.
 */
export async function decideInChat(
  decision: 'approve' | 'ask',
  options: { readonly submission: string; readonly reason?: string },
): Promise<void> {
  const scene = { person: MAINTAINER }
  const [keys, standIn] = [localKeys(inject('keysIn')), openStandIn(DISCORD)]
  const command = slashCommand(`covid-review ${decision}`, options, scene)
  const { raw, message } = await send(REGISTRY, keys, standIn, command)
  if (!message) throw new Error(`No card came: ${raw}`)
  await send(REGISTRY, keys, standIn, clickOn(message, decision === 'ask' ? 'Ask this' : 'Approve', scene))
}
