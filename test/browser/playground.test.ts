// The playground, as somebody without an account meets it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { localKeys } from '../../bot/cli/keys.ts'
import { keepScheduling } from '../../worker/cli/local/cron.ts'
import { freePort } from '../../worker/cli/local/ports.ts'
import { BOT_TOKEN, CHANNEL_ID, REVIEW_CHANNEL_ID } from '../discord/protocol/people.ts'
import { bootRegistry, type LocalRegistry } from '../playground/boot.ts'
import { type Playground, servePlayground } from '../playground/server/playground.ts'
import { copyMigrated } from '../support/state.ts'
import { faultsOf, mistakesIn, PATIENCE, type Visitor, visit } from './browser.ts'

// A registry of its own: on the one of the other files, what their people send in would come into its channels too.
const scratch = mkdtempSync(join(tmpdir(), 'registry-playground-'))
let registry: LocalRegistry
let playground: Playground
let endSchedule = () => {}

beforeAll(async () => {
  const [keys, persistTo] = [localKeys(join(scratch, 'keys')), join(scratch, 'state')]
  await copyMigrated(persistTo)
  registry = await bootRegistry(keys, { port: await freePort(), persistTo })
  const { url: registryUrl, discord } = registry
  playground = await servePlayground({ registryUrl, discord, keys, port: await freePort() })
  // As `npm start` has it: what a busy machine does not deliver at once comes later.
  endSchedule = keepScheduling(registryUrl)
})

afterAll(async () => {
  endSchedule()
  await playground?.close()
  await registry?.stop()
  rmSync(scratch, { recursive: true, force: true, maxRetries: 10 })
})

const visitors: Visitor[] = []
afterEach(async () => {
  await Promise.all(visitors.splice(0).map((visitor) => visitor.leave()))
})

async function arrived(given: Parameters<typeof visit>[0] = {}) {
  const visitor = await visit({ theme: 'dark', home: playground.url, ...given })
  visitors.push(visitor)
  const { page } = visitor
  await page.goto('/')
  await page.getByRole('combobox', { name: 'Message #general' }).waitFor()
  await page.getByPlaceholder('Type / to ask the registry').waitFor()
  return {
    visitor,
    page,
    /** By the keyboard alone: the box, the text, what is chosen. */
    async type(text: string, ...keys: string[]) {
      await page.getByRole('combobox', { name: /^Message/ }).focus()
      await page.keyboard.type(text)
      for (const key of keys) await page.keyboard.press(key)
    },
    be: (person: string) => page.getByLabel('You are').selectOption({ label: person }),
    enter: (channel: string) => page.getByRole('navigation').getByRole('button', { name: channel }).click(),
    newest: page.getByRole('article').last(),
    /** A button that has the focus. */
    focused: (name: string) =>
      page.getByRole('button', { name, exact: true }).and(page.locator(':focus')).waitFor(),
  }
}

