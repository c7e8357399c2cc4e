// A page as a browser's parser takes it apart.

export interface Element {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  /** All text within, as written: entities are not decoded. */
  text: string
}

const VOID = new Set(['meta', 'link', 'wbr', 'br', 'hr', 'img', 'input'])

/** Every element in the order of the page. */
export async function elementsOf(page: Response): Promise<readonly Element[]> {
  const all: Element[] = []
  const open: Element[] = []
  const parsed = new HTMLRewriter()
    .on('*', {
      element(given) {
        const element = { tag: given.tagName, attributes: Object.fromEntries(given.attributes), text: '' }
        all.push(element)
        if (VOID.has(given.tagName)) return
        open.push(element)
        given.onEndTag(() => {
          open.pop()
        })
      },
    })
    .onDocument({
      text({ text }) {
        for (const element of open) element.text += text
      },
    })
    .transform(page)
  await parsed.text()
  return all
}

export const decode = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
