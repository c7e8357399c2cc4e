// The menu of a message: what it links to is suggested, or looked up.

import { env } from 'cloudflare:workers'
import type { APIMessage } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { DECLARATIONS } from '../../../bot/commands/index.ts'
import { createRegistry } from '../../../worker/registry/index.ts'
import { messageMenu, slashCommand } from '../../discord/protocol/interactions.ts'
import { postedMessage } from '../../discord/protocol/messages.ts'
import { VISITOR } from '../../discord/protocol/people.ts'
import type { Scene } from '../../discord/protocol/scenes.ts'
import { interact, readAnswer, visit } from '../../support/discord.ts'
import { watchedDatabase } from '../../support/watched-database.ts'

const SUGGEST = 'Suggest to the registry'
const LOOK_UP = 'Look up in the registry'

function asked(menu: string, given: string | object, scene: Scene = {}) {
  const body = typeof given === 'string' ? { content: given } : given
  return messageMenu(
    menu,
    { ...postedMessage(body, slashCommand('covid-data list')), ...body } as APIMessage,
    scene,
  )
}

const use = async (menu: string, given: string | object, scene?: Scene) => interact(asked(menu, given, scene))

/** The answer, and a person who can click on it. */
async function answered(menu: string, given: string | object, scene: Scene = {}) {
  const request = asked(menu, given, scene)
  const response = await interact(request)
  const answer = readAnswer(response)
  if (response.type !== 4) throw new Error('A message was to be expected.')
  return { answer, ada: visit(VISITOR, postedMessage(response.data, request), scene) }
}

const addressIn = (response: object) =>
  JSON.stringify(response).match(/"custom_id":"url"[^}]*?"value":"([^"]*)"/)?.[1]

const EURORAD = 'https://www.eurorad.org/'

it('both entries are registered in every language', () => {
  const menus = DECLARATIONS.filter(({ type }) => type === 3)
  expect(menus.map(({ name, name_localizations }) => [name, name_localizations?.de])).toEqual([
    [SUGGEST, 'Dem Register vorschlagen'],
    [LOOK_UP, 'Im Register nachschlagen'],
  ])
})

describe('“Suggest to the registry” in the menu of a message', () => {
  it.each([
    ['Look (https://data.org/found).', 'https://data.org/found'],
    ['||https://data.org/found||', 'https://data.org/found'],
    ['看https://data.org/found，好', 'https://data.org/found'],
    ['https://data.org/data_(v2)', 'https://data.org/data_(v2)'],
    ['New: doi:10.5281/zenodo.99999999.', 'https://doi.org/10.5281/zenodo.99999999'],
    [
      { content: '', message_snapshots: [{ message: { content: 'At https://data.org/found' } }] },
      'https://data.org/found',
    ],
    [{ content: 'This', embeds: [{ title: 'It', url: 'https://data.org/found' }] }, 'https://data.org/found'],
  ])('opens the form with the link of the message: %j', async (given, address) => {
    const response = await use(SUGGEST, given)
    expect(response.type).toBe(9)
    expect(addressIn(response)).toBe(address)
  })

  it('answers with its card where the link is listed', async () => {
    const { answer } = await answered(SUGGEST, `See **<${EURORAD}>**!`)
    expect(answer.ephemeral).toBe(true)
    expect(answer.text).toContain(`## [eurorad.org](${EURORAD})`)
  })

  it('says so where there is no link', async () => {
    const { answer } = await answered(SUGGEST, 'No link here.')
    expect(answer.text).toContain('This message has no link.')
  })

  it('offers every link of several, and the form of each as often as one likes', async () => {
    const long = `https://data.org/${'long-'.repeat(90)}(v2)_~x`
    const { answer, ada } = await answered(
      SUGGEST,
      `https://data.org/first ${EURORAD}, [x](${long}) https://data.org/first/`,
    )
    expect(answer.ephemeral).toBe(true)
    expect(answer.text).toContain('Which of these is the data set?')
    expect(answer.choices).toEqual(['0', '1', '2'])
    const card = await ada.press(answer.ids['Choose one'] ?? '', ['2'])
    expect(card.text).toContain('long')
    for (let i = 0; i < 2; i++) expect((await ada.press('Suggest it')).type).toBe(9)
    const draft = await ada.fill({ name: 'Long', organization: 'A hospital' })
    expect(draft.text).toContain('## Suggest Long')
    expect(draft.text).not.toContain('can’t be sent')
    const again = await answered(SUGGEST, `https://data.org/first ${EURORAD}`)
    expect((await again.ada.press(again.answer.ids['Choose one'] ?? '', ['1'])).text).toContain(
      '## [eurorad.org]',
    )
  })

  it('keeps an address whole from the list to the form', async () => {
    const urls = ['https://data.org/a_b*c(d)?q=1&r=[2]#x', 'https://doi.org/10.1016/S0140-6736(20)30183-5']
    for (const [i, url] of urls.entries()) {
      const { answer, ada } = await answered(SUGGEST, urls.join(' '))
      await ada.press(answer.ids['Choose one'] ?? '', [String(i)])
      await ada.press('Suggest it')
      const draft = await ada.fill({ name: 'Whole', organization: 'A hospital' })
      expect(draft.text.replace(/\\/g, '')).toContain(`**Address** ${url}\n`)
    }
  })

  it('offers as many as a card has room for, and says how many more there are', async () => {
    const urls = Array.from({ length: 30 }, (_, i) => `https://data.org/${i}`)
    const many = (await answered(SUGGEST, urls.join('\n'))).answer
    expect(many.choices).toHaveLength(25)
    expect(many.text).toContain('The message has 5 more links, too many to show here.')
    const longest = Array.from({ length: 8 }, (_, i) => `https://data.org/${i}${'_'.repeat(400)}x`)
    const few = (await answered(SUGGEST, { embeds: longest.map((url) => ({ url })) })).answer
    expect(few.choices.length).toBeGreaterThan(2)
    expect(few.choices.length).toBeLessThan(8)
  })
})