it('a data set is found, suggested, approved and announced by the keyboard and the buttons of cards', async () => {
  const { visitor, page, type, be, enter, newest, focused } = await arrived()
  const name = `Chest Sonography Atlas ${Date.now()}`

  await type('/')
  const picker = page.getByRole('listbox', { name: 'What can be typed' })
  await picker.getByRole('option', { name: '/covid-data search' }).waitFor()
  expect(await picker.getByRole('option', { name: '/covid-watch' }).count()).toBe(0)
  expect(await faultsOf(visitor)).toEqual([])
  await page.keyboard.type('covid-data meta')
  await page.keyboard.press('Tab')
  await picker.getByRole('option', { name: 'also' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /^Metadata: \d+ yes/ }).waitFor()
  expect(await page.getByText('Visitor used /covid-data metadata').count()).toBe(1)
  expect(await faultsOf(visitor)).toEqual([])

  await page.getByRole('button', { name: 'Next' }).press('Enter')
  await page.getByRole('heading', { name: / page 2$/ }).waitFor()
  await focused('Next')
  const menu = page.getByRole('combobox', { name: /^Open one of/ })
  await menu.press('ArrowDown')
  const list = page.getByRole('listbox', { name: /^Open one of/ })
  const first = (await list.getByRole('option').first().locator('.label').textContent()) ?? ''
  await page.keyboard.press('Enter')
  const opened = newest.getByRole('heading', { name: first })
  await opened.waitFor()
  // The list before it is longer than the window, and the answer is led to.
  expect((await opened.boundingBox())?.y).toBeLessThan(700)
  expect(await page.getByText(`Visitor chose ${first}`).count()).toBe(1)

  // Only who manages the server may have changes posted there.
  await be('Maintainer')
  await type('/covid-watch add every', 'Tab', 'Enter')
  await newest.getByText('I now post in #general').waitFor()
  expect(await newest.getByText('Only you can see this').count()).toBe(1)
  const heard = page.getByRole('status')
  await heard
    .filter({ hasText: 'COVID imaging registry: I now post in #general: every' })
    .waitFor({ state: 'attached' })

  await page.getByRole('button', { name: 'Suggest a data set' }).click()
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: 'Suggest a data set' })
  await form.waitFor()
  expect(await newest.getByText('I now post in').count()).toBe(0)
  expect(await faultsOf(visitor)).toEqual([])
  await page.keyboard.type(`https://zenodo.org/records/${Date.now()}`)
  await page.keyboard.press('Tab')
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type('Example University')
  await form.getByLabel('Ultrasound').press('Space')
  await page.keyboard.press('Enter')
  // What comes of it may be there before the form has gone, and cannot be reached until then.
  await form.waitFor({ state: 'detached' })
  await newest.getByRole('button', { name: 'Send', exact: true }).press('Enter')
  await newest.getByText('Waiting for a maintainer').waitFor()
  await page.getByRole('article').locator(':focus').or(page.locator('article:focus')).waitFor()
  await expect
    .poll(() => registry.discord.messagesIn(REVIEW_CHANNEL_ID).length, { timeout: PATIENCE })
    .toBe(1)

  await page.getByRole('button', { name: 'Approve it as maintainer' }).click()
  await newest.getByText(name, { exact: true }).first().waitFor()
  await focused('Approve')
  await page.keyboard.press('Enter')
  await newest.getByRole('heading', { name: / · Addition · approved/ }).waitFor()
  await enter('#general')
  await newest.getByRole('heading', { name: `Listed: ${name}` }).waitFor()

  // Who suggested it is told; what they have looked at stays so, and each window has a person of its own.
  await be('Visitor')
  await enter('@COVID imaging registry')
  await newest.getByRole('heading', { name: / Listed/ }).waitFor()
  expect(await newest.getByText(name).count()).toBeGreaterThan(0)
  await enter('#general')
  const other = await visitor.context.newPage()
  await other.goto('/')
  await other.getByLabel('You are').selectOption({ label: 'Maintainer' })
  await page.reload()
  await newest.getByRole('heading', { name: `Listed: ${name}` }).waitFor()
  expect(await page.getByLabel('You are').inputValue()).toBe('visitor')
  await page.getByRole('button', { name: '@COVID imaging registry', exact: true }).waitFor()
  expect(visitor.complaints).toEqual([])
})

it('a file of references is chosen in a form, and its works are proposed', async () => {
  const { visitor, page, type, newest } = await arrived()
  await type('/covid-data report coronacases', 'Tab', 'Enter')
  await newest.getByRole('button', { name: 'The references' }).press('Enter')
  const form = page.getByRole('dialog', { name: 'The references' })
  const file = {
    name: 'refs.bib',
    mimeType: 'text/plain',
    buffer: Buffer.from('@misc{a, title = {Cases from a file}}'),
  }
  await form.getByLabel('Or a file').setInputFiles(file)
  await form.getByLabel('How do you know?').fill('Its page lists them.')
  expect(await faultsOf(visitor)).toEqual([])
  await form.getByRole('button', { name: 'Submit' }).click()
  await form.waitFor({ state: 'detached' })
  await newest.getByText('Cases from a file').waitFor()
  expect(registry.discord.problems()).toEqual([])
})

