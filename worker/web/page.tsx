// The frame of every page, and the response that carries it.

import type { Context } from 'hono'
import { REGISTRY } from '../../schema/vocabulary.ts'
import type { AppEnv, Env } from '../env.ts'
import { answerCacheable } from '../http/conditional.ts'
import { inviteLinks } from '../http/invite-links.ts'
import type { FailureStatus } from '../http/status.ts'
import { readOnlyIn } from '../settings.ts'
import { MARK } from './assets/mark.ts'
import { type Child, raw } from './jsx.ts'
import { IconShapes } from './parts/icon.tsx'

/** The pages in the navigation. */
const SECTIONS = [
  { path: '/', label: 'Data sets' },
  { path: '/history', label: 'History' },
  { path: '/about', label: 'About' },
  { path: '/docs', label: 'API' },
  { path: '/submit', label: 'Suggest', rest: ' a data set' },
] as const
type Section = (typeof SECTIONS)[number]['path'] | '/review'

export interface Content {
  /** Without the registry's name. */
  readonly title: string
  /** For search engines and previews. */
  readonly description: string
  /** The section that the navigation marks as current. */
  readonly section?: Section
  /** More elements of the head: alternates, previews, linked data. */
  readonly head?: Child | Promise<Child>
  /** Beside the main part on a wide screen, before it on a narrow one. */
  readonly aside?: Child
  readonly main: Child
}

/** The whole document. */
async function page(content: Content, env: Env): Promise<string> {
  const frame = Frame({
    ...content,
    head: await content.head,
    invitation: invitationTo(env),
    readOnly: readOnlyIn(env),
    version: env.VERSION.id,
  })
  return `<!DOCTYPE html>\n${frame.text}`
}

/** Where Discord asks to which server the bot is added; undefined while the registry has no application. */
function invitationTo({ DISCORD_APPLICATION_ID }: Env): string | undefined {
  const id = DISCORD_APPLICATION_ID.trim()
  return id === '' ? undefined : inviteLinks(id).server
}

/** Browsers keep files for a while; with a deployment they ask anew. */
const fileAddress = (name: string, version: string) => `/${name}?v=${version.slice(0, 8)}`

interface FrameProps extends Content {
  readonly head: Child
  readonly invitation: string | undefined
  readonly readOnly: string | undefined
  readonly version: string
}

function Frame({
  title,
  description,
  section,
  head,
  aside,
  main,
  invitation,
  readOnly,
  version,
}: FrameProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>{title === '' ? `${REGISTRY.name} · ${REGISTRY.title}` : `${title} · ${REGISTRY.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={fileAddress('style.css', version)} />
        <link rel="icon" type="image/svg+xml" href={fileAddress('icon.svg', version)} />
        <link rel="alternate" type="application/atom+xml" title="Latest changes" href="/feed.atom" />
        <script src={fileAddress('script.js', version)} defer />
        {head}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header>
          <a class="brand" href="/">
            <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
              {raw(MARK)}
            </svg>
            {REGISTRY.name}
          </a>
          <nav class="sections" aria-label="Registry">
            <ul>
              {SECTIONS.map(({ path, label, ...more }) => (
                <li>
                  <a href={path} aria-current={path === section ? 'page' : undefined}>
                    {label}
                    {'rest' in more && <span class="rest">{more.rest}</span>}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {invitation !== undefined && (
            <a class="button main add" href={invitation} rel="noreferrer">
              Add to Discord
            </a>
          )}
        </header>
        <div class={aside === undefined ? 'frame' : 'frame with-aside'}>
          {aside}
          <main id="main" tabindex={-1}>
            {readOnly !== undefined && (
              <p class="notice warning">The registry takes no changes at the moment: {readOnly}</p>
            )}
            {main}
          </main>
        </div>
        <footer>
          <p>
            The facts here are free to use (
            <a href={REGISTRY.license.url} rel="license">
              {REGISTRY.license.spdx}
            </a>
            ). Each data set keeps its own licence.
          </p>
          <p>{REGISTRY.caution}</p>
          <p>
            <a href="/feed.atom">Feed of changes</a> · <a href="/privacy">Privacy</a> ·{' '}
            <a href="/review">For maintainers</a>
            {invitation !== undefined && (
              <>
                {' '}
                ·{' '}
                <a href={invitation} rel="noreferrer">
                  Add to Discord
                </a>
              </>
            )}
          </p>
        </footer>
        <IconShapes />
      </body>
    </html>
  )
}

const HTML = 'text/html; charset=UTF-8'

interface PublicPageOptions {
  /** Last change of the page's data, ISO 8601. */
  readonly changedAt?: string | undefined
  readonly headers?: { readonly [name: string]: string }
}

/** Answers with a public page: caches keep it for a minute, then revalidate it by its ETag. */
export async function answerPage(
  c: Context<AppEnv>,
  content: Content,
  options: PublicPageOptions = {},
): Promise<Response> {
  const html = await page(content, c.env)
  return answerCacheable(c, { ...options, type: HTML, identity: html }, () => html)
}

/** Answers with a page for one reader: no cache keeps it, no search engine lists it. */
export async function answerPrivate(
  c: Context<AppEnv>,
  content: Content,
  status: 200 | 410 | FailureStatus = 200,
  headers: { readonly [name: string]: string } = {},
): Promise<Response> {
  const head = (
    <>
      <meta name="robots" content="noindex" />
      {await content.head}
    </>
  )
  return c.body(await page({ ...content, head }, c.env), status, {
    ...headers,
    'Content-Type': HTML,
    'Cache-Control': 'no-store',
  })
}
