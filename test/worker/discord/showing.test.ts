// The card of a resource with facts, from the database on.

import { beforeAll, describe, expect, it } from 'vitest'
import { componentClick, slashCommand, type Values } from '../../discord/protocol/interactions.ts'
import { postedMessage, sentMessage } from '../../discord/protocol/messages.ts'
import { CHANNEL_ID, newSnowflake } from '../../discord/protocol/people.ts'
import type { Scene } from '../../discord/protocol/scenes.ts'
import { interact, readAnswer, SOMEONE_ELSE, slash } from '../../support/discord.ts'
import { insertResources, madeUp } from '../registry/made-up.ts'

const paper = { source: 'https://arxiv.org/abs/2003.09871', asOf: '2020-05' }

beforeAll(async () => {
  await insertResources([
    madeUp(901, { name: 'First', license: 'CC BY-NC 4.0', licenseSpdx: 'CC-BY-NC-4.0' }),
    madeUp(902, {
      name: 'Second',
      license: 'MIT',
      licenseSpdx: 'MIT',
      counts: { images: 13975, covidImages: 397 },
      derivedFrom: ['made-up-901'],
      origins: ['A hospital'],
      claims: [
        { field: 'license', value: 'MIT', source: 'README', asOf: null, stated: true },
        { field: 'license', value: 'CC BY 4.0', ...paper, stated: false },
        { field: 'counts', value: { images: 463 }, ...paper, stated: false },
      ],
    }),
    madeUp(903, { name: 'Third', derivedFrom: ['made-up-902'] }),
  ])
})

describe('a resource with facts', () => {
  it('shows what sources say of it, where they disagree, and which data are in which', async () => {
    const { text } = await slash('show', { resource: 'made-up-902' })
    expect(text.split('\n')).toEqual([
      '## [Second](https://made-up.example/902)',
      'An organisation',
      '⚠️ **It contains no images.**',
      '**Status** not checked',
      '**Licence** MIT: credit ¹',
      '⚠️ Sources name two licences; the other is CC BY 4.0 ²',
      '**Size** 13,975 images, 397 of them COVID-19, or 463 images ²',
      'Use, access and annotations: not recorded.',
      '**Lacks** CT, X-ray, MRI, Ultrasound, Metadata, Case review',
      '**Overlap** It has data from First (CC BY-NC 4.0), A hospital',
      '⚠️ The terms of its sources still apply. At least: no commercial use (1 of 2 sources). 1 source has no licence recorded.',
      'Its data is also in Third',
      '### Sources',
      '-# ¹ README',
      '-# ² <https://arxiv.org/abs/2003.09871>, May 2020',
      expect.stringContaining('not for clinical use'),
    ])
  })

  it('shows what its data went through', async () => {
    expect((await slash('show', { resource: 'made-up-903' })).text).toContain(
      'It has data from Second (MIT); through them from First (CC BY-NC 4.0), A hospital',
    )
  })

  it('has its licence beside another’s in a comparison', async () => {
    expect((await slash('compare', { a: 'made-up-901', b: 'made-up-902' })).text).toContain(
      '**Licence** A: CC BY-NC 4.0: credit, no commercial use · B: MIT: credit',
    )
  })
})

describe('an answer', () => {
  const german = { locale: 'de', serverLocale: 'en-US' }
  const server = { locale: 'en-US', serverLocale: 'de' }
  const heading = async (options: Values, scene: Scene) =>
    (await slash('ultrasound', options, scene)).text.split('\n')[0]

  it('that everyone sees is in the language of the server', async () => {
    expect(await heading({}, server)).toBe('## Ultraschall: 1 ja, 6 unbekannt')
    expect(await heading({}, german)).toBe('## Ultrasound: 1 yes, 6 unknown')
    const shown = slashCommand('covid-data show', { resource: 'made-up-902', private: true }, server)
    const response = await interact(shown)
    const message = postedMessage(response.type === 4 ? response.data : {}, shown)
    const customId = readAnswer(response).ids.Share ?? ''
    const shared = readAnswer(await interact(componentClick({ message, customId }, server)))
    expect(shared.text).toContain('**Lizenz** MIT: Namensnennung ¹')
  })

  it('that one person sees is in theirs', async () => {
    expect(await heading({ private: true }, server)).toBe('## Ultrasound: 1 yes, 6 unknown')
    expect(await heading({ private: true }, german)).toBe('## Ultraschall: 1 ja, 6 unbekannt')
    expect(await heading({}, { locale: 'de', place: 'direct' })).toBe('## Ultraschall: 1 ja, 6 unbekannt')
    expect((await slash('ct', { license: 'Apche 2.0' }, german)).text).toContain(
      'Am nächsten kommt Apache-2.0',
    )
  })

  it('to someone else’s click on a card is in their language', async () => {
    const command = slashCommand('covid-data metadata', {}, server)
    const response = await interact(command)
    const message = postedMessage(response.type === 4 ? response.data : {}, command)
    const customId = readAnswer(response).ids.Weiter ?? ''
    const turned = async (scene: Scene) =>
      readAnswer(await interact(componentClick({ message, customId }, scene)))
    expect((await turned(server)).text).toMatch(/^## Metadaten: .* · Seite 2\n/)
    expect((await turned({ ...server, person: SOMEONE_ELSE })).text).toMatch(/^## Metadata: .* · page 2\n/)
  })

  it.each([
    ['the server', slashCommand('covid-data show', { resource: 'made-up-902' }, german)],
    ['nobody', undefined],
  ])('that one person sees beside a card for %s is in theirs too', async (_name, asked) => {
    const body = { flags: 32768, components: [] }
    const message = asked ? postedMessage(body, asked) : sentMessage(body, CHANNEL_ID, newSnowflake())
    const click = componentClick({ message, customId: 'history:0:0:made-up-902' }, german)
    const history = readAnswer(await interact(click))
    expect(history.ephemeral).toBe(true)
    expect(history.text.split('\n')[0]).toContain('Änderungen')
  })
})

describe('a list under a licence', () => {
  it.each([
    ['https://creativecommons.org/licenses/by-nc/4.0/', 'CC-BY-NC-4.0'],
    ['CC BY-NC 4.0 International', 'CC-BY-NC-4.0'],
    ['cc by nc', 'CC-BY-NC'],
    ['MIT License', 'MIT'],
  ])('asked for as %s is that of %s', async (license, name) => {
    expect((await slash('ct', { license })).text).toContain(`licence: ${name}`)
  })
})
