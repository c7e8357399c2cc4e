import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkLinks } from '../../../worker/jobs/links.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import type { Appearance } from '../../outside/changing.ts'
import { playedWeb } from '../../outside/played-web.ts'
import { appear, page, redirect } from '../../support/changing-site.ts'
import { watchedDatabase } from '../../support/watched-database.ts'
import { changeResources, insertResources, madeUp } from '../registry/made-up.ts'

let next = 20_000

/** Lists a resource at a site of its own; the job looks at no other. */
async function listed(name: string, appearance: Appearance, more: Parameters<typeof madeUp>[1] = {}) {
  await appear(name, appearance)
  const position = next++
  await insertResources([madeUp(position, { slug: name, url: `https://${name}.changing.org/`, ...more })])
  await env.DB.prepare(
    `update links set next_at = '9999', copy_sought_at = '9999' where resource_id <> (select id from resources where slug = ?)`,
  )
    .bind(name)
    .run()
}

async function run(when: string, most = 45, DB: D1Database = env.DB) {
  const now = new Date(when)
  const outside = playedWeb(most)
  const published: string[] = []
  const registry = createRegistry(DB, { now: () => now, onPublish: () => published.push(when) })
  await checkLinks({
    registry,
    outside,
    now,
    pauseMs: 0,
    onFault: (fault) => expect.unreachable(String(fault)),
  })
  return { published: published.length, ...registry.countQueries() }
}

const day = (n: number, hour = 8) =>
  `2027-01-${String(n).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`

async function linkOf(name: string) {
  const row = await env.DB.prepare(
    `select verdict, since, final_url, archived_url, finding, saying, checked_at from links
     where role = 'own' and resource_id = (select id from resources where slug = ?)`,
  )
    .bind(name)
    .first<Record<string, string | null>>()
  return row
}

async function rowsOf(query: string, ...values: string[]) {
  const { results } = await env.DB.prepare(query)
    .bind(...values)
    .all<Record<string, unknown>>()
  return results
}

const addressesOf = (name: string) =>
  rowsOf(
    'select address, role, verdict from links where resource_id = (select id from resources where slug = ?) order by id',
    name,
  )

/** What lists read of it. */
async function listedLink(name: string) {
  const [row] = await rowsOf(
    `select links -> ('$."' || position || '"') as link from listed_blocks
     join resources on position / 512 = block where slug = ?`,
    name,
  )
  return JSON.parse(String(row?.link))
}

beforeAll(async () => {
  await env.DB.exec(`update links set next_at = '9999'`)
})

