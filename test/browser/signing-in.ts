// Through the door of the pages for maintainers, as people go.

import { inject } from 'vitest'
import { localKeys } from '../../bot/cli/keys.ts'
import { slashCommand } from '../discord/protocol/interactions.ts'
import { MAINTAINER, type Person } from '../discord/protocol/people.ts'
import { send } from '../playground/send.ts'
import { openStandIn } from '../playground/stand-in.ts'
import { DISCORD, REGISTRY, type Visitor } from './browser.ts'

/** Opens a page of maintainers, and signs in as one of the stand-in's people on the way there. */
export async function signIn({ page }: Visitor, path = '/review', person = 'Maintainer'): Promise<void> {
  await page.goto(path)
  await page.getByRole('link', { name: 'Sign in with Discord' }).click()
  await page.getByRole('button', { name: `Be ${person}` }).click()
  await page.waitForURL((url) => url.origin === REGISTRY)
}

/** In Discord, a maintainer makes another one, and unmakes them with their consent. */
export async function appoint(other: Person, action: 'add' | 'remove'): Promise<void> {
  for (const person of action === 'add' ? [MAINTAINER] : [MAINTAINER, other]) {
    const command = slashCommand('covid-review maintainers', { action, user: other.id }, { person })
    await send(REGISTRY, localKeys(inject('keysIn')), openStandIn(DISCORD), command)
  }
}
