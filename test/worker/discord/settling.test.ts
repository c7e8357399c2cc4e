import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRegistry } from '../../../worker/registry/index.ts'
import { MAINTAINER, VISITOR } from '../../discord/protocol/people.ts'
import { visit } from '../../support/discord.ts'
import { addition, SENDER } from '../registry/submissions.ts'

const registry = createRegistry(env.DB)

beforeAll(async () => {
  await registry.addMaintainer('console', MAINTAINER.id, MAINTAINER.globalName)
  const { submission } = await registry.submit(
    SENDER,
    {
      ...addition('Disputed', { license: 'MIT', access: 'open' }),
      evidence: [
        { field: 'license', source: 'LICENSE' },
        { field: 'license', value: 'CC BY 4.0', source: 'README.md', asOf: '2024' },
      ],
    },
    { door: 'discord' },
  )
  const mai = visit(MAINTAINER)
  await mai.say('covid-review approve', { submission: submission.reference })
  await mai.press('Approve')
})

describe('a list of a data type', () => {
  it('can be of what is open, or under one licence', async () => {
    const ada = visit(VISITOR)
    const open = await ada.say('covid-data metadata', { access: 'open' })
    expect(open.text).toContain('Metadata: 0 yes, 1 unknown · access: open')
    expect((await ada.press('1 unknown')).text).toContain('Disputed')
    const mit = await ada.say('covid-data metadata', { license: 'mit' })
    expect(mit.text).toContain('Metadata: 0 yes, 1 unknown · licence: MIT')
    const none = await ada.say('covid-data ct', { access: 'login', license: 'MIT' })
    expect(none.text).toContain('No listed resource that fits your other choices has CT, or may have it.')
    expect((await ada.say('covid-data ct', { license: 'CC BY 5.0' })).text).toContain(
      'The nearest is CC-BY-4.0',
    )
    const pages = await ada.say('covid-data metadata', { license: 'unknown' })
    expect(pages.text).toContain('Metadata: 11 yes')
    const next = await ada.press('Next')
    expect(next.text).toContain('Metadata: 11 yes, 0 unknown · licence: unknown · page 2')
    expect((await ada.press('Previous')).text).toBe(pages.text)
  })
})

describe('/covid-review release', () => {
  it('freezes the table under a version, which lists can be asked for', async () => {
    const mai = visit(MAINTAINER)
    expect((await mai.say('covid-review release', { version: '2.0' })).text).toContain('The latest is 2.0')
    const released = await mai.say('covid-review release', { version: '2.1', note: 'One more.' })
    expect(released.text).toContain('Release 2.1 is published')
    expect(released.text).toContain('Since release 2.0: 1 added. One more.')
    const { items, asOf } = await registry.listResources({
      asOf: { release: '2.1' },
      filter: {},
      order: 'table',
      size: 100,
    })
    expect(items.map(({ slug }) => slug)).toContain('disputed')
    expect(asOf.release).toMatchObject({ version: '2.1' })
    expect((await registry.listReleases()).items.map(({ version }) => version)).toEqual(['2.1', '2.0'])
    expect((await mai.say('covid-review release', { version: '2.2' })).text).toContain(
      'Nothing has changed since release 2.1',
    )
    expect((await mai.say('covid-review release', { version: 'next' })).text).toContain('two numbers')
    expect((await mai.say('covid-data about')).text).toContain('2.1')
  })

  it('is done by maintainers alone', async () => {
    const refused = await visit(VISITOR).say('covid-review release', { version: '9.0' })
    expect(refused.text).toContain('Only maintainers')
  })
})

describe('/covid-review settle', () => {
  it('shows what sources say otherwise, and makes one of it what the record states', async () => {
    const mai = visit(MAINTAINER)
    const card = await mai.say('covid-review settle', { resource: 'disputed' })
    expect(card.ephemeral).toBe(true)
    expect(card.text).toContain('1\\. **Licence** CC BY 4.0 · README.md, 2024')
    expect(card.text).not.toContain('MIT')
    const form = await mai.press('1')
    expect(form.text).toBe('Settle a claim')
    // A form that is closed without an answer can be opened again.
    expect((await mai.press('1')).text).toBe('Settle a claim')
    const settled = await mai.fill({ reason: 'The README is newer.' })
    expect(settled.text).toBe('Settled for Disputed. Licence: CC BY 4.0')
    expect((await registry.getResource('disputed')).record).toMatchObject({
      license: 'CC BY 4.0',
      version: 2,
    })
    const again = await mai.say('covid-review settle', { resource: 'disputed' })
    expect(again.text).toContain('MIT')
  })

  it('is done by maintainers alone', async () => {
    const visitor = visit(VISITOR)
    await visitor.say('covid-review settle', { resource: 'disputed' })
    await visitor.press('1')
    expect((await visitor.fill({ reason: 'Mine.' })).text).toContain('Only maintainers')
  })

  it('says where there is nothing to settle', async () => {
    const card = await visit(MAINTAINER).say('covid-review settle', { resource: 'eurorad' })
    expect(card.text).toContain('The record agrees with its sources')
  })
})
