// A whole registry with its stand-in Discord, and a browser, once for all browser tests.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { localKeys } from '../../bot/cli/keys.ts'
import { freePort } from '../../worker/cli/local/ports.ts'
import { bootRegistry } from '../playground/boot.ts'
import { copyMigrated } from '../support/state.ts'
import { startBrowser } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the registry answers. */
    readonly registryUrl: string
    readonly discordUrl: string
    /** Where the browser does. */
    readonly browserUrl: string
    /** The folder of the registry's database. */
    readonly persistTo: string
    /** The folder of the stand-in Discord's key. */
    readonly keysIn: string
  }
}

export default async function setup(project: TestProject) {
  const scratch = mkdtempSync(join(tmpdir(), 'registry-browser-'))
  const [persistTo, keysIn] = [join(scratch, 'state'), join(scratch, 'keys')]
  await copyMigrated(persistTo)
  const [registry, browser] = await Promise.all([
    bootRegistry(localKeys(keysIn), { port: await freePort(), persistTo }),
    startBrowser(),
  ])
  project.provide('registryUrl', registry.url)
  project.provide('discordUrl', registry.discordUrl)
  project.provide('browserUrl', browser.wsEndpoint())
  project.provide('persistTo', persistTo)
  project.provide('keysIn', keysIn)
  return async () => {
    await Promise.all([registry.stop(), browser.close()])
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10 })
  }
}
