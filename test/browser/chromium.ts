// Chromium out of npm: nothing is downloaded, and nothing that it asks for leaves this machine.

import chromium from '@sparticuz/chromium'
import { type BrowserServer, chromium as driver } from 'playwright-core'

/** Flags of our own: `chromium.args` has --single-process, which ends the browser with its second context. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** In milliseconds: a machine that is busy takes its time. */
const PATIENCE = 180_000

export const startBrowser = async (): Promise<BrowserServer> =>
  driver.launchServer({
    executablePath: await chromium.executablePath(),
    args: FLAGS,
    headless: true,
    timeout: PATIENCE,
  })