describe('an address', () => {
  it('is unchecked until a run looks at it, and then alive', async () => {
    await listed('alive', page('Lungs'))
    expect(await linkOf('alive')).toMatchObject({ verdict: 'unchecked', checked_at: null })
    expect(await listedLink('alive')).toBeNull()
    const { published } = await run(day(1))
    expect(published).toBe(1)
    expect(await linkOf('alive')).toMatchObject({
      ...{ verdict: 'alive', since: day(1), checked_at: day(1), final_url: 'https://alive.changing.org/' },
    })
    expect(await listedLink('alive')).toEqual(['alive', day(1), 'https://alive.changing.org/', null])
  })

  it('is looked at once a day, however often the job runs', async () => {
    await listed('daily', page('Lungs'))
    await run(day(1, 8))
    await run(day(1, 9))
    expect(await linkOf('daily')).toMatchObject({ checked_at: day(1, 8) })
    const { published } = await run(day(2, 5))
    expect(await linkOf('daily')).toMatchObject({ checked_at: day(2, 5), since: day(1, 8) })
    expect(published).toBe(0)
  })

  it('is left alone for as long as its site asks', async () => {
    await listed('limited', { status: 429, headers: { 'Retry-After': String(3 * 86_400) } })
    await run(day(1))
    await run(day(3))
    expect(await linkOf('limited')).toMatchObject({ verdict: 'blocked', checked_at: day(1) })
    await run(day(4, 9))
    expect(await linkOf('limited')).toMatchObject({ checked_at: day(4, 9) })
  })

  it('is dead after three days without an answer, and each of its verdicts is kept', async () => {
    await listed('dying', page('Lungs'))
    await run(day(1))
    await appear('dying', { hangsUp: true })
    for (const n of [2, 3, 4]) await run(day(n))
    expect(await linkOf('dying')).toMatchObject({
      ...{ verdict: 'dead', since: day(4), finding: 'dead', saying: 'does not answer', final_url: null },
    })
    const verdicts = await rowsOf(
      `select verdict, at from link_verdicts where address = 'https://dying.changing.org/' order by id`,
    )
    expect(verdicts.map(({ verdict, at }) => [verdict, at])).toEqual([
      ['alive', day(1)],
      ['unreachable', day(2)],
      ['dead', day(4)],
    ])
  })

  it('is changed where its page has another title, until a maintainer changes the record', async () => {
    await listed('changing', page('COVID sonograms of Padua'))
    await run(day(1))
    await appear('changing', page('Casino'))
    await run(day(2))
    expect(await linkOf('changing')).toMatchObject({ verdict: 'changed', saying: 'has the title "Casino"' })
    await changeResources(['changing'], { description: 'It is meant.' })
    await run(day(3))
    expect(await linkOf('changing')).toMatchObject({ verdict: 'alive' })
  })

  it('is moved where it leads to another host', async () => {
    await listed('moving', redirect('https://kept-new.changing.org/'))
    await appear('kept-new', page('Lungs'))
    await run(day(1))
    expect(await linkOf('moving')).toMatchObject({ verdict: 'moved', finding: null })
    await run(day(2))
    expect(await linkOf('moving')).toMatchObject({
      ...{ finding: 'moved', final_url: 'https://kept-new.changing.org/' },
    })
  })
})

describe('the addresses of a resource', () => {
  it('are those of its latest record: one that stays keeps its verdict', async () => {
    await listed('several', page('Lungs'), { otherUrls: ['https://several-2.changing.org/'] })
    await appear('several-2', { status: 403 })
    await run(day(1))
    expect(await addressesOf('several')).toEqual([
      { address: 'https://several.changing.org/', role: 'own', verdict: 'alive' },
      { address: 'https://several-2.changing.org/', role: 'other', verdict: 'blocked' },
    ])
    await changeResources(['several'], {
      url: 'https://several-3.changing.org/',
      otherUrls: ['https://several-2.changing.org/', 'https://several-4.changing.org/'],
    })
    expect(await addressesOf('several')).toEqual([
      { address: 'https://several-2.changing.org/', role: 'other', verdict: 'blocked' },
      { address: 'https://several-3.changing.org/', role: 'own', verdict: 'unchecked' },
      { address: 'https://several-4.changing.org/', role: 'other', verdict: 'unchecked' },
    ])
    expect(await listedLink('several')).toBeNull()
  })

  it('are none once it is removed', async () => {
    await listed('removed', page('Lungs'))
    await run(day(1))
    await changeResources(['removed'], { status: 'removed' })
    expect(await addressesOf('removed')).toEqual([])
    expect(await listedLink('removed')).toBeNull()
  })

  it('keep nothing of a look at an address that was replaced meanwhile', async () => {
    await listed('replaced', page('Lungs'))
    const registry = createRegistry(env.DB, { now: () => new Date(day(1)) })
    const { due } = await registry.listLinkWork()
    await changeResources(['replaced'], { url: 'https://replaced-2.changing.org/' })
    const looked = due.map((link) => ({
      link,
      nextAt: day(2),
      state: { ...link.state, verdict: 'alive' as const },
    }))
    await registry.recordLooks({ looked, copies: [], saved: [] })
    expect(await addressesOf('replaced')).toEqual([
      { address: 'https://replaced-2.changing.org/', role: 'own', verdict: 'unchecked' },
    ])
  })
})

