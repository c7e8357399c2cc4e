import type { APIInteractionResponse, APIMessageTopLevelComponent } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { renderResponse } from '../../playground/terminal/terminal.ts'

const message = (...components: APIMessageTopLevelComponent[]): APIInteractionResponse => ({
  type: 4,
  data: { flags: 32768, components },
})
const rendered = (content: string) => renderResponse(message({ type: 10, content }))

describe('markdown', () => {
  it.each([
    ['# Title', 'Title'],
    ['# Title\nText', 'Title\nText'],
    ['Text\n## Title\n\nText', 'Text\nTitle\n\nText'],
    [
      '**bold** *slanted* __underlined__ ~~struck~~ ||hidden||',
      'bold slanted underlined ~~struck~~ ||hidden||',
    ],
    ['-# small **print**\n-# more', 'small print\nmore'],
    ['[BIMCV](https://a.example/b_(c))', 'BIMCV <https://a.example/b_(c)>'],
    ['**[BIMCV](<https://a.example>)**, next', 'BIMCV <https://a.example>, next'],
    ['[https://a.example](https://a.example)', 'https://a.example'],
    ['see https://a.example/a_b_c.', 'see https://a.example/a_b_c.'],
    ['<https://a.example>', 'https://a.example'],
    ['\\*not\\* \\_slanted\\_ 1\\. a\\-b \\[x\\]', '*not* _slanted_ 1. a-b [x]'],
    ['\\# no title', '# no title'],
    ['snake_case_name 2 * 3 * 4', 'snake_case_name 2 * 3 * 4'],
    ['- one\n- **two**\n  - three\n1. four', '- one\n- two\n  - three\n1. four'],
    ['> quoted\n> twice\nnot', '> quoted\n> twice\nnot'],
    ['`a *b*`', '`a *b*`'],
    ['```bibtex\n@article{a,\n  title = {*b*}\n}\n```', '```bibtex\n@article{a,\n  title = {*b*}\n}\n```'],
    ['<t:1609459200:D>', '1 January 2021'],
    ['<t:1609459200>', '1 January 2021 at 00:00 UTC'],
    ['<t:1609459200:R>', '1 January 2021 at 00:00 UTC'],
    ['<t:1609459200:d> <t:1609459200:t>', '01/01/2021 00:00 UTC'],
    ['</covid-data search:1170000000000000400>', '/covid-data search'],
    [
      '<@1170000000000000001> <#1170000000000000201> <:ok:1170000000000000401> 🔎',
      '@1170000000000000001 #1170000000000000201 :ok: 🔎',
    ],
    ['a\n\n\nb', 'a\n\n\nb'],
    ['from here \u001b[31mred\u0007', 'from here [31mred'],
  ])('%j', (content, text) => {
    expect(rendered(content)).toBe(text)
  })
})

const card = message(
  {
    type: 17,
    accent_color: 1,
    components: [
      { type: 10, content: '## Ultrasound\n2 resources' },
      { type: 14 },
      {
        type: 9,
        components: [
          { type: 10, content: '**POCUS** by ETH' },
          { type: 10, content: '-# CT no, MRT unknown' },
        ],
        accessory: { type: 2, style: 5, label: 'Open', url: 'https://a.example' },
      },
      { type: 14, divider: false },
      {
        type: 9,
        components: [{ type: 10, content: 'BIMCV' }],
        accessory: { type: 11, media: { url: 'https://a.example/a.png' }, description: 'A lung' },
      },
      {
        type: 1,
        components: [
          { type: 2, style: 2, label: 'Previous', custom_id: 'p', disabled: true },
          { type: 2, style: 2, label: 'Next', emoji: { name: '▶️' }, custom_id: 'n' },
        ],
      },
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 's',
            placeholder: 'Show one',
            options: [
              { label: 'POCUS', value: 'pocus', description: 'ETH', default: true },
              { label: 'BIMCV', value: 'bimcv' },
            ],
          },
        ],
      },
    ],
  },
  { type: 1, components: [{ type: 5, custom_id: 'u' }] },
  { type: 12, items: [{ media: { url: 'https://a.example/b.png' } }] },
  { type: 13, file: { url: 'attachment://a.csv' } },
)

const CARD = `Ultrasound
2 resources
────────────────────────────────────────
POCUS by ETH
CT no, MRT unknown
[Open: https://a.example]

BIMCV
[image A lung: https://a.example/a.png]
[Previous (disabled)] [▶️ Next]
Show one:
  * POCUS (ETH)
  - BIMCV

Choose:
  (any user)
[image: https://a.example/b.png]
[file: attachment://a.csv]`

