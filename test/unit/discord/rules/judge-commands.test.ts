import { describe, expect, it } from 'vitest'
import { problemsOfCommands } from '../../../discord/rules/judge.ts'

const command = (more: object = {}) => ({ name: 'covid-data', description: 'Public data', ...more })
const withOptions = (...options: object[]) => [command({ options })]
const text = (name: string, more: object = {}) => ({ type: 3, name, description: 'Text', ...more })
const subcommand = (name: string, ...options: object[]) => ({ type: 1, name, description: 'Lists', options })
const group = (name: string, ...options: object[]) => ({ type: 2, name, description: 'Groups', options })
const choices = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `${n}`, value: `${n}` }))
const many = (count: number, more: object) =>
  Array.from({ length: count }, (_, n) => command({ name: `c${n}`, ...more }))

/** A command whose names, descriptions and values have that many characters, all but 45 of them in choices. */
function ofLength(characters: number, more: object = {}) {
  const names = Array.from({ length: Math.ceil((characters - 45) / 100) }, (_, n) =>
    `${n}`.padEnd(Math.min(100, characters - 45 - n * 100), 'x'),
  )
  const options = [0, 25, 50, 75].map((from, n) =>
    text(`o${n}`, { choices: names.slice(from, from + 25).map((name) => ({ name, value: '' })) }),
  )
  return [command({ options, ...more })]
}

describe('what Discord takes', () => {
  it.each<[string, unknown]>([
    ['no commands', []],
    ['a command', [command()]],
    [
      'one of each type',
      [command(), { type: 2, name: 'Look up' }, { type: 3, name: 'Suggest to the registry' }],
    ],
    ['one name in two types', [command({ name: 'look' }), { type: 3, name: 'look' }]],
    [
      'subcommands and groups',
      withOptions(subcommand('ct', text('also')), group('watch', subcommand('add'))),
    ],
    [
      'every option',
      withOptions(
        text('query', { required: true, min_length: 1, max_length: 500, autocomplete: true }),
        {
          type: 4,
          name: 'number',
          description: 'Number',
          min_value: 1,
          max_value: 9,
          choices: [{ name: 'One', value: 1 }],
        },
        { type: 5, name: 'private', description: 'Only you see it' },
        text('style', { choices: choices(25) }),
      ),
    ],
    [
      'words in other scripts',
      [command({ name: 'données-ไทย', name_localizations: { ja: '検索', 'pt-BR': 'ação' } })],
    ],
    [
      'what the documentation has and the specification has not',
      [command({ default_member_permissions: '32', nsfw: false, contexts: [0], integration_types: [0, 1] })],
    ],
    ['8000 characters', ofLength(8000)],
  ])('%s', (_, commands) => {
    expect(problemsOfCommands(commands)).toEqual([])
  })
})

