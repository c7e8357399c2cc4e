// What every page has: its frame, and how it is answered.

import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { REGISTRY } from '../../schema/vocabulary.ts'
import type { AppEnv } from '../env.ts'
import { answerCacheable } from '../http/conditional.ts'
import type { FailureStatus } from '../http/status.ts'
import { icon } from './assets/icon.ts'
import { script } from './assets/script.ts'
import { stylesheet } from './assets/stylesheet.ts'

/** The pages that every page leads to. */
const SECTIONS = [
  { path: '/', label: 'Table' },
  { path: '/history', label: 'History' },
  { path: '/about', label: 'About' },
  { path: '/docs', label: 'API' },
  { path: '/submit', label: 'Suggest a data set' },
] as const
type Section = (typeof SECTIONS)[number]['path'] | '/review'

export interface Content {
  /** Without the registry's own name. */
  readonly title: string
  /** For search engines and previews. */
  readonly description: string
  /** Where in the registry the page is. */
  readonly section?: Section
  /** What else its head has: alternates, previews, data for programs. */
  readonly head?: Child
  /** Beside the main part on a wide screen, before it on a narrow one. */
  readonly aside?: Child
  readonly main: Child
}

/** The whole document as text. The nonce of the request, which no two pages share, is still to be filled in. */
export async function page(content: Content): Promise<string> {
  const [style, code, picture] = await Promise.all([stylesheet.address(), script.address(), icon.address()])
  return `<!DOCTYPE html>\n${await (<Frame {...content} addresses={{ style, code, picture }} />).toString()}`
}

interface FrameProps extends Content {
  readonly addresses: { readonly style: string; readonly code: string; readonly picture: string }
}

function Frame({ title, description, section, head, aside, main, addresses }: FrameProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{title === '' ? REGISTRY.title : `${title} · ${REGISTRY.title}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={addresses.style} />
        <link rel="icon" type="image/svg+xml" href={addresses.picture} />
        <link rel="alternate" type="application/atom+xml" title="Latest changes" href="/feed.atom" />
        <script nonce="" src={addresses.code} defer />
        {head}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header>
          <a class="brand" href="/">
            {REGISTRY.title}
          </a>
          <nav aria-label="Registry">
            <ul>
              {SECTIONS.map(({ path, label }) => (
                <li>
                  <a href={path} aria-current={path === section ? 'page' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <div class={aside === undefined ? 'frame' : 'frame with-aside'}>
          {aside}
          <main id="main" tabindex={-1}>
            {main}
          </main>
        </div>
        <footer>
          <p>
            The table’s facts are free for all (
            <a href={REGISTRY.license.url} rel="license">
              {REGISTRY.license.spdx}
            </a>
            ). Each data set keeps its own licence.
          </p>
          <p>{REGISTRY.caution}</p>
          <p>
            <a href="/feed.atom">Feed of changes</a> · <a href="/review">For maintainers</a>
          </p>
        </footer>
      </body>
    </html>
  )
}

/** What a script of ours begins with. No text of others can hold it: there both signs are escaped. */
const UNFILLED = '<script nonce=""'

/** Filled in where the page is sent, after it was told from others by its text. */
const withNonce = (c: Context<AppEnv>, html: string): string =>
  html.replaceAll(UNFILLED, `<script nonce="${c.get('secureHeadersNonce') ?? ''}"`)

const HTML = 'text/html; charset=UTF-8'

/** A page that is the same for everyone who asks now: kept for a minute, and asked for again at the price of a header. */
export const answerHtml = (c: Context<AppEnv>, html: string, how: PublicPage = {}): Promise<Response> =>
  answerCacheable(c, { ...how, type: HTML, identity: html }, () => withNonce(c, html))

export interface PublicPage {
  /** When what it tells of last changed, ISO 8601. */
  readonly changedAt?: string | undefined
  readonly headers?: { readonly [name: string]: string }
}

export const answerPage = async (
  c: Context<AppEnv>,
  content: Content,
  how: PublicPage = {},
): Promise<Response> => answerHtml(c, await page(content), how)

/** A page for one reader, or of one moment: nobody keeps it, no search engine lists it. */
export async function answerPrivate(
  c: Context<AppEnv>,
  content: Content,
  status: 200 | 410 | FailureStatus = 200,
  headers: { readonly [name: string]: string } = {},
): Promise<Response> {
  const head = (
    <>
      <meta name="robots" content="noindex" />
      {content.head}
    </>
  )
  return c.body(withNonce(c, await page({ ...content, head })), status, {
    ...headers,
    'Content-Type': HTML,
    'Cache-Control': 'no-store',
  })
}
