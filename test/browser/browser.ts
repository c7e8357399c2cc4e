// A page in a real Chromium, and what is wrong with it.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Result } from 'axe-core'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'

export const REGISTRY = inject('registryUrl')
export const DISCORD = inject('discordUrl')

/** A phone, and a desk. */
export const WIDTHS = [360, 1280] as const
/** Each width and each theme once: colours do not depend on the width. */
export const LOOKS = [
  [360, 'light'],
  [1280, 'dark'],
] as const

export interface Visit {
  /** The origin of what is visited; the registry's, unless it is another one. */
  readonly home?: string
  readonly width?: number
  readonly theme?: 'light' | 'dark'
  readonly javaScript?: boolean
}

/** How long anything is waited for, in milliseconds: the machine may be busy. */
export const PATIENCE = 120_000

let connected: Promise<Browser> | undefined
let visitors = 0

/** Someone with a browser of their own: no cookies yet, and an address that nobody has sent anything in from. */
export async function visit({
  home = REGISTRY,
  width = 1280,
  theme = 'light',
  javaScript = true,
}: Visit = {}): Promise<Visitor> {
  connected ??= chromium.connect(inject('browserUrl'))
  visitors += 1
  const context = await (await connected).newContext({
    baseURL: home,
    viewport: { width, height: 800 },
    colorScheme: theme,
    // What is looked at, or clicked, stands still.
    reducedMotion: 'reduce',
    javaScriptEnabled: javaScript,
    extraHTTPHeaders: {
      'CF-Connecting-IP': `2001:db8:${(process.pid % 0x10000).toString(16)}:${visitors.toString(16)}::1`,
    },
  })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    const { origin } = new URL(request.url())
    if (![home, REGISTRY, DISCORD].includes(origin)) complaints.push(`asked elsewhere: ${request.url()}`)
  })
  return { context, page, complaints, leave: () => context.close() }
}

export interface Visitor {
  readonly context: BrowserContext
  readonly page: Page
  /** What the browser complained of, and every request that went neither there nor to the registry or its Discord. */
  readonly complaints: string[]
  leave(): Promise<void>
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A fifth of what counts as good (0.1): a browser that is busy may draw a page before all of it has arrived. */
const MOST_SHIFT = 0.02

/** All layout shifts so far, in the unit of the Layout Instability API. */
const LAYOUT_SHIFT = `new Promise((resolve) => {
  let sum = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.hadRecentInput ? 0 : entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 50)
})`

/** What axe finds wrong, what has moved while the page loaded, and what stands out of the page sideways. Nothing is expected. */
export async function faultsOf({ page }: Visitor): Promise<string[]> {
  // By the debugger, which no policy of the page keeps out. A page that is looked at again has it still.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE)
  // What was found to be right stays in the browser.
  const violations = await page.evaluate<Result[]>(
    "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)",
  )
  const sideways = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  const shift = Number(await page.evaluate(LAYOUT_SHIFT))
  return [
    ...violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html} ${failureSummary ?? ''}`),
    ),
    ...(shift > MOST_SHIFT ? [`what was shown has moved by itself: ${shift}`] : []),
    ...(Number(sideways) > 0 ? [`wider than the window by ${sideways} pixels`] : []),
  ]
}

const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }))

/** What is wrong with the text of a page as HTML. */
export async function mistakesIn(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column, selector }) =>
        `${ruleId}: ${message} at ${line}:${column} ${selector ?? ''}`,
    ),
  )
}
