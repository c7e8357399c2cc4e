import { parse } from 'discord-markdown-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { address, asTyped, codeBlock, label, link, plain } from '../../../../bot/cards/kit/markdown.ts'

interface Node {
  readonly type: string
  readonly content?: string | readonly Node[]
  readonly target?: string
  /** Of an emoji. */
  readonly name?: string
}

/** What Discord makes of markdown, by a parser of the kind that Discord uses. */
const nodes = (markdown: string) => parse(markdown, 'extended') as readonly Node[]

const shown = (nodes: readonly Node[]): string =>
  nodes
    .map(({ content, name }) =>
      typeof content === 'string' ? content : content ? shown(content) : (name ?? ''),
    )
    .join('')

const kinds = (content: readonly Node[]): string[] =>
  content.flatMap((node) => [node.type, ...(Array.isArray(node.content) ? kinds(node.content) : [])])

/** An emoji is only drawn, as it is in text. */
const isPlain = (kind: string) => kind === 'text' || kind === 'twemoji'

/** Text as people might enter it, rich in what markdown takes for signs. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'\\*_~`|<>[]()#-+.:@!'.split('')),
      fc.constantFrom(
        '# ',
        '-# ',
        '- ',
        '1. ',
        '> ',
        '>>> ',
        '```',
        '||',
        '~~',
        '**',
        '__',
        '@everyone',
        '@here',
      ),
      fc.constantFrom(
        'https://x.example',
        '<@1>',
        '<#1>',
        '<t:1:R>',
        '<:a:1>',
        '</a:1>',
        'discord.gg/x',
        'a_b',
        ':smile:',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.constantFrom('a', 'B', '7', ' ', '新', 'م', '👩‍👩‍👧'),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '' && !/[\u2068\u2069]/.test(text))

const typed = (text: string) => text.replace(/\s+/g, ' ').trim()

it('text that is shown is read again as it was typed', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      // A mark of small print, and signs that isolate, are none of what is typed.
      fc.pre(!/^\s*-# |[\u2068\u2069]/.test(text))
      expect(asTyped(`-# ${plain(text, 2 * text.length + 2)}`)).toBe(typed(text))
    }),
  )
})

describe('text that others wrote', () => {
  it('shows as it was typed', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = nodes(plain(text, 10_000))
        expect(shown(read).replace(/[\u2068\u2069]/g, '')).toBe(typed(text))
        expect(kinds(read).filter((kind) => !isPlain(kind))).toEqual([])
      }),
    )
  })

  it('is cut between characters, to no more than what was allowed', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 3, max: 30 }), (text, max) => {
        const cut = plain(text, max)
        expect(cut.length).toBeLessThanOrEqual(max)
        expect(cut.isWellFormed()).toBe(typed(text).isWellFormed())
        const read = shown(nodes(cut)).replace(/[\u2068\u2069]/g, '')
        expect(typed(text).startsWith(read.replace(/…$/, ''))).toBe(true)
      }),
    )
  })

  it.each([
    ['a name that fits', 'COVID-CT', 20, 'COVID-CT'],
    ['a name that does not', 'COVID-CT-Dataset', 9, 'COVID-CT…'],
    ['a family of emoji', '👩‍👩‍👧👩‍👩‍👧', 9, '👩‍👩‍👧…'],
    ['a letter with its accent apart', `e\u0301`.repeat(4), 5, `e\u0301e\u0301…`],
    ['several lines', 'a\n  b\tc', 20, 'a b c'],
  ])('as a label: %s', (_, text, max, expected) => {
    expect(label(text, max)).toBe(expected)
  })

  it('from right to left stands isolated from what is around it', () => {
    expect(plain('جامعة القاهرة', 100)).toBe('\u2068جامعة القاهرة\u2069')
    expect(plain('A word', 100)).toBe('A word')
  })
})

describe('a link', () => {
  it('shows its name and leads to its address', () => {
    fc.assert(
      fc.property(anyText, fc.webUrl({ withQueryParameters: true, withFragments: true }), (name, url) => {
        const read = nodes(link(name, url, 10_000))
        expect(shown(read).replace(/[\u2068\u2069]/g, '')).toBe(typed(name))
        const [only] = read
        if (only?.type === 'link')
          expect(new URL(only.target ?? '').href).toBe(new URL(url.replace(/[()'[\]]/g, encode)).href)
      }),
    )
  })

  it('keeps an address with brackets whole', () => {
    expect(link('A paper', 'https://doi.org/10.1016/S2589-7500(24)00146-8', 100)).toBe(
      '[A paper](https://doi.org/10.1016/S2589-7500%2824%2900146-8)',
    )
  })

  it('is plain text where Discord would not read it as a link', () => {
    expect(link('A [b] c', 'https://x.example', 100)).toBe('A \\[b\\] c')
    expect(link('https://bank.example', 'https://x.example', 100)).toBe('https\\://bank.example')
  })
})

describe('an address that shows itself', () => {
  it('leads to where it says', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const [only, ...more] = nodes(address(url, 10_000) ?? '')
        expect(more).toEqual([])
        expect(only?.type).toBe('autolink')
        expect(new URL(only?.target ?? '').href).toBe(new URL(url.replace(/[()'[\]]/g, encode)).href)
      }),
    )
  })

  it.each([
    'README of the repository',
    'https://x.example README',
    'javascript:alert(1)',
    'https://',
    `https://x.example/${'x'.repeat(100)}`,
  ])('is none where there is %j, or no room', (text) => {
    expect(address(text, 100)).toBeUndefined()
  })
})

const encode = (sign: string) => `%${sign.charCodeAt(0).toString(16)}`

describe('a block to copy from', () => {
  it('is not ended by what is in it', () => {
    const [only, ...more] = nodes(codeBlock('a ``` b ```` c'))
    expect(more).toEqual([])
    expect(only?.type).toBe('codeBlock')
    expect(String(only?.content).replaceAll('\u200b', '')).toContain('a ``` b ```` c')
  })
})
