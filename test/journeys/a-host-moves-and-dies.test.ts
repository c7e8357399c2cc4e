// A data set whose host moves, then dies: what its page, reviewers and watchers see at each step.

import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { checkLinks } from '../../worker/jobs/links.ts'
import { createRegistry } from '../../worker/registry/index.ts'
import { MAINTAINER, VISITOR } from '../discord/protocol/people.ts'
import { playedWeb } from '../outside/played-web.ts'
import { appear, page, redirect } from '../support/changing-site.ts'
import { visit } from '../support/discord.ts'
import { getText } from '../worker/api/get.ts'
import { insertResources, madeUp } from '../worker/registry/made-up.ts'

const OLD = 'https://old-home.changing.org/'
const NEW = 'https://kept-home.changing.org/'
const COPY = `https://web.archive.org/web/20261201120000/${NEW}`

async function checkOn(day: number) {
  const now = new Date(`2026-12-${String(day).padStart(2, '0')}T08:41:00.000Z`)
  const outside = playedWeb(45)
  await checkLinks({
    registry: createRegistry(env.DB, { now: () => now }),
    outside,
    now,
    pauseMs: 0,
    onFault: (fault) => expect.unreachable(String(fault)),
  })
}

const registry = createRegistry(env.DB)
const ada = { kind: 'discord', discordId: VISITOR.id, name: VISITOR.globalName } as const
const max = { kind: 'discord', discordId: MAINTAINER.id, name: MAINTAINER.globalName } as const

async function waiting() {
  const { items } = await registry.listSubmissions(max, { state: 'pending', size: 10 })
  return items.map(({ submission }) => submission)
}

/** What watchers are sent: the announcements that wait. */
async function announced() {
  const deliveries = await registry.claimDeliveries(10, ['announcement'])
  await registry.recordAttempts(deliveries.map(({ id }) => ({ id, attempt: { result: 'sent' } })))
  return deliveries.flatMap((delivery) =>
    delivery.kind === 'announcement' ? delivery.announced.map(({ change }) => change.after) : [],
  )
}

it('a host that moves and dies is noticed, and each change of the record is one click', async () => {
  await registry.addMaintainer('console', max.discordId, max.name)
  await appear('old-home', page('COVID sonograms'))
  await insertResources([madeUp(950, { slug: 'sonograms', name: 'Sonograms', url: OLD })])
  await env.DB.exec(`update links set next_at = '9999', copy_sought_at = '9999' where address <> '${OLD}'`)
  await registry.addWatch({ kind: 'person', actor: ada }, { kind: 'resource', slug: 'sonograms' })

  await checkOn(1)
  expect(await getText('/r/sonograms')).toContain('Its address answered on 1 December 2026.')

  // It moves: the page says so at once, the queue on the second day.
  await appear('old-home', redirect(NEW))
  await appear('kept-home', page('COVID sonograms'))
  await checkOn(2)
  expect(await getText('/r/sonograms')).toContain('Its address led to another site on 2 December 2026.')
  expect(await waiting()).toEqual([])
  await checkOn(3)
  const [move] = await waiting()
  expect(move).toMatchObject({
    changes: { url: NEW },
    reason: expect.stringContaining(`${OLD} redirects for good to ${NEW}`),
  })
  expect(await announced()).toEqual([])

  // One click of a maintainer takes the new address, and the watcher is sent the change.
  const maintainer = visit(MAINTAINER)
  await maintainer.say('covid-review show', { submission: move?.reference ?? '' })
  await maintainer.press('Approve')
  expect(await announced()).toMatchObject([{ slug: 'sonograms', url: NEW }])
  expect(await getText('/r/sonograms')).not.toContain('Its address')
  await checkOn(4)
  expect(await getText('/r/sonograms')).toContain('Its address answered on 4 December 2026.')

  // It dies: three days without an answer, and its copy stands beside it.
  await appear('kept-home', { hangsUp: true })
  await checkOn(5)
  expect(await getText('/r/sonograms')).toContain('Its address did not answer on 5 December 2026.')
  await checkOn(6)
  expect(await waiting()).toEqual([])
  await checkOn(7)
  const dead = await getText('/r/sonograms')
  expect(dead).toContain('Its address is dead: no answer on three days, last on 7 December 2026.')
  expect(dead).toContain(`<a href="${COPY}">Archived copy</a>`)
  const card = await visit(VISITOR).say('covid-data show', { resource: 'sonograms' })
  expect(card.text).toContain(
    `no answer on three days, last on 7 December 2026. · [Archived copy](<${COPY}>)`,
  )
  const [death] = await waiting()
  expect(death).toMatchObject({
    changes: { status: 'unreachable' },
    reason: expect.stringContaining('The address is dead'),
  })
  await maintainer.say('covid-review show', { submission: death?.reference ?? '' })
  await maintainer.press('Approve')
  expect(await announced()).toMatchObject([{ slug: 'sonograms', status: 'unreachable' }])

  // Nothing more comes of it.
  await checkOn(8)
  await checkOn(9)
  expect(await waiting()).toEqual([])
})
