import { describe, expect, it } from 'vitest'
import { type Declaration, parseLine } from '../../playground/chat/line.ts'
import { LineError } from '../../playground/chat/values.ts'

const text = (name: string, more: object = {}) => ({
  type: 3 as const,
  name,
  description: `The ${name}`,
  ...more,
})
const yes = { type: 5 as const, name: 'private', description: 'Only you see it' }
const subcommand = (name: string, options: Declaration['options'] = []) => ({
  type: 1 as const,
  name,
  description: `About ${name}`,
  // Discord's types know no list of both kinds here, and none of ours is one.
  options: options as never[],
})
const also = text('also', {
  choices: [
    { name: 'CT', value: 'ct' },
    { name: 'X-ray', value: 'x-ray' },
    { name: 'Metadata', value: 'metadata' },
  ],
})

const COMMANDS: readonly Declaration[] = [
  {
    name: 'covid-data',
    description: 'Public data',
    options: [
      subcommand('ultrasound', [also, yes]),
      subcommand('list'),
      subcommand('search', [
        text('query', { required: true, min_length: 2, max_length: 20, autocomplete: true }),
        yes,
      ]),
      subcommand('compare', [text('a', { required: true }), text('b', { required: true })]),
      subcommand('show', [text('resource', { required: true })]),
    ],
  },
  {
    name: 'covid-watch',
    description: 'Follow changes',
    options: [
      { type: 2, name: 'channel', description: 'Channels', options: [subcommand('add', [text('name')])] },
    ],
  },
  {
    name: 'page',
    description: 'Turn to a page',
    options: [
      { type: 4, name: 'number', description: 'Which', required: true, min_value: 1, max_value: 9 },
      { type: 10, name: 'scale', description: 'How large' },
      { type: 7, name: 'where', description: 'A channel' },
    ],
  },
]

describe('a line', () => {
  it.each<[string, string, object]>([
    ['/covid-data list', 'covid-data list', {}],
    ['covid-data list', 'covid-data list', {}],
    ['  /Covid-Data   LIST  ', 'covid-data list', {}],
    [
      '/covid-data ultrasound also:metadata private:true',
      'covid-data ultrasound',
      { also: 'metadata', private: true },
    ],
    [
      '/covid-data ultrasound private:no also: X-RAY',
      'covid-data ultrasound',
      { private: false, also: 'x-ray' },
    ],
    ['/covid-data ultrasound ALSO:Metadata', 'covid-data ultrasound', { also: 'metadata' }],
    ['/covid-data search query:lung ultrasound', 'covid-data search', { query: 'lung ultrasound' }],
    [
      '/covid-data search query:lung ct private:yes',
      'covid-data search',
      { query: 'lung ct', private: true },
    ],
    ['/covid-data search lung ct private:true', 'covid-data search', { query: 'lung ct', private: true }],
    ['/covid-data search lung', 'covid-data search', { query: 'lung' }],
    ['/covid-data search note: lung', 'covid-data search', { query: 'note: lung' }],
    [
      '/covid-data search query:"a private:b" private:true',
      'covid-data search',
      { query: 'a private:b', private: true },
    ],
    ['/covid-data search query:"lung" disease', 'covid-data search', { query: '"lung" disease' }],
    ['/covid-data search query:lung also:ct', 'covid-data search', { query: 'lung also:ct' }],
    [
      '/covid-data show resource:https://a.example/x?y=z:1',
      'covid-data show',
      { resource: 'https://a.example/x?y=z:1' },
    ],
    ['/covid-data show https://a.example/x', 'covid-data show', { resource: 'https://a.example/x' }],
    ['/covid-data compare a:one two b:three', 'covid-data compare', { a: 'one two', b: 'three' }],
    ['/covid-watch channel add name:news', 'covid-watch channel add', { name: 'news' }],
    ['/page number:3 scale:1.5', 'page', { number: 3, scale: 1.5 }],
  ])('%s', (line, path, values) => {
    expect(parseLine(line, COMMANDS)).toMatchObject({ path, values })
  })

  it('keeps the options in the order typed', () => {
    expect(Object.keys(parseLine('/covid-data ultrasound private:true also:ct', COMMANDS).values)).toEqual([
      'private',
      'also',
    ])
  })

  it('knows the options that its command has', () => {
    expect(parseLine('/covid-data search lung', COMMANDS).options).toMatchObject([
      { name: 'query', autocomplete: true },
      { name: 'private' },
    ])
  })
})

