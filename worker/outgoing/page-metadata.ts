import type { PageMetadata } from '../domain/look-up/page.ts'
import { decoded } from '../domain/look-up/words.ts'

/** More is not kept of a page: a data set's JSON-LD is some kilobytes. */
const MOST_CHARACTERS = 200_000
const MOST_TAGS = 200

/** What the first bytes of a page's HTML say of it. `type` is its Content-Type, with the encoding. */
export async function pageMetadata(html: Uint8Array, type: string | null): Promise<PageMetadata> {
  let title = ''
  let kept = 0
  const meta: [string, string][] = []
  const jsonLd: string[] = []
  const keep = (text: string): string => {
    const rest = text.slice(0, Math.max(0, MOST_CHARACTERS - kept))
    kept += rest.length
    return rest
  }
  const rewriter = new HTMLRewriter()
    .on('title', {
      text({ text }) {
        title += keep(text)
      },
    })
    .on('meta[content]', {
      element(element) {
        const name = element.getAttribute('name') ?? element.getAttribute('property')
        const content = element.getAttribute('content')
        if (name !== null && content !== null && meta.length < MOST_TAGS)
          meta.push([name.trim().toLowerCase(), keep(decoded(content))])
      },
    })
    .on('script[type="application/ld+json" i]', {
      element() {
        jsonLd.push('')
      },
      text({ text }) {
        jsonLd.push((jsonLd.pop() ?? '') + keep(text))
      },
    })
  const headers = { 'Content-Type': 'text/html; charset=utf-8' }
  try {
    await rewriter.transform(new Response(decodedText(html, type), { headers })).arrayBuffer()
  } catch {
    // The parser gives up on some pages, such as of 50,000 open elements. What it read before that stands.
  }
  return { title: decoded(title), meta, jsonLd }
}

/** A text in the encoding of a Content-Type; in UTF-8 where that names none, or one that nobody knows. */
function decodedText(bytes: Uint8Array, type: string | null): string {
  const encoding = /;\s*charset="?([\w:.-]+)/i.exec(type ?? '')?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
