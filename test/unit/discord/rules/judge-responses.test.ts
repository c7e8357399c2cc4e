import { describe, expect, it } from 'vitest'
import { problemsOfResponse } from '../../../discord/rules/judge.ts'

const V2 = 32768
const text = (content = 'text') => ({ type: 10, content })
const texts = (count: number) => Array.from({ length: count }, () => text())
const button = (more: object = {}) => ({ type: 2, style: 2, label: 'Next', custom_id: 'next', ...more })
const link = (more: object = {}) => ({ type: 2, style: 5, label: 'Site', url: 'https://a.example', ...more })
const row = (...components: object[]) => ({ type: 1, components })
const container = (...components: object[]) => ({ type: 17, components })
const section = (...components: object[]) => ({ type: 9, components, accessory: link() })
const choice = (value: string, more: object = {}) => ({ label: value, value, ...more })
const select = (more: object = {}) => ({
  type: 3,
  custom_id: 'pick',
  options: [choice('a'), choice('b')],
  ...more,
})
const data = (more: object) => ({ flags: V2, allowed_mentions: { parse: [] }, ...more })
const message = (...components: object[]) => ({ type: 4, data: data({ components }) })
const legacy = (more: object) => ({ type: 4, data: { allowed_mentions: { parse: [] }, ...more } })
const update = (...components: object[]) => ({ type: 7, data: data({ components }) })
const label = (component: object) => ({ type: 18, label: 'Name', component })
const input = (more: object = {}) => ({ type: 4, custom_id: 'name', style: 1, ...more })
const modal = (...components: object[]) => ({
  type: 9,
  data: { custom_id: 'form', title: 'Form', components },
})
const completion = (...choices: object[]) => ({ type: 8, data: { choices } })

describe('what Discord takes', () => {
  // biome-ignore format: a row a rule
  it.each<[string, object, number]>([
    ['a pong', { type: 1 }, 1],
    ['a message', message(text()), 2],
    ['a private message', { type: 4, data: data({ flags: V2 | 64, components: [text()] }) }, 2],
    ['a message as text', legacy({ content: 'Hello' }), 2],
    ['a message with rows under text', legacy({ content: 'Hello', components: [row(button())] }), 2],
    ['an embed', legacy({ embeds: [{ title: 'Title', fields: [{ name: 'a', value: 'b' }] }] }), 2],
    [
      'all that a message can hold',
      message(
        container(
          text('# Title'),
          section(text()),
          {
            type: 9,
            components: texts(3),
            accessory: { type: 11, media: { url: 'https://a.example/a.png' } },
          },
          { type: 14, divider: true, spacing: 2 },
          { type: 12, items: [{ media: { url: 'https://a.example/a.png' } }] },
          row(button({ custom_id: '1' }), button({ custom_id: '2' }), link(), button({ custom_id: '4' }), link()),
          row(select({ min_values: 0, max_values: 2 })),
          row({ type: 5, custom_id: 'who', default_values: [{ type: 'user', id: '1' }] }),
        ),
        text(),
      ),
      2,
    ],
    ['40 components', message(container(...texts(39))), 2],
    ['4000 characters', message(text('a'.repeat(2000)), text('b'.repeat(2000))), 2],
    ['a button with an emoji alone', message(row(button({ label: undefined, emoji: { name: '🔎' } }))), 2],
    ['an emoji by id', message(row(button({ emoji: { id: '41771983423143937', animated: true } }))), 2],
    ['a premium button', message(row({ type: 2, style: 6, sku_id: '1' })), 2],
    ['a link into Discord', message(row(link({ url: 'discord://-/channels/@me' }))), 2],
    ['a deferral', { type: 5 }, 2],
    ['a private deferral', { type: 5, data: { flags: 64 } }, 3],
    ['a deferred update', { type: 6 }, 3],
    ['an update', update(text()), 3],
    ['no completion', completion(), 4],
    ['a completion', completion({ name: 'A', value: 'a' }, { name: 'B', value: 'b' }), 4],
    ['a completion with numbers', completion({ name: 'A', value: 1 }), 4],
    [
      'a modal',
      modal(
        text(),
        label(input({ min_length: 1, max_length: 10, value: 'abc', required: false })),
        label(select({ min_values: 0, required: false })),
        label({ type: 21, custom_id: 'r', options: [choice('a', { default: true }), choice('b')] }),
        label({
          type: 22,
          custom_id: 'c',
          options: [choice('a', { default: true }), choice('b', { default: true })],
        }),
      ),
      2,
    ],
    ['a modal with the rest', modal(label({ type: 19, custom_id: 'f', max_values: 3, file_types: ['image', '.csv'] }), label({ type: 23, custom_id: 'b', default: true }), row(input({ label: 'Name' }))), 3],
    ['keys that are undefined, which JSON leaves out', message({ ...text(), id: undefined }), 2],
  ])('%s', (_, response, interactionType) => {
    expect(problemsOfResponse(response, interactionType)).toEqual([])
  })
})