const ULTRASOUND = `  also     The also (ct | x-ray | metadata)
  private  Only you see it (true | false)`
const SUBCOMMANDS = `  ultrasound  About ultrasound
  list        About list
  search      About search
  compare     About compare
  show        About show`
const COMMAND_LIST = `  /covid-data   Public data
  /covid-watch  Follow changes
  /page         Turn to a page`

describe('a wrong line is told what there is', () => {
  it.each([
    ['', `Type a command.\n\n${COMMAND_LIST}`],
    ['/covid-dta list', `There is no command /covid-dta. Did you mean /covid-data?\n\n${COMMAND_LIST}`],
    ['/weather', `There is no command /weather.\n\n${COMMAND_LIST}`],
    ['/covid-data', `/covid-data needs a subcommand.\n\n${SUBCOMMANDS}`],
    [
      '/covid-data ultrasuond',
      `/covid-data has no subcommand ultrasuond. Did you mean ultrasound?\n\n${SUBCOMMANDS}`,
    ],
    ['/covid-data ultra', `/covid-data has no subcommand ultra. Did you mean ultrasound?\n\n${SUBCOMMANDS}`],
    ['/covid-data weather', `/covid-data has no subcommand weather.\n\n${SUBCOMMANDS}`],
    ['/covid-watch channel', '/covid-watch channel needs a subcommand.\n\n  add  About add'],
    ['/covid-watch channel remove', '/covid-watch channel has no subcommand remove.\n\n  add  About add'],
    [
      '/covid-data ultrasound alos:ct',
      `/covid-data ultrasound has no option alos. Did you mean also?\n\n${ULTRASOUND}`,
    ],
    ['/covid-data ultrasound style:apa', `/covid-data ultrasound has no option style.\n\n${ULTRASOUND}`],
    ['/covid-data ultrasound lung', `/covid-data ultrasound has no option "lung".\n\n${ULTRASOUND}`],
    [
      '/covid-data ultrasound also:mtadata',
      'also: cannot be "mtadata". Did you mean metadata? There is\n\n  ct\n  x-ray\n  metadata',
    ],
    ['/covid-data ultrasound also:pet', 'also: cannot be "pet". There is\n\n  ct\n  x-ray\n  metadata'],
    ['/covid-data ultrasound also:ct also:x-ray', 'also: is there twice.'],
    ['/covid-data ultrasound private:maybe', 'private: is true or false, and "maybe" is neither.'],
    [
      '/covid-data ultrasound also: private:true',
      'also: has no value.\n\n  also  The also (ct | x-ray | metadata)',
    ],
    [
      '/covid-data search',
      '/covid-data search needs query:\n\n  query    The query (required)\n  private  Only you see it (true | false)',
    ],
    [
      '/covid-data search qery:lung',
      '/covid-data search has no option qery. Did you mean query?\n\n  query    The query (required)\n  private  Only you see it (true | false)',
    ],
    ['/covid-data search x', 'query: takes 2 to 20 characters, and "x" has 1.'],
    [
      `/covid-data search ${'x'.repeat(50)}`,
      `query: takes 2 to 20 characters, and "${'x'.repeat(39)}…" has 50.`,
    ],
    [
      '/covid-data compare',
      '/covid-data compare needs a: and b:\n\n  a  The a (required)\n  b  The b (required)',
    ],
    [
      '/covid-data compare a:x',
      '/covid-data compare needs b:\n\n  a  The a (required)\n  b  The b (required)',
    ],
    [
      '/covid-data compare x',
      '/covid-data compare has no option "x".\n\n  a  The a (required)\n  b  The b (required)',
    ],
    ['/page number:two', 'number: is a whole number, and "two" is not.'],
    ['/page number:2.5', 'number: is a whole number, and "2.5" is not.'],
    ['/page number:10', 'number: is 1 to 9, and "10" is not.'],
    ['/page number:1 scale:big', 'scale: is a number, and "big" is not.'],
    ['/page number:1 where:general', 'where: of /page is picked in Discord and cannot be typed in a line.'],
  ])('%s', (line, message) => {
    expect(() => parseLine(line, COMMANDS)).toThrow(new LineError(message))
  })
})
