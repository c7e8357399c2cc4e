// `npm run screenshot`: the pictures in the README, of the table and the playground as `npm start` has them.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
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

const { resolve } = createRequire(import.meta.url)
const fontFace = (family: string, weight: string, file: string) =>
  `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${readFileSync(file, 'base64')})}`

/** Like the fonts that readers have: Inter for the system's own, Charis SIL for Charter, Twemoji for icons in chat. */
const FONTS = [
  fontFace('Inter', '400 500', resolve('@fontsource/inter/files/inter-latin-400-normal.woff2')),
  fontFace('Inter', '600 700', resolve('@fontsource/inter/files/inter-latin-700-normal.woff2')),
  fontFace(
    'Charis SIL',
    '400 700',
    resolve('@fontsource/charis-sil/files/charis-sil-latin-700-normal.woff2'),
  ),
  fontFace('Twemoji', '400 700', resolve('twemoji-colr-font/twemoji.woff2')),
  ':root{--text:Inter,Twemoji;--display:"Charis SIL";font-family:Inter,Twemoji}',
].join('')

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
  const page = await browser.newPage({
    viewport: { width: 1280, height: 1120 },
    colorScheme: 'light',
    bypassCSP: true,
  })
  await page.goto(registry.url)
  await page.addStyleTag({ content: FONTS })
  await page.screenshot({ path: TABLE })
  console.log(TABLE)

  const chat = await browser.newPage({
    viewport: { width: 1280, height: 860 },
    colorScheme: 'dark',
    bypassCSP: true,
  })
  await chat.goto(playground.url)
  await chat.addStyleTag({ content: FONTS })
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
