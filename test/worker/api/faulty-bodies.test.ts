// A body with a fault anywhere is refused at the field that has it, in a sentence that says what to give.

import { expect, it } from 'vitest'
import { fieldOf, isListKind, PROPOSABLE } from '../../../schema/record/field-keys.ts'
import { addition } from '../registry/submissions.ts'
import { call, read } from './requests.ts'

const LONG = 'x'.repeat(3000)
/** What is no entry of any list of texts. */
const NO_ENTRIES: readonly unknown[] = [
  '',
  ' ',
  '\n',
  null,
  0,
  1.5,
  true,
  {},
  [],
  ['a'],
  LONG,
  '\u202e',
  '\ud800',
  'a\u0000',
]
const NO_LISTS: readonly unknown[] = [
  'text',
  7,
  true,
  {},
  { 0: 'a', length: 1 },
  Array(200)
    .fill('a')
    .map((a, i) => `${a}${i}`),
]
const NO_VALUES: readonly unknown[] = [
  ...NO_ENTRIES.filter((entry) => typeof entry !== 'object' || entry === null),
  ...[[''], [null], [LONG], [[]], { text: '' }, { images: -1 }, { asOf: 'x' }],
]

interface Fault {
  readonly field: string
  readonly problem: string
}

async function faults(what: string, json: unknown): Promise<readonly Fault[]> {
  const answer = await call(what, { json })
  const { code, problems } = await read(answer)
  expect([answer.status, code], JSON.stringify(json).slice(0, 300)).toEqual([422, 'invalid'])
  for (const { problem } of problems as Fault[]) {
    expect(problem).toMatch(/^[A-Z“].*\.$/s)
    expect(problem).not.toMatch(/Invalid|cannot be taken|undefined|NaN|\[object/)
  }
  return problems as Fault[]
}

const isList = (field: (typeof PROPOSABLE)[number]) => isListKind(fieldOf(field).kind)
const LISTS = PROPOSABLE.filter(isList)
let made = 0
const added = (more: object) => ({ ...addition(`Faulty ${++made}`), ...more })
const proposing = (more: object) => {
  const whole = addition(`Faulty ${++made}`)
  return { ...whole, resource: { ...whole.resource, ...more } }
}

it.each(LISTS)('in an entry of %s', async (field) => {
  for (const entry of NO_ENTRIES)
    for (const list of [[entry], ['fine', entry, 'fine too']])
      for (const { field: at } of await faults('POST /submissions', proposing({ [field]: list })))
        expect(at).toMatch(new RegExp(`^resource\\.${field}(\\.[012](\\.\\w+)?)?$`))
})

it.each(LISTS)('where %s is no list of its length', async (field) => {
  for (const list of NO_LISTS)
    for (const { field: at } of await faults('POST /submissions', proposing({ [field]: list })))
      expect(at).toMatch(new RegExp(`^resource\\.${field}(\\.\\d+)?$`))
})

it.each(LISTS)('in a correction or an edit of %s', async (field) => {
  const { id } = await read(await call('POST /submissions', { json: proposing({}) }))
  for (const entry of NO_ENTRIES) {
    const changes = { [field]: [entry] }
    const correction = { kind: 'correction', slug: 'covid-ct', baseVersion: 1, reason: 'R', changes }
    expect((await faults('POST /submissions', correction))[0]?.field).toMatch(`changes.${field}`)
    const edit = { version: 1, resource: changes }
    expect((await faults(`PATCH /submissions/${id}`, edit))[0]?.field).toMatch(`resource.${field}`)
  }
})

it('in the value of a piece of evidence', async () => {
  for (const value of NO_VALUES) {
    const evidence = [{ field: 'formats', source: 'https://data.org', value }]
    for (const { field } of await faults('POST /submissions', added({ evidence })))
      expect(field).toMatch(/^evidence\.0\.value/)
  }
  for (const [field, value] of [
    ['counts', {}],
    ['formats', []],
    ['license', ''],
  ]) {
    const evidence = [{ field, source: 'https://data.org', value }]
    expect((await faults('POST /submissions', added({ evidence })))[0]?.field).toBe('evidence.0.value')
  }
})

it('in the list of evidence', async () => {
  const piece = { field: 'license', source: 'https://data.org' }
  for (const one of [
    null,
    '',
    'text',
    7,
    [],
    {},
    { ...piece, field: 'colour' },
    { ...piece, source: '' },
    { ...piece, asOf: '07.10.2020' },
    { ...piece, more: 1 },
  ])
    for (const { field } of await faults('POST /submissions', added({ evidence: [piece, one] })))
      expect(field).toMatch(/^evidence\.1/)
  for (const none of ['text', {}, 7, Array(21).fill(piece)])
    expect((await faults('POST /submissions', added({ evidence: none })))[0]?.field).toBe('evidence')
})

it.each(PROPOSABLE.filter((key) => !isList(key)))('in %s', async (field) => {
  const { kind } = fieldOf(field)
  const bad = [7, true, [], [''], {}, LONG, '\u202e'].filter(
    (value) =>
      !(kind === 'cells' && JSON.stringify(value) === '{}') &&
      !(kind === 'number' && typeof value === 'number'),
  )
  for (const value of bad)
    for (const { field: at } of await faults('POST /submissions', proposing({ [field]: value })))
      expect(at).toMatch(`resource.${field}`)
})

const reference = { id: 'a', type: 'article', title: 'A' }

it.each<[string, object, string]>([
  ['references.0.author.0', { references: [{ ...reference, author: ['A. B.'] }] }, 'Give an object.'],
  [
    'references.0.issued.date-parts.0',
    { references: [{ ...reference, issued: { 'date-parts': [[]] } }] },
    'Give at least one entry.',
  ],
  ['counts.images', { counts: { images: -1 } }, 'Give at least 0.'],
  ['published', { published: 1989 }, 'Give at least 1990.'],
  ['downloadBytes', { downloadBytes: -5 }, 'Give at least 0.'],
])('in %s, with what can be given', async (field, more, problem) => {
  expect(await faults('POST /submissions', proposing(more))).toEqual([
    { field: `resource.${field}`, problem },
  ])
})

it.each<[string, object, string]>([
  ['reason', { reason: ['Because'] }, 'Give a text.'],
  ['submitter.contact', { submitter: { contact: [''] } }, 'Give a text.'],
  [
    'evidence.0.value.images',
    { evidence: [{ field: 'counts', source: 'https://data.org', value: { images: [7] } }] },
    'Give a number.',
  ],
])('in %s, once and by its own shape', async (field, more, problem) => {
  expect(await faults('POST /submissions', added(more))).toEqual([{ field, problem }])
})

it('or everywhere at once', async () => {
  for (const body of [
    null,
    1,
    'text',
    [],
    [[]],
    {},
    { kind: null },
    { kind: 'praise' },
    { kind: ['addition'] },
  ])
    await faults('POST /submissions', body)
})