describe('a message', () => {
  it('is all there, in reading order', () => {
    expect(renderResponse(card)).toBe(CARD)
  })

  it('has styles only when asked', () => {
    expect(renderResponse(card)).not.toContain('\u001b')
    const [title, , rule, who, cells] = renderResponse(card, { colour: true }).split('\n')
    expect([title, rule, who, cells]).toEqual([
      '\u001b[1mUltrasound\u001b[0m',
      `\u001b[2m${'─'.repeat(40)}\u001b[0m`,
      '\u001b[1mPOCUS\u001b[0m by ETH',
      '\u001b[2mCT no, MRT unknown\u001b[0m',
    ])
  })

  it('keeps an outer style around an inner one', () => {
    expect(renderResponse(message({ type: 10, content: '# a *b* c' }), { colour: true })).toBe(
      '\u001b[1ma \u001b[0m\u001b[1;3mb\u001b[0m\u001b[1m c\u001b[0m',
    )
  })

  it('says that it is private', () => {
    expect(renderResponse({ type: 4, data: { content: 'Hello', flags: 64 } })).toBe(
      'Hello\n(only you can see this)',
    )
    expect(renderResponse({ type: 7, data: { content: 'Hello' } }, { isPrivate: true })).toBe(
      'Hello\n(only you can see this)',
    )
  })

  it('may be content, embeds and rows', () => {
    const embed = {
      title: 'Title',
      url: 'https://a.example',
      description: '**Text**',
      author: { name: 'Ana' },
      fields: [{ name: 'CT', value: 'yes' }],
      image: { url: 'https://a.example/a.png' },
      footer: { text: 'Foot' },
    }
    const row = {
      type: 1 as const,
      components: [{ type: 2 as const, style: 1 as const, label: 'Go', custom_id: 'g' }],
    }
    expect(
      renderResponse({ type: 4, data: { content: 'Hello', embeds: [embed], components: [row] } }),
    ).toBe(`Hello
Ana
Title <https://a.example>
Text
CT
yes
[image: https://a.example/a.png]
Foot
[Go]`)
  })
})

describe('other answers', () => {
  it.each<[string, APIInteractionResponse, string]>([
    ['a deferral', { type: 5, data: { flags: 64 } }, 'The answer comes later.\n(only you can see this)'],
    ['a deferred update', { type: 6 }, 'The message may change later.'],
    ['a pong', { type: 1 }, 'Pong.'],
    ['no suggestions', { type: 8, data: { choices: [] } }, 'No suggestions.'],
    [
      'suggestions',
      {
        type: 8,
        data: {
          choices: [
            { name: 'BIMCV', value: 'bimcv' },
            { name: 'ct', value: 'ct' },
          ],
        },
      },
      '- BIMCV (bimcv)\n- ct',
    ],
  ])('%s', (_, response, text) => {
    expect(renderResponse(response)).toBe(text)
  })

  it('a form shows what it asks, and what stands there already', () => {
    const options = [
      { label: 'CT', value: 'ct', default: true },
      { label: 'MRT', value: 'mrt', description: 'or MRI' },
    ]
    expect(
      renderResponse({
        type: 9,
        data: {
          custom_id: 'f',
          title: 'Suggest',
          components: [
            { type: 10, content: '**Please** fill in' },
            {
              type: 18,
              label: 'Name',
              description: 'As printed',
              component: { type: 4, custom_id: 'n', style: 1, value: 'BIMCV' },
            },
            {
              type: 18,
              label: 'Notes',
              component: { type: 4, custom_id: 'o', style: 2, required: false, placeholder: 'Anything' },
            },
            {
              type: 18,
              label: 'Types',
              component: { type: 3, custom_id: 't', options, placeholder: 'Pick some' },
            },
            { type: 18, label: 'One', component: { type: 21, custom_id: 'r', options } },
            { type: 18, label: 'Sure?', component: { type: 23, custom_id: 'b' } },
            {
              type: 18,
              label: 'File',
              component: { type: 19, custom_id: 'x', max_values: 2, required: false },
            },
            { type: 18, label: 'Who', component: { type: 5, custom_id: 'w' } },
          ],
        },
      }),
    ).toBe(`Form: Suggest
Please fill in
Name (required)
  As printed
  [BIMCV]
Notes
  Anything
  []
Types (required)
  Pick some
  * CT
  - MRT (or MRI)
One (required)
  * CT
  - MRT (or MRI)
Sure?
  [ ]
File
  (up to 2 files)
Who (required)
  (any user)`)
  })
})
