// `npm run screenshot`: the pictures in the README, of the table and the playground as `npm start` has them.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium as driver } from 'playwright-core'
import { localKeys } from '../../bot/cli/keys.ts'
import { freePort } from '../../worker/cli/local/ports.ts'
import { bootRegistry } from '../playground/boot.ts'
import { servePlayground } from '../playground/server/playground.ts'
import { startBrowser } from './chromium.ts'

const TABLE = join(import.meta.dirname, 'table.png')
const PLAYGROUND = join(import.meta.dirname, 'playground.png')

const scratch = mkdtempSync(join(tmpdir(), 'registry-screenshot-'))
const keys = localKeys(scratch)
const [registry, server] = await Promise.all([
  bootRegistry(keys, { port: await freePort(), persistTo: scratch }),
  startBrowser(),
])
const { url: registryUrl, discord } = registry
const playground = await servePlayground({ registryUrl, discord, keys, port: await freePort() })
try {
  const browser = await driver.connect(server.wsEndpoint())
  const page = await browser.newPage({ viewport: { width: 1280, height: 1120 }, colorScheme: 'light' })
  await page.goto(registry.url)
  await page.screenshot({ path: TABLE })
  console.log(TABLE)

  const chat = await browser.newPage({ viewport: { width: 1280, height: 860 } })
  await chat.goto(playground.url)
  await chat.getByRole('button', { name: 'Find ultrasound data' }).click()
  await chat.keyboard.press('Enter')
  await chat.getByRole('heading', { name: 'Ultrasound: ' }).waitFor()
  await chat.getByRole('combobox', { name: 'Message #general' }).fill('/covid-data s')
  await chat.getByRole('option', { name: '/covid-data submit' }).waitFor()
  await chat.screenshot({ path: PLAYGROUND })
  console.log(PLAYGROUND)
} finally {
  await Promise.all([playground.close(), registry.stop(), server.close()])
  rmSync(scratch, { recursive: true })
}