describe('“Look up in the registry” in the menu of a message', () => {
  it.each([
    `Is ${EURORAD} in it?`,
    `[this](${EURORAD}case/16660)`,
    { message_snapshots: [{ message: { content: `||${EURORAD}||` } }] },
    { content: 'x', embeds: [{ url: EURORAD }] },
  ])('answers privately with the card of what it links to: %j', async (given) => {
    const { answer } = await answered(LOOK_UP, given)
    expect(answer.ephemeral).toBe(true)
    expect(answer.text).toContain(`## [eurorad.org](${EURORAD})`)
    expect(answer.ids.Share).toBeDefined()
  })

  it.each([
    'arXiv:2003.13865',
    'https://arxiv.org/pdf/2003.13865v2',
    'doi:10.48550/arXiv.2003.13865',
  ])('knows a DOI and an arXiv number: %s', async (content) => {
    const { answer } = await answered(LOOK_UP, content)
    expect(answer.text).toContain('COVID-CT')
  })

  it('lists several to open, and says what is not listed with a button to suggest it', async () => {
    const content = `${EURORAD} https://radiopaedia.org/cases https://data.org/unlisted eurorad: ${EURORAD}case/1`
    const { answer, ada } = await answered(LOOK_UP, content)
    expect(answer.ephemeral).toBe(true)
    expect(answer.text).toContain('## Listed: 2')
    expect(answer.text).toContain('## Not listed\n')
    expect(answer.choices).toEqual(['eurorad', 'radiopaedia'])
    expect((await ada.press('Suggest it')).type).toBe(9)
    const draft = await ada.fill({ name: 'Unlisted', organization: 'A hospital' })
    expect(draft.text).toContain('**Address** https\\://data.org/unlisted')
  })

  it('of what is not listed offers to suggest one of several', async () => {
    const { answer, ada } = await answered(LOOK_UP, 'https://data.org/one 10.5281/zenodo.99999998')
    expect(answer.text).toContain('## Not listed: 2')
    const card = await ada.press(answer.ids['Choose one'] ?? '', ['1'])
    expect(card.text).toContain('https\\://doi.org/10.5281/zenodo.99999998')
    expect((await ada.press('Suggest it')).type).toBe(9)
  })

  it.each([
    'https://github.com/nobody/nothing',
    'https://zenodo.org/record/1',
    'https://www.kaggle.com/x/covid',
    'https://doi.org/10.1000/182',
  ])('takes nothing for listed that is only on the same host or alike: %s', async (content) => {
    expect((await answered(LOOK_UP, content)).answer.text).toMatch(/^## Not listed\n/)
  })

  it('says so where there is nothing to look up', async () => {
    const { answer } = await answered(LOOK_UP, 'Good morning')
    expect(answer.text).toContain('This message has no link, DOI or arXiv number.')
    const german = await answered(LOOK_UP, 'Guten Morgen', { locale: 'de' })
    expect(german.answer.text).toContain('In dieser Nachricht steht kein Link')
  })

  it('looks up as many as a card has room for in few queries, and says how many more there are', async () => {
    const urls = Array.from({ length: 20 }, (_, i) => `https://data.org/many-${i}`)
    const { answer } = await answered(LOOK_UP, urls.join(' '))
    expect(answer.text).toContain('The message has 14 more links, too many to show here.')
    const { DB, counts } = watchedDatabase(env.DB)
    const found = await createRegistry(DB).findResourcesAt([...urls, EURORAD])
    expect(found.map((resource) => resource?.slug)).toEqual([...urls.map(() => undefined), 'eurorad'])
    expect(counts.queries).toBe(1)
  })
})