describe('what Discord refuses', () => {
  // biome-ignore format: a row a rule
  it.each<[string, unknown, number, string]>([
    ['no object', 'hello', 2, 'the whole: must be object'],
    ['nothing', undefined, 2, 'the whole: must be object'],
    ['no type', {}, 2, 'type: is undefined, must be one of 1, 4, 5, 6, 7, 8, 9'],
    ['an unknown type', { type: 3 }, 2, 'type: is 3, must be one of 1, 4, 5, 6, 7, 8, 9'],

    ['a key too many', { type: 1, data: {} }, 1, 'data: Discord knows no such key here'],
    ['a misspelt key', legacy({ contents: 'x' }), 2, 'data.contents: Discord knows no such key here'],
    ['a misspelt key deep inside', message(container(row(button({ lable: 'x' })))), 2, 'data.components[0].components[0].components[0].lable: Discord knows no such key here'],
    ['a misspelt key in an option', message(row(select({ options: [choice('a', { desc: 'x' })] }))), 2, 'data.components[0].components[0].options[0].desc: Discord knows no such key here'],
    ['a misspelt key in a modal', modal(label(input({ max: 3 }))), 2, 'data.components[0].component.max: Discord knows no such key here'],
    ['a misspelt key in a choice', completion({ name: 'a', value: 'b', label: 'c' }), 4, 'data.choices[0].label: Discord knows no such key here'],
    ['a component without type', message({ content: 'x' }), 2, 'data.components[0].type: is missing'],
    ['a component in the wrong place', message(container(container(text()))), 2, 'data.components[0].components[0].type: 17 does not belong here, only 1, 9, 10, 12, 13, 14'],
    ['a button outside a row', message(button()), 2, 'data.components[0].type: 2 does not belong here, only 1, 9, 10, 12, 13, 14, 17'],
    ['text in a row', message(row(text())), 2, 'data.components[0].components[0].type: 10 does not belong here, only 2, 3, 5, 6, 7, 8'],
    ['a section of four texts', message(section(...texts(4))), 2, 'data.components[0].components: holds more than 3'],
    ['an empty section', message(section()), 2, 'data.components[0].components: holds fewer than 1'],
    ['a section without accessory', message({ type: 9, components: [text()] }), 2, 'data.components[0].accessory: is missing'],
    ['an empty text', message(text('')), 2, 'data.components[0].content: has 0 characters, at least 1 are needed'],
    ['six buttons in a row', message(row(...Array.from({ length: 6 }, () => link()))), 2, 'data.components[0].components: holds more than 5'],
    ['an empty row', message(row()), 2, 'data.components[0].components: holds fewer than 1'],
    ['an empty container', message(container()), 2, 'data.components[0].components: holds fewer than 1'],
    ['a long custom_id', message(row(button({ custom_id: 'x'.repeat(101) }))), 2, 'data.components[0].components[0].custom_id: has 101 characters, at most 100 are allowed'],
    ['an empty custom_id', message(row(select({ custom_id: '' }))), 2, 'data.components[0].components[0].custom_id: has 0 characters, at least 1 are needed'],
    ['a long label', message(row(button({ label: 'x'.repeat(81) }))), 2, 'data.components[0].components[0].label: has 81 characters, at most 80 are allowed'],
    ['a label of 41 emojis, by UTF-16 units', message(row(button({ label: '🔎'.repeat(41) }))), 2, 'data.components[0].components[0].label: has 82 characters, at most 80 are allowed'],
    ['a long address', message(row(link({ url: `https://a.example/${'x'.repeat(512)}` }))), 2, 'data.components[0].components[0].url: has 530 characters, at most 512 are allowed'],
    ['no address', message(row(link({ url: 'a.example' }))), 2, 'data.components[0].components[0].url: must match format "uri"'],
    ['an unknown style', message(row(button({ style: 7 }))), 2, 'data.components[0].components[0].style: is 7, must be one of 1, 2, 3, 4, 5, 6'],
    ['26 options', message(row(select({ options: Array.from({ length: 26 }, (_, n) => choice(`${n}`)) }))), 2, 'data.components[0].components[0].options: holds more than 25'],
    ['no option', message(row(select({ options: [] }))), 2, 'data.components[0].components[0].options: holds fewer than 1'],
    ['a long option', message(row(select({ options: [choice('a', { label: 'x'.repeat(101) })] }))), 2, 'data.components[0].components[0].options[0].label: has 101 characters, at most 100 are allowed'],
    ['a long value', message(row(select({ options: [choice('x'.repeat(101), { label: 'a' })] }))), 2, 'data.components[0].components[0].options[0].value: has 101 characters, at most 100 are allowed'],
    ['a long description', message(row(select({ options: [choice('a', { description: 'x'.repeat(101) })] }))), 2, 'data.components[0].components[0].options[0].description: has 101 characters, at most 100 are allowed'],
    ['a long placeholder', message(row(select({ placeholder: 'x'.repeat(151) }))), 2, 'data.components[0].components[0].placeholder: has 151 characters, at most 150 are allowed'],
    ['more values than there can be', message(row(select({ max_values: 26 }))), 2, 'data.components[0].components[0].max_values: must be <= 25'],
    ['long content', legacy({ content: 'x'.repeat(2001) }), 2, 'data.content: has 2001 characters, at most 2000 are allowed'],
    ['eleven embeds', legacy({ embeds: Array.from({ length: 11 }, () => ({ title: 'a' })) }), 2, 'data.embeds: holds more than 10'],
    ['a long title', { type: 9, data: { custom_id: 'a', title: 'x'.repeat(46), components: [text()] } }, 2, 'data.title: has 46 characters, at most 45 are allowed'],
    ['an empty modal', modal(), 2, 'data.components: holds fewer than 1'],
    ['a section in a modal', modal(section(text())), 2, 'data.components[0].type: 9 does not belong here, only 1, 10, 18'],
    ['a button in a Label', modal(label(button())), 2, 'data.components[0].component.type: 2 does not belong here, only 3, 4, 5, 6, 7, 8, 19, 21, 22, 23'],
    ['a long Label', modal({ ...label(input()), label: 'x'.repeat(46) }), 2, 'data.components[0].label: has 46 characters, at most 45 are allowed'],
    ['26 choices', completion(...Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: 'a' }))), 4, 'data.choices: holds more than 25'],
    ['a long choice', completion({ name: 'x'.repeat(101), value: 'a' }), 4, 'data.choices[0].name: has 101 characters, at most 100 are allowed'],
    ['a choice without a name', completion({ name: '', value: 'a' }), 4, 'data.choices[0].name: has 0 characters, at least 1 are needed'],
    ['a completion without data', { type: 8 }, 4, 'data: is missing'],

    ['41 components', message(container(...texts(40))), 2, 'data.components: holds 41 components, nested ones included; at most 40 are allowed'],
    ['accessories that make it 41', message(container(...Array.from({ length: 13 }, () => section(text())), text())), 2, 'data.components: holds 41 components, nested ones included; at most 40 are allowed'],
    ['4001 characters', message(text('a'.repeat(2000)), container(section(text('b'.repeat(2001))))), 2, 'data.components: hold 4001 characters of text, at most 4000 are allowed'],
    ['more bytes than characters', message(text('数'.repeat(3330))), 2, 'data.components: hold 10002 bytes of text, above 10000 Discord answers 500'],
    ['two of a custom_id', message(row(button()), container(row(button()))), 2, 'data.components[1].components[0].components[0].custom_id: "next" is that of data.components[0].components[0] already'],
    ['two of an id', message({ ...text(), id: 7 }, { ...text(), id: 7 }), 2, 'data.components[1].id: 7 is that of data.components[0] already'],
    ['content beside V2', { type: 4, data: data({ content: 'x', components: [text()] }) }, 2, 'data.content: does not go with components V2 (flag 32768)'],
    ['embeds beside V2', { type: 4, data: data({ embeds: [{ title: 'x' }], components: [text()] }) }, 2, 'data.embeds: does not go with components V2 (flag 32768)'],
    ['nothing to show', message(), 2, 'data.components: is empty, and with components V2 nothing else is shown'],
    ['V2 components without the flag', legacy({ components: [text()] }), 2, 'data.components[0].type: 10 needs components V2 (flag 32768)'],
    ['six rows without the flag', legacy({ components: Array.from({ length: 6 }, () => row(link())) }), 2, 'data.components: holds 6 action rows, at most 5 are allowed'],
    ['an empty message', legacy({ content: ' ' }), 2, 'data: is an empty message'],
    ['a message without data', { type: 4 }, 2, 'data: is missing, so the message is empty'],
    ['embeds of 6001 characters', legacy({ embeds: [{ description: 'a'.repeat(4000) }, { description: 'b'.repeat(2001) }] }), 2, 'data.embeds: hold 6001 characters, at most 6000 are allowed'],
    ['files', legacy({ content: 'x', attachments: [{ id: 0, filename: 'a.csv' }] }), 2, 'data.attachments: the files would have to come along, and an answer in JSON carries none'],
    ['a file', message({ type: 13, file: { url: 'attachment://a.csv' } }), 2, 'data.components[0].file: the files would have to come along, and an answer in JSON carries none'],
    ['an attached picture', message({ type: 9, components: [text()], accessory: { type: 11, media: { url: 'attachment://a.png' } } }), 2, 'data.components[0].accessory.media.url: the files would have to come along, and an answer in JSON carries none'],
    ['a picture at no web address', message({ type: 12, items: [{ media: { url: 'https://a.example' } }, { media: { url: 'data:image/png,' } }] }), 2, 'data.components[0].items[1].media.url: "data:image/png," must begin with http:// or https://'],
    ['flags that are not ours', legacy({ content: 'x', flags: 128 }), 2, 'data.flags: 128 sets bits that may not be set here: 128'],
    ['mentions by default', { type: 4, data: { content: 'x' } }, 2, 'data.allowed_mentions: is missing; say { "parse": [] }, since answers echo what people typed'],
    ['mentions', { type: 4, data: { content: 'x', allowed_mentions: { parse: ['users'] } } }, 2, 'data.allowed_mentions.parse: must be []'],
    ['mentions in an update', { type: 7, data: { content: 'x', allowed_mentions: {} } }, 3, 'data.allowed_mentions.parse: must be []'],

    ['a select beside a button', message(row(select(), link())), 2, 'data.components[0].components: an action row holds one to five buttons, or one other component alone'],
    ['two selects in a row', message(row(select(), select({ custom_id: 'b' }))), 2, 'data.components[0].components: an action row holds one to five buttons, or one other component alone'],
    ['a link without address', message(row(link({ url: undefined }))), 2, 'data.components[0].components[0].url: is missing, which a link button needs'],
    ['a link with a custom_id', message(row(link({ custom_id: 'a' }))), 2, 'data.components[0].components[0].custom_id: a link button has none'],
    ['a link of another scheme', message(row(link({ url: 'ftp://a.example' }))), 2, 'data.components[0].components[0].url: "ftp://a.example" must begin with http://, https:// or discord://'],
    ['a button without custom_id', message(row(button({ custom_id: undefined }))), 2, 'data.components[0].components[0].custom_id: is missing, which a button of style 2 needs'],
    ['a button with an address', message(row(button({ url: 'https://a.example' }))), 2, 'data.components[0].components[0].url: only a link button (style 5) has one'],
    ['a button that says nothing', message(row(button({ label: '' }))), 2, 'data.components[0].components[0].label: is missing, and so is an emoji; a button needs one of them'],
    ['an accessory that says nothing', message({ type: 9, components: [text()], accessory: link({ label: undefined }) }), 2, 'data.components[0].accessory.label: is missing, and so is an emoji; a button needs one of them'],
    ['a word for an emoji', message(row(button({ emoji: { name: 'mag' } }))), 2, 'data.components[0].components[0].emoji.name: "mag" is no emoji'],
    ['an empty emoji', message(row(button({ emoji: {} }))), 2, 'data.components[0].components[0].emoji: has neither id nor name'],
    ['a premium button without sku', message(row({ type: 2, style: 6 })), 2, 'data.components[0].components[0].sku_id: is missing, which a premium button needs'],
    ['a premium button with a label', message(row({ type: 2, style: 6, sku_id: '1', label: 'x' })), 2, 'data.components[0].components[0].label: a premium button has none'],
    ['an option twice', message(row(select({ options: [choice('a'), choice('a')] }))), 2, 'data.components[0].components[0].options[1].value: "a" stands there already'],
    ['least above most', message(row(select({ min_values: 2 }))), 2, 'data.components[0].components[0].min_values: 2 is more than max_values, 1'],
    ['more than there are', message(row(select({ max_values: 3 }))), 2, 'data.components[0].components[0].max_values: 3 is more than the 2 options'],
    ['two defaults of one', message(row(select({ options: [choice('a', { default: true }), choice('b', { default: true })] }))), 2, 'data.components[0].components[0].options: 2 are defaults, more than max_values'],
    [
      'two users of one',
      message(
        row({
          type: 5,
          custom_id: 'a',
          default_values: [
            { type: 'user', id: '1' },
            { type: 'user', id: '2' },
          ],
        }),
      ),
      2,
      'data.components[0].components[0].default_values: holds 2, between 1 and 1 are allowed',
    ],

    ['a modal of six', modal(...texts(6)), 2, 'data.components: holds 6, at most 5 are allowed'],
    ['two of a custom_id in a modal', modal(label(input()), label(input())), 2, 'data.components[1].component.custom_id: "name" is that of data.components[0].component already'],
    ['a required select of none', modal(label(select({ min_values: 0 }))), 2, 'data.components[0].component.min_values: 0 goes only with "required": false'],
    ['a disabled select in a modal', modal(label(select({ disabled: true }))), 2, 'data.components[0].component.disabled: nothing in a modal can be'],
    ['a label in a Label', modal(label(input({ label: 'Name' }))), 2, 'data.components[0].component.label: a Label has said it already'],
    ['no label in a row', modal(row(input())), 2, 'data.components[0].components[0].label: is missing, which an action row does not have'],
    ['two inputs in a row', modal(row(input({ label: 'a' }), input({ label: 'b', custom_id: 'b' }))), 2, 'data.components[0].components: an action row holds one to five buttons, or one other component alone'],
    ['lengths crossed', modal(label(input({ min_length: 9, max_length: 3 }))), 2, 'data.components[0].component.min_length: 9 is more than max_length, 3'],
    ['too much filled in', modal(label(input({ max_length: 3, value: 'abcd' }))), 2, 'data.components[0].component.value: has 4 characters, at most 3 are allowed'],
    [
      'two radio defaults',
      modal(
        label({
          type: 21,
          custom_id: 'r',
          options: [choice('a', { default: true }), choice('b', { default: true })],
        }),
      ),
      2,
      'data.components[0].component.options: more than one is the default',
    ],
    ['one radio button', modal(label({ type: 21, custom_id: 'r', options: [choice('a')] })), 2, 'data.components[0].component.options: holds fewer than 2'],
    ['files crossed', modal(label({ type: 19, custom_id: 'f', min_values: 3 })), 2, 'data.components[0].component.min_values: 3 is more than max_values, 1'],

    ['a long value of a choice', completion({ name: 'a', value: 'x'.repeat(101) }), 4, 'data.choices[0].value: has 101 characters, at most 100 are allowed'],
    ['no choices', { type: 8, data: {} }, 4, 'data.choices: is missing; none is []'],
    ['a deferral with V2', { type: 5, data: { flags: 64 | V2 } }, 2, 'data.flags: 32832 says more than ephemeral (64), which is all that a deferral can'],
    ['a deferral with content', { type: 5, data: { content: 'x' } }, 2, 'data.content: a deferral shows nothing yet'],
    ['a deferred update with content', { type: 6, data: { content: 'x' } }, 3, 'data: a deferral changes nothing yet'],

    ['a message to a ping', message(text()), 1, 'type: 4 does not answer an interaction of type 1, only 1'],
    ['a pong to a command', { type: 1 }, 2, 'type: 1 does not answer an interaction of type 2, only 4, 5, 9'],
    ['an update to a command', update(text()), 2, 'type: 7 does not answer an interaction of type 2, only 4, 5, 9'],
    ['a completion to a click', completion(), 3, 'type: 8 does not answer an interaction of type 3, only 4, 5, 6, 7, 9'],
    ['a message to an autocomplete', message(text()), 4, 'type: 4 does not answer an interaction of type 4, only 8'],
    ['a modal to a modal', modal(text()), 5, 'type: 9 does not answer an interaction of type 5, only 4, 5'],
    ['an update to a form of a command', update(text()), 5, 'type: 7 does not answer an interaction of type 5, only 4, 5'],
  ])('%s', (_, response, interactionType, problem) => {
    expect(problemsOfResponse(response, interactionType)).toEqual([problem])
  })
})

it('a form that was opened on a message may change that message, or show no other form', () => {
  expect(problemsOfResponse(update(text()), 5, true)).toEqual([])
  expect(problemsOfResponse(modal(text()), 5, true)).toEqual([
    'type: 9 does not answer an interaction of type 5, only 4, 5, 6, 7',
  ])
})

it('tells every problem at once, in the order of their places', () => {
  const bad = message(text(''), row(button({ lable: 'x', style: 9 })), { type: 99 })
  expect(problemsOfResponse(bad, 2)).toEqual([
    'data.components[0].content: has 0 characters, at least 1 are needed',
    'data.components[1].components[0].lable: Discord knows no such key here',
    'data.components[1].components[0].style: is 9, must be one of 1, 2, 3, 4, 5, 6',
    'data.components[2].type: 99 does not belong here, only 1, 9, 10, 12, 13, 14, 17',
  ])
})
