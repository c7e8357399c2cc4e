// GET /docs: content that was prepared, in the frame of all pages.

import type { Context } from 'hono'
import type { AppEnv } from '../../env.ts'
import { preparedAt } from '../../http/prepared-at.ts'
import { markupOf, raw } from '../jsx.ts'
import { answerPage } from '../page.tsx'

/** HTML, except `lead`, which is plain text. */
export interface DocsContent {
  readonly lead: string
  readonly aside: string
  readonly main: string
}

/** As it was read last, which takes milliseconds. */
let read: { readonly text: string; readonly content: DocsContent } | undefined

export async function docs(c: Context<AppEnv>): Promise<Response> {
  const text = await preparedAt(c, 'docs.json', markupOf)
  if (read?.text !== text) read = { text, content: JSON.parse(text) }
  const { lead, aside, main } = read.content
  return answerPage(c, {
    title: 'HTTP API',
    section: '/docs',
    description: `The HTTP API in full. ${lead}`,
    aside: raw(aside),
    main: raw(main),
  })
}