describe('an archived copy', () => {
  it('is found at the Internet Archive, and looked at too', async () => {
    await listed('kept-lungs', { status: 404 })
    await run(day(1))
    const copy = 'https://web.archive.org/web/20261201120000/https://kept-lungs.changing.org/'
    expect(await linkOf('kept-lungs')).toMatchObject({ archived_url: copy })
    expect(await listedLink('kept-lungs')).toEqual(['unreachable', day(1), null, copy])
    await run(day(2))
    expect(await addressesOf('kept-lungs')).toContainEqual({
      address: copy,
      role: 'archived',
      verdict: 'alive',
    })
  })

  it('is asked for again a month later, not with every run', async () => {
    await listed('uncopied', page('Lungs'))
    const askedAt = async () =>
      (await rowsOf(`select copy_sought_at from links where address = 'https://uncopied.changing.org/'`))[0]
        ?.copy_sought_at
    await run(day(1))
    await run(day(2))
    expect(await askedAt()).toBe(day(1))
    await run('2027-02-02T08:00:00.000Z')
    expect(await askedAt()).toBe('2027-02-02T08:00:00.000Z')
  })

  it('is made once of an address that a submission brought', async () => {
    await listed('approved', page('Lungs'))
    await env.DB.exec(
      `update links set is_to_be_saved = true where address = 'https://approved.changing.org/'`,
    )
    await run(day(1))
    expect(await linkOf('approved')).toMatchObject({
      archived_url: 'https://web.archive.org/web/20261201120000/https://approved.changing.org/',
    })
    expect(await rowsOf('select 1 from links where is_to_be_saved')).toEqual([])
  })
})

describe('one run', () => {
  it('stays within its requests and queries, and writes little more than a row for each look', async () => {
    const many = Array.from({ length: 60 }, (_, n) => `of-many-${n}`)
    await Promise.all(many.map((name) => appear(name, page('Lungs'))))
    await env.DB.exec(`update links set next_at = '9999'`)
    await insertResources(
      many.map((name) => madeUp(next++, { slug: name, url: `https://${name}.changing.org/` })),
    )
    const watched = watchedDatabase(env.DB)
    const first = await run(day(10), 45, watched.DB)
    const looked = await rowsOf(
      `select 1 from links where address like 'https://of-many%' and checked_at = '${day(10)}'`,
    )
    // The archive is asked of three addresses; each look takes two requests.
    expect(looked.length).toBe(20)
    expect(first.sent).toBeLessThanOrEqual(15)
    for (const hour of [9, 10, 11]) await run(day(10, hour))
    const quiet = await run(day(12))
    expect(quiet.published).toBe(0)
    expect(quiet.rowsWritten).toBeLessThanOrEqual(20 + 12)
  })

  it('leaves what its requests do not reach to the next', async () => {
    await listed('unreached', page('Lungs'))
    await run(day(20), 1)
    expect(await linkOf('unreached')).toMatchObject({ verdict: 'unchecked' })
    await run(day(20, 9))
    expect(await linkOf('unreached')).toMatchObject({ verdict: 'alive' })
  })
})

