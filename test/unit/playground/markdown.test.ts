// Discord's markdown as the playground shows it, and moments in the reader's language.

import { describe, expect, it } from 'vitest'
import { pieces } from '../../playground/page/message/markdown.ts'
import { moment } from '../../playground/page/message/moment.ts'

const text = (words: string) => ({ kind: 'text', text: words })

describe('markdown', () => {
  it.each([
    ['**a** _b_', [{ kind: 'strong', pieces: [text('a')] }, text(' '), { kind: 'em', pieces: [text('b')] }]],
    ['## Head\nBody', [{ kind: 'heading', level: 2, pieces: [text('Head')] }, text('Body')]],
    ['-# small', [{ kind: 'subtext', pieces: [text('small')] }]],
    ['`a*b*`', [{ kind: 'code', text: 'a*b*' }]],
    ['1\\. \\*no\\*', [text('1. *no*')]],
    ['<t:1795633521:R>', [{ kind: 'time', seconds: 1795633521, style: 'R' }]],
    ['<@1170000000000000001>', [{ kind: 'user', id: '1170000000000000001' }]],
    ['<#1170000000000000201>', [{ kind: 'channel', id: '1170000000000000201' }]],
    ['</covid-data ct:1170000000000000400>', [{ kind: 'command', path: 'covid-data ct' }]],
    ['[name](https://a.org)', [{ kind: 'link', url: 'https://a.org', pieces: [text('name')] }]],
    ['https://a.org/b', [{ kind: 'link', url: 'https://a.org/b', pieces: [text('https://a.org/b')] }]],
    [
      'Such as\n- one\n- **two**\nand\n1. three',
      [
        text('Such as'),
        {
          kind: 'list',
          isOrdered: false,
          items: [[text('one')], [{ kind: 'strong', pieces: [text('two')] }]],
        },
        text('and'),
        { kind: 'list', isOrdered: true, items: [[text('three')]] },
      ],
    ],
  ])('%j', (markdown, expected) => {
    expect(pieces(markdown)).toEqual(expected)
  })

  it('leads nowhere but to pages', () => {
    expect(JSON.stringify(pieces('[name](javascript:alert`1`) <mailto:a@b.org>'))).not.toContain('"link"')
  })

  it('has no lists inside code', () => {
    expect(pieces('```\n- one\n```')).toEqual([{ kind: 'codeBlock', text: '- one' }])
  })
})

describe('a moment', () => {
  // Noon where this runs: days are those of the reader.
  const at = new Date(2026, 10, 25, 12).getTime() / 1000
  const ago = (seconds: number, locale: string) => moment(at - seconds, 'R', locale, at * 1000)

  it('is told from now, in the language of the reader', () => {
    expect(ago(120, 'en-US')).toBe('2 minutes ago')
    expect(ago(-7200, 'de')).toBe('in 2 Stunden')
    expect(ago(86_400, 'de')).toBe('gestern')
  })

  it('is a date otherwise', () => {
    expect(moment(at, 'D', 'en-US')).toBe('November 25, 2026')
    expect(moment(at, 'D', 'de')).toBe('25. November 2026')
  })
})
