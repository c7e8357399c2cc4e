// What can be typed into the message box of the playground, and what is sent of it.

import { describe, expect, it } from 'vitest'
import { COMMANDS, DECLARATIONS } from '../../../bot/commands/index.ts'
import {
  addable,
  added,
  begin,
  begun,
  choicesOf,
  edited,
  missing,
  picked,
  removed,
  textsOf,
} from '../../playground/page/composer/draft.ts'
import { matching, menus, type Typist, typable } from '../../playground/page/composer/picker.ts'

const VISITOR: Typist = { permissions: '2048', inServer: true, locale: 'en-US' }
const MANAGER: Typist = { ...VISITOR, permissions: String(2048 | 32) }

const commands = typable(DECLARATIONS, VISITOR)
const paths = (typed: string) => matching(commands, typed).map(({ path }) => path)
const command = (path: string) => {
  const found = typable(DECLARATIONS, MANAGER).find((each) => each.path === path)
  if (!found) throw new Error(`There is no /${path}.`)
  return found
}

const THERE = { people: [{ id: '1', name: 'Ada' }], channels: [{ id: '2', name: 'general' }] }

describe('what is offered', () => {
  it('is every subcommand, to who may use it where it works', () => {
    const all = COMMANDS.flatMap(({ name, options = [] }) =>
      options.map((option) => `${name} ${option.name}`),
    )
    expect(typable(DECLARATIONS, MANAGER).map(({ path }) => path)).toEqual(all)
    expect(new Set(commands.map(({ path }) => path.split(' ')[0]))).toEqual(new Set(['covid-data']))
    const inPrivate = typable(DECLARATIONS, { ...MANAGER, inServer: false })
    expect(new Set(inPrivate.map(({ path }) => path.split(' ')[0]))).toEqual(new Set(['covid-data']))
    expect(menus(DECLARATIONS, VISITOR)).toEqual(['Suggest to the registry', 'Look up in the registry'])
  })

  it('is told of in the language of who types, where there is such a text', () => {
    const german = [
      { name: 'ping', description: 'Answers', description_localizations: { de: 'Antwortet' } as const },
    ]
    expect(typable(german, { ...VISITOR, locale: 'de' })[0]?.description).toBe('Antwortet')
    expect(typable(german, { ...VISITOR, locale: 'fr' })[0]?.description).toBe('Answers')
  })

  it.each([
    ['/', 'covid-data ct'],
    ['/covid-data ultra', 'covid-data ultrasound'],
    ['/covid-data help', 'covid-data help'],
    ['/help', 'covid-data help'],
    ['/ultra', 'covid-data ultrasound'],
    ['/computed tomography', 'covid-data ct'],
  ])('%s finds %s first', (typed, first) => {
    expect(paths(typed)[0]).toBe(first)
  })

  it('is nothing before a slash', () => {
    expect(paths('covid')).toEqual([])
  })
})

describe('a command that is filled in', () => {
  it('begins once its name and a space are there, with what is typed after them', () => {
    expect(begun(commands, '/covid-data ultrasound')).toBeUndefined()
    expect(begun(commands, 'covid-data search ')).toBeUndefined()
    const draft = begun(commands, '/covid-data search lung private:True')
    expect(draft && textsOf(draft)).toEqual({ query: 'lung', private: 'True' })
    const whole = begun(commands, '/covid-data compare a:covid-ct b:an address https://x.org/a:b')
    expect(whole && textsOf(whole)).toEqual({ a: 'covid-ct', b: 'an address https://x.org/a:b' })
  })

  it('has what is required at once, and the rest when it is added', () => {
    const draft = begin(command('covid-data search'))
    expect(draft.fields.map(({ option }) => option.name)).toEqual(['query'])
    expect(missing(draft)?.name).toBe('query')
    const names = addable(draft, '').map(({ name }) => name)
    expect(names).toContain('private')
    expect(addable(draft, 'pri').map(({ name }) => name)).toEqual(['private'])
    const longer = added(draft, 'private')
    expect(addable(longer, 'pri')).toEqual([])
    expect(removed(longer, 'private')).toEqual(draft)
    expect(removed(longer, 'query')).toEqual(longer)
    expect(missing(edited(longer, 'query', 'lung'))).toBeUndefined()
  })

  it('sends the value of what was picked, until something else is typed', () => {
    const draft = picked(begin(command('covid-watch add')), 'about', {
      label: 'Everything',
      value: 'everything',
    })
    expect(textsOf(draft)).toEqual({ about: 'everything' })
    expect(textsOf(edited(draft, 'about', 'Ever'))).toEqual({ about: 'Ever' })
  })
})

describe('a field', () => {
  const choices = (path: string, name: string, text = '') => {
    const field = edited(added(begin(command(path)), name), name, text).fields.find(
      ({ option }) => option.name === name,
    )
    return field && choicesOf(field, THERE, 'en-US')?.map(({ label }) => label)
  }

  it('offers its choices, people, channels, or true and false', () => {
    expect(choices('covid-watch add', 'about', 'ev')).toEqual(['Everything', 'Case review'])
    expect(choices('covid-watch add', 'channel')).toEqual(['#general'])
    expect(choices('covid-review maintainers', 'user', 'a')).toEqual(['@Ada'])
    expect(choices('covid-data search', 'private', 'f')).toEqual(['False'])
    expect(choices('covid-data search', 'query', 'lung')).toBeUndefined()
  })
})