describe('a correction by the job', () => {
  const maintainer = { kind: 'discord', discordId: '117000000000000501', name: 'Max' } as const
  const sentFor = (name: string) =>
    rowsOf(
      `select reference, state, content ->> '$.changes' as changes, reason from submissions
       where resource_id = (select id from resources where slug = ?) order by id`,
      name,
    )
  const decide = async (reference: unknown, decision: 'approve' | 'reject') => {
    const registry = createRegistry(env.DB)
    await registry.addMaintainer('console', maintainer.discordId, maintainer.name)
    await registry.decideSubmission(maintainer, String(reference), {
      ...{ decision, version: 1 },
      ...(decision === 'reject' && { reason: 'It is another data set.' }),
    })
  }

  it('proposes the address to which it leads on two days, once', async () => {
    await listed('to-correct', redirect('https://corrected.changing.org/'))
    await appear('corrected', page('Lungs'))
    await run(day(1))
    expect(await sentFor('to-correct')).toEqual([])
    for (const n of [2, 3, 4]) await run(day(n))
    expect(await sentFor('to-correct')).toEqual([
      {
        reference: expect.stringMatching(/^S-/),
        state: 'pending',
        changes: '{"url":"https://corrected.changing.org/"}',
        reason:
          'The address moved: https://to-correct.changing.org/ redirects for good to https://corrected.changing.org/. ' +
          'The link check saw it on 2027-01-01 and again on 2027-01-02.',
      },
    ])
  })

  it('changes the address with one click, and the looks begin anew', async () => {
    const [sent] = await sentFor('to-correct')
    await decide(sent?.reference, 'approve')
    expect(await addressesOf('to-correct')).toEqual([
      { address: 'https://corrected.changing.org/', role: 'own', verdict: 'unchecked' },
    ])
    expect(
      await rowsOf('select is_to_be_saved from links where address = ?', 'https://corrected.changing.org/'),
    ).toEqual([{ is_to_be_saved: 1 }])
  })

  it('is not made again for an address that a maintainer rejected', async () => {
    await listed('rejected-move', redirect('https://not-it.changing.org/'))
    await appear('not-it', page('Lungs'))
    for (const n of [1, 2]) await run(day(n))
    const [sent] = await sentFor('rejected-move')
    await decide(sent?.reference, 'reject')
    // Leading elsewhere between, it gives the same reason once more.
    await appear('rejected-move', page('Lungs'))
    await run(day(3))
    await appear('rejected-move', redirect('https://not-it.changing.org/'))
    await env.DB.exec('update links set proposed = null')
    for (const n of [4, 5, 6]) await run(day(n))
    expect(await sentFor('rejected-move')).toHaveLength(1)
  })

  it('says that a dead address is unreachable, unless the record says that it has ended', async () => {
    await listed('to-bury', { hangsUp: true })
    await listed('retired', { hangsUp: true }, { status: 'retired' })
    await env.DB.exec(`update links set next_at = null where address like 'https://to-bury%'`)
    for (const n of [1, 2, 3, 4]) await run(day(n))
    expect(await sentFor('retired')).toEqual([])
    expect(await sentFor('to-bury')).toMatchObject([
      {
        changes: '{"status":"unreachable"}',
        reason:
          'The address is dead: https://to-bury.changing.org/ does not answer. ' +
          'The link check found nothing there on three days, the last of them 2027-01-03.',
      },
    ])
  })

  it('waits while another one by the job does', async () => {
    await listed('moved-twice', redirect('https://first-place.changing.org/'))
    await Promise.all(['first-place', 'second-place'].map((name) => appear(name, page('Lungs'))))
    for (const n of [1, 2]) await run(day(n))
    await appear('moved-twice', redirect('https://second-place.changing.org/'))
    for (const n of [3, 4]) await run(day(n))
    const [sent, ...others] = await sentFor('moved-twice')
    expect(others).toEqual([])
    await decide(sent?.reference, 'reject')
    await run(day(5))
    expect((await sentFor('moved-twice')).map(({ changes }) => changes)).toEqual([
      '{"url":"https://first-place.changing.org/"}',
      '{"url":"https://second-place.changing.org/"}',
    ])
  })

  it('leaves room in the budget of a run', async () => {
    await Promise.all(
      [1, 2].map(async (n) => {
        await appear(`budget-${n}`, redirect(`https://budget-to-${n}.changing.org/`))
        await appear(`budget-to-${n}`, page('Lungs'))
      }),
    )
    await insertResources(
      [1, 2].map((n) => madeUp(next++, { slug: `budget-${n}`, url: `https://budget-${n}.changing.org/` })),
    )
    await run(day(1))
    const { sent } = await run(day(2))
    expect([...(await sentFor('budget-1')), ...(await sentFor('budget-2'))]).toHaveLength(2)
    expect(sent).toBeLessThanOrEqual(40)
  })
})