it('on a phone a resource is found by its name, and a link in a message is suggested from its menu', async () => {
  const { visitor, page, type, newest } = await arrived({ width: 360 })
  const box = await page.getByRole('combobox', { name: /^Message/ }).boundingBox()
  expect(box && box.y + box.height).toBeLessThan(800)
  expect(await mistakesIn(await (await page.request.get('/')).text())).toEqual([])
  await type('/covid-data show pocus')
  // The list may be that of the first letters still, where it is another one that Enter takes.
  await page.getByRole('option', { name: /^COVID-19 Pocus Ultrasound/, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('private')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await newest.getByRole('heading', { name: 'COVID-19 Pocus Ultrasound Dataset' }).waitFor()
  // An answer that comes late moves the conversation up, as it should.
  const faults = await faultsOf(visitor)
  expect(faults.filter((fault) => !fault.startsWith('what was shown has moved'))).toEqual([])
  const answer = page.getByText('used /covid-data show resource:covid-19-pocus-ultrasound private:true')
  expect(await answer.count()).toBe(1)
  await newest.getByRole('button', { name: 'Dismiss message' }).click()
  await answer.waitFor({ state: 'detached' })

  await type('Look: https://zenodo.org/records/4000099', 'Enter')
  await newest.getByRole('link', { name: 'https://zenodo.org/records/4000099' }).waitFor()
  await newest.getByText('Apps').press('Enter')
  await newest.getByRole('button', { name: 'Suggest to the registry' }).press('Enter')
  const form = page.getByRole('dialog')
  expect(await form.getByLabel('Link').inputValue()).toBe('https://zenodo.org/records/4000099')
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })

  // Descriptions are in the reader's language, and so is what they alone see.
  // On a phone the person and the languages are folded.
  await page.getByText('Visitor, English').click()
  await page.getByLabel('Your language').selectOption({ label: 'Deutsch' })
  await type('/covid-data help-w')
  await page.getByRole('option', { name: /^\/covid-data help-wanted/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('private:')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await newest.getByRole('heading', { name: 'Was noch fehlt' }).waitFor()
  expect(visitor.complaints).toEqual([])
})

/** What becomes of what is said is told only when it is let go. */
async function heldUp(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/api/say', async (route) => {
    const response = await route.fetch()
    await promise
    await route.fulfill({ response })
  })
  return resolve
}

it('whoever goes on before the outcome of what they said is there is left alone', async () => {
  const { page, type, newest } = await arrived()
  const letGo = await heldUp(page)
  await type('Look: https://zenodo.org/records/4000100', 'Enter')
  await newest.getByRole('link', { name: 'https://zenodo.org/records/4000100' }).waitFor()
  const menu = newest.getByText('Apps')
  await menu.press('Enter')
  letGo()
  await page.getByRole('button', { name: 'Send', exact: true }).waitFor()
  await menu.and(page.locator(':focus')).waitFor()
})

it('what is begun before that stays, and can be sent', async () => {
  const { page, type, newest } = await arrived()
  const letGo = await heldUp(page)
  await type('Look: https://zenodo.org/records/4000101', 'Enter')
  await newest.getByRole('link', { name: 'https://zenodo.org/records/4000101' }).waitFor()
  await page.getByRole('button', { name: 'Find ultrasound data' }).click()
  const outcome = page.waitForResponse('**/api/say')
  letGo()
  await outcome
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /^Ultrasound: \d+ yes/ }).waitFor()
})

