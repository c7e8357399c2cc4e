// A person who wants to be forgotten is told what goes and what stays, confirms it, and can begin anew.

import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRegistry } from '../../../worker/registry/index.ts'
import { MAINTAINER, SECOND_VISITOR, VISITOR } from '../../discord/protocol/people.ts'
import { visit } from '../../support/discord.ts'
import { addition, failure, rows } from '../registry/submissions.ts'

const registry = createRegistry(env.DB, { submissionsPerDay: 10_000 })
const actorOf = ({ id, globalName }: typeof VISITOR) =>
  ({ kind: 'discord', discordId: id, name: globalName }) as const
const ADA = actorOf(VISITOR)
const people = (id: string) => rows('select id from people where discord_id = ?', id)
const submit = (actor: typeof ADA, name: string) =>
  registry.submit(actor, addition(name), { door: 'discord' }).then(({ submission }) => submission.reference)

beforeAll(async () => {
  await registry.addMaintainer('console', MAINTAINER.id, MAINTAINER.globalName)
})

describe('/covid-data forget-me', () => {
  it('says so where there is nothing', async () => {
    const answer = await visit(SECOND_VISITOR).say('covid-data forget-me')
    expect([answer.ephemeral, answer.text]).toEqual([true, 'The registry has nothing of you.'])
    const deutsch = await visit(SECOND_VISITOR, undefined, { locale: 'de' }).say('covid-data forget-me')
    expect(deutsch.text).toBe('Das Register hat nichts von dir.')
  })

  it('asks first, erases by the button, once, and the person can begin anew', async () => {
    const reference = await submit(ADA, 'Of Ada')
    await registry.addWatch({ kind: 'person', actor: ADA }, { kind: 'everything' })
    const [before] = await people(VISITOR.id)
    const ada = visit(VISITOR)
    const asked = await ada.say('covid-data forget-me')
    expect(asked.ephemeral).toBe(true)
    expect(asked.text).toContain('0 drafts and 1 watch')
    expect(asked.text).toContain('your submission and the changes that came of them, by nobody')
    expect(asked.text).toContain('Nobody can undo this.')
    expect(await people(VISITOR.id)).toEqual([before])
    const stale = visit(VISITOR)
    await stale.say('covid-data forget-me')
    expect((await ada.press('Erase me')).text).toBe('Erased: the registry has nothing of you any more.')
    expect(await people(VISITOR.id)).toEqual([])
    expect((await stale.press('Erase me')).text).toBe('Erased: the registry has nothing of you any more.')
    const mai = actorOf(MAINTAINER)
    expect(await registry.reviewSubmission(mai, reference)).toMatchObject({
      submission: { state: 'pending', resource: { name: 'Of Ada' } },
    })
    await submit(ADA, 'Of Ada anew')
    const own = await registry.listOwnSubmissions(ADA, 9)
    expect(own.map(({ resource }) => resource?.name)).toEqual(['Of Ada anew'])
  })

  it('is not for a maintainer, who leaves first', async () => {
    const answer = await visit(MAINTAINER).say('covid-data forget-me')
    expect(answer.text).toContain('removes them first')
    expect(Object.keys(answer.ids)).toEqual([])
    await registry.removeMaintainer('console', MAINTAINER.id)
    const mai = visit(MAINTAINER)
    await mai.say('covid-data forget-me')
    expect((await mai.press('Erase me')).text).toContain('Erased')
    await registry.addMaintainer('console', MAINTAINER.id, MAINTAINER.globalName)
  })

  it('is not a way out of a block, nor free without end', async () => {
    const reference = await submit(ADA, 'Spam')
    await registry.setBlocked(actorOf(MAINTAINER), reference, true)
    expect((await visit(VISITOR).say('covid-data forget-me')).text).toContain('You are blocked')
    expect(await failure(registry.eraseSelf(ADA))).toMatchObject({ code: 'forbidden' })
    await registry.setBlocked(actorOf(MAINTAINER), reference, false)
    const BOB = { kind: 'discord', discordId: '300000000000000001', name: 'Bob' } as const
    for (const round of [1, 2, 3]) {
      await submit(BOB, `Round ${round}`)
      await registry.eraseSelf(BOB)
    }
    await submit(BOB, 'Round 4')
    expect(await failure(registry.eraseSelf(BOB))).toMatchObject({
      code: 'rate_limited',
      message: 'You have reached the limit of 3 erasures a day.',
    })
    expect(await registry.findPersonalData(BOB)).toMatchObject({ submissions: 1 })
  })
})
