import { expect, it } from 'vitest'
import { isJson, jsonValues } from '../../../../worker/cli/reading/json-values.ts'

const A = { slug: 'a', name: 'A {"x"} [', list: [{ b: 1 }] }
const B = { slug: 'b', list: [] }
const C = { name: 'sorted', slug: 'c' }
const compact = (...all: object[]) => all.map((one) => JSON.stringify(one))
const pretty = (one: object) => JSON.stringify(one, null, 2)

it.each([
  ['one a line', `${compact(A, B, C).join('\n')}\n`],
  ['one a line, with empty lines and CRLF', `\r\n${compact(A, B, C).join('\r\n\r\n')}`],
  ['printed by jq', [A, B, C].map(pretty).join('\n')],
  ['in a row', compact(A, B, C).join('')],
  ['in a row with commas', compact(A, B, C).join(',\n')],
  ['as a sequence', `${compact(A, B, C).join('\n\u001e').replace(/^/, '\u001e')}\n`],
  ['as a sequence, pretty', [A, B, C].map((one) => `\u001e${pretty(one)}\n`).join('')],
  ['with CR alone', compact(A, B, C).join('\r')],
])('values %s are all found', (_, text) => {
  expect(isJson(text)).toBe(true)
  expect(jsonValues(text).map((one) => ('value' in one ? one.value : one))).toEqual([A, B, C])
})

const found = (text: string) =>
  jsonValues(text).map((one) => ('value' in one ? (one.value as { slug: string }).slug : `line ${one.line}`))

it.each([
  ['a cut line', '{"slug":"a"}\n{"slug":"b","na\n{"slug":"c"}\n', ['a', 'line 2', 'c']],
  ['a line of something else', '{"slug":"a"}\nnothing\n{"slug":"c"}', ['a', 'line 2', 'c']],
  ['the last line cut', '{"slug":"a"}\n{"slug":"b"}\n{"sl', ['a', 'b', 'line 3']],
  [
    'a record of our download',
    '{"title":"T","state":{"sequence":1},"items":[\n{"slug":"a"},\n{"slug":"b","x":},\n{"slug":"c"}\n],"nextCursor":null}\n',
    ['a', 'line 3', 'c'],
  ],
  [
    'a record of it, pretty',
    '{\n  "title": "T",\n  "items": [\n    {\n      "slug": "a"\n    },\n    {\n      "slug": "b",,\n    }\n  ],\n  "nextCursor": null\n}',
    ['a', 'line 7'],
  ],
  [
    'a record of a list',
    '[\n  {"slug": "a"},\n  {"slug": "b" "x"},\n  {"slug": "c"}\n]\n',
    ['a', 'line 3', 'c'],
  ],
])('%s that is broken has its own line', (_, text, slugs) => {
  expect(found(text)).toEqual(slugs)
})

it('says where a document is broken that has no record', () => {
  expect(jsonValues('{"a": [}')).toEqual([
    { line: 1, problem: expect.stringMatching(/^it is no JSON: Unexpected token/) },
  ])
})