it('while the registry is slow the focus, the place and what was meant are kept', async () => {
  const { visitor, page, type, newest } = await arrived()
  const focused = page.locator(':focus')

  // What is listed for other letters is not what Enter means.
  await type('/covid-data show pocus')
  const field = page.getByRole('combobox', { name: 'resource' })
  await page.getByRole('option', { name: /^COVID-19 Pocus/, selected: true }).waitFor()
  await page.route('**/api/complete', () => {})
  await page.keyboard.type(' x')
  expect(await field.getAttribute('aria-activedescendant')).toBeNull()
  await page.getByRole('button', { name: '/covid-data show' }).click()
  await page
    .getByRole('combobox', { name: /^Message/ })
    .and(focused)
    .waitFor()

  await type('/covid-data list', 'Tab', 'Enter')
  await newest.getByText('used /covid-data list').waitFor()
  const clicks = await hold(page, 'click')
  await newest.getByRole('button', { name: 'Next' }).press('Enter')
  await newest.getByRole('button', { name: 'Next' }).press('Enter')
  clicks.go()
  await newest.getByRole('heading', { name: / page 2$/ }).waitFor()
  clicks.come()
  await page.locator('[aria-busy]').waitFor({ state: 'detached' })
  expect(clicks.count()).toBe(1)
  expect(await focused.textContent()).toBe('Next')

  await page.getByRole('button', { name: 'Suggest a data set' }).click()
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog')
  await form.getByLabel('Link').fill(`https://zenodo.org/records/${Date.now()}`)
  await form.getByLabel('Name').fill('An atlas')
  await form.getByLabel('Organisation').fill('Example University')
  await form.getByRole('button', { name: 'Submit' }).press('Enter')
  await form.waitFor({ state: 'detached' })
  await newest.getByRole('button', { name: 'Edit' }).press('Enter')
  await form.waitFor()
  // The card is drawn anew before its form is closed.
  const submits = await hold(page, 'submit')
  await form.getByRole('button', { name: 'Submit' }).press('Enter')
  expect(await focused.textContent()).toBe('Sending…')
  submits.go()
  await newest.getByText('(edited)').waitFor()
  submits.come()
  await form.waitFor({ state: 'detached' })
  await newest.and(page.locator(':focus-within')).waitFor()

  // What came to nothing is said where it is seen.
  const answer = { kind: 'failed', detail: 'Nothing came.' }
  await page.route('**/api/click', (route) => route.fulfill({ json: answer }))
  await newest.getByRole('button', { name: 'Discard' }).press('Enter')
  const failed = page.getByRole('alert').filter({ hasText: 'This interaction failed' })
  await failed.waitFor()
  const bottomOf = (seen: Locator) => seen.evaluate((element) => element.getBoundingClientRect().bottom)
  const messages = page.getByRole('region', { name: 'Messages' })
  // A browser rounds to the pixels of the screen.
  expect(await bottomOf(failed)).toBeLessThanOrEqual((await bottomOf(messages)) + 1)

  // Who is at the end stays there when what stands there grows.
  const post = (path: string, method: string, content: string) =>
    fetch(`${registry.discordUrl}/api/v10/channels/${CHANNEL_ID}/messages${path}`, {
      method,
      headers: {
        authorization: `Bot ${BOT_TOKEN}`,
        'content-type': 'application/json',
        'user-agent': 'DiscordBot (https://a.org, 1)',
      },
      body: JSON.stringify({ content, allowed_mentions: { parse: [] } }),
    })
  const { id } = (await (await post('', 'POST', 'Short.')).json()) as { readonly id: string }
  await newest.getByText('Short.').waitFor()
  await messages.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await post(`/${id}`, 'PATCH', 'Longer.\n'.repeat(40))
  await newest.getByText('Longer.').waitFor()
  expect(await bottomOf(newest.locator('.said'))).toBeLessThanOrEqual(await bottomOf(messages))
  expect(visitor.complaints).toEqual([])
})

/** Keeps what the page sends by that name from going, and then its answer from coming, until each is let. */
async function hold(page: Page, act: string) {
  const [going, coming] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let count = 0
  await page.route(`**/api/${act}`, async (route) => {
    count += 1
    await going.promise
    const response = await route.fetch()
    await coming.promise
    await route.fulfill({ response })
  })
  return { go: () => going.resolve(), come: () => coming.resolve(), count: () => count }
}