describe('what Discord refuses', () => {
  // biome-ignore format: a row a rule
  it.each<[string, unknown, string]>([
    ['no list', command(), 'the whole: must be array'],
    ['no command', ['covid-data'], '[0]: must be object'],
    ['a misspelt key', [command({ desc: 'x' })], '[0].desc: Discord knows no such key here'],
    ['a misspelt key deep inside', withOptions(subcommand('ct', text('also', { choises: [] }))), '[0].options[0].options[0].choises: Discord knows no such key here'],
    ['a key of another option', withOptions({ type: 5, name: 'private', description: 'x', choices: [] }), '[0].options[0].choices: Discord knows no such key here'],
    ['an unknown option', withOptions({ type: 12, name: 'x', description: 'x' }), '[0].options[0].type: 12 does not belong here, only 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11'],
    ['a group in a group', withOptions(group('a', group('b'))), '[0].options[0].options[0].type: is 2, must be 1'],
    ['a subcommand in a subcommand', withOptions(subcommand('a', subcommand('b'))), '[0].options[0].options[0].type: 1 does not belong here, only 3, 4, 5, 6, 7, 8, 9, 10, 11'],
    ['no name', [{ description: 'x' }], '[0].name: is missing'],
    ['a long name', [command({ name: 'x'.repeat(33) })], '[0].name: has 33 characters, at most 32 are allowed'],
    ['a long description', [command({ description: 'x'.repeat(101) })], '[0].description: has 101 characters, at most 100 are allowed'],
    ['an option without description', withOptions({ type: 3, name: 'x' }), '[0].options[0].description: is missing'],
    ['26 options', withOptions(...Array.from({ length: 26 }, (_, n) => text(`o${n}`))), '[0].options: holds more than 25'],
    ['26 choices', withOptions(text('x', { choices: choices(26) })), '[0].options[0].choices: holds more than 25'],
    ['a long choice', withOptions(text('x', { choices: [{ name: 'x'.repeat(101), value: 'a' }] })), '[0].options[0].choices[0].name: has 101 characters, at most 100 are allowed'],
    ['permissions as a number', [command({ default_member_permissions: 32 })], '[0].default_member_permissions: must be string or null'],
    ['permissions in words', [command({ default_member_permissions: 'admin' })], '[0].default_member_permissions: must match pattern "^(0|[1-9][0-9]*)$"'],

    ['a slash command without description', [{ name: 'covid-data' }], '[0].description: is missing, 1 to 100 characters are needed'],
    ['a space in a name', [command({ name: 'covid data' })], '[0].name: "covid data" is more than letters, digits, -, _ and \''],
    ['a full stop in a name', withOptions(text('a.b')), '[0].options[0].name: "a.b" is more than letters, digits, -, _ and \''],
    ['capitals', [command({ name: 'Covid-Data' })], '[0].name: "Covid-Data" must be in lower case'],
    ['capitals in a translation', [command({ name_localizations: { de: 'Daten' } })], '[0].name_localizations.de: "Daten" must be in lower case'],
    ['a locale that is none', [command({ name_localizations: { en: 'data' } })], '[0].name_localizations.en: Discord has no such locale'],
    ['a name twice', [command(), command()], '[1].name: "covid-data of type 1" stands there already'],
    ['an option twice', withOptions(text('a'), text('a')), '[0].options[1].name: "a" stands there already'],
    ['a subcommand twice', withOptions(subcommand('a'), subcommand('a')), '[0].options[1].name: "a" stands there already'],
    ['a choice twice', withOptions(text('a', { choices: [{ name: 'x', value: '1' }, { name: 'x', value: '2' }] })), '[0].options[0].choices[1].name: "x" stands there already'],
    ['a required option after one that is not', withOptions(text('a'), text('b', { required: true })), '[0].options[1]: is required and stands after one that is not'],
    ['the same in a subcommand', withOptions(subcommand('s', text('a'), text('b', { required: true }))), '[0].options[0].options[1]: is required and stands after one that is not'],
    ['subcommands beside options', withOptions(subcommand('a'), text('b')), '[0].options: subcommands do not go with other options'],
    ['an empty group', withOptions(group('a')), '[0].options[0].options: a group needs a subcommand'],
    ['autocomplete beside choices', withOptions(text('a', { autocomplete: true, choices: choices(1) })), '[0].options[0].autocomplete: does not go with choices'],
    ['a long value', withOptions(text('a', { choices: [{ name: 'a', value: 'x'.repeat(101) }] })), '[0].options[0].choices[0].value: has 101 characters, at most 100 are allowed'],
    ['lengths crossed', withOptions(text('a', { min_length: 9, max_length: 3 })), '[0].options[0].min_length: 9 is more than max_length, 3'],
    ['bounds crossed', withOptions({ type: 4, name: 'a', description: 'a', min_value: 9, max_value: 3 }), '[0].options[0].min_value: 9 is more than max_value, 3'],
    ['a described menu entry', [{ type: 3, name: 'Suggest', description: 'x' }], '[0].description: a command of type 3 has none'],
    ['a menu entry with options', [{ type: 2, name: 'Suggest', options: [text('a')] }], '[0].options: a command of type 2 has none'],
    ['a blank menu entry', [{ type: 2, name: ' ' }], '[0].name: is blank'],
    ['101 slash commands', many(101, {}), 'the whole: 101 commands of type 1, at most 100 are allowed'],
    ['16 menu entries', many(16, { type: 3, description: undefined }), 'the whole: 16 commands of type 3, at most 15 are allowed'],
    ['8001 characters', ofLength(8001), '[0]: has 8001 characters of names, descriptions and values, at most 8000 are allowed'],
    ['8001 characters, of translations the longest', ofLength(8000, { description_localizations: { de: 'x'.repeat(12), fr: 'y' } }), '[0]: has 8001 characters of names, descriptions and values, at most 8000 are allowed'],
  ])('%s', (_, commands, problem) => {
    expect(problemsOfCommands(commands)).toEqual([problem])
  })
})
