// What every page has: its frame, and the headers that keep it from loading anything that is not ours.

import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { REGISTRY } from '../../schema/vocabulary.ts'
import type { AppEnv } from '../env.ts'
import { styleAddress } from './stylesheet.ts'

export interface Content {
  readonly title: string
  /** For search engines and previews. */
  readonly description: string
  /** Beside the main part on a wide screen, before it on a narrow one. */
  readonly aside?: Child
  readonly main: Child
}

/** The whole document as text. */
export async function page(content: Content): Promise<string> {
  return `<!DOCTYPE html>\n${await (<Frame {...content} style={await styleAddress()} />).toString()}`
}

function Frame({ title, description, aside, main, style }: Content & { readonly style: string }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · ${REGISTRY.title}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={style} />
        <link rel="alternate" type="application/atom+xml" title="Latest changes" href="/feed.atom" />
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header>
          <p>{REGISTRY.title}</p>
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
        </footer>
      </body>
    </html>
  )
}

const SECURITY = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  // No address of ours goes elsewhere. Not `no-referrer`, which would make a form's own Origin null.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const

export const answerPage = (c: Context<AppEnv>, html: string, cacheControl: string): Response =>
  c.html(html, 200, { ...SECURITY, 'Cache-Control': cacheControl })
