// `npm run screenshot`: the picture that the README opens with, of the registry as `npm start` has it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium as driver } from 'playwright-core'
import { bootRegistry } from '../../bot/local/boot.ts'
import { localKeys } from '../../bot/local/keys.ts'
import { freePort } from '../../bot/local/ports.ts'
import { startBrowser } from './chromium.ts'

const FILE = join(import.meta.dirname, 'table.png')

const scratch = mkdtempSync(join(tmpdir(), 'registry-screenshot-'))
const [registry, server] = await Promise.all([
  bootRegistry(localKeys(scratch), { port: await freePort(), persistTo: scratch }),
  startBrowser(),
])
try {
  const browser = await driver.connect(server.wsEndpoint())
  const page = await browser.newPage({ viewport: { width: 1280, height: 1120 }, colorScheme: 'light' })
  await page.goto(registry.url)
  await page.screenshot({ path: FILE })
  console.log(FILE)
} finally {
  await Promise.all([registry.stop(), server.close()])
  rmSync(scratch, { recursive: true })
}
