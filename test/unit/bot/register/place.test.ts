import { describe, expect, it } from 'vitest'
import { placed } from '../../../../bot/register/plan/place.ts'

const PAYLOAD = [
  {
    type: 1,
    name: 'covid-data',
    options: [
      {
        type: 2,
        name: 'watch',
        options: [
          {
            type: 1,
            name: 'add',
            options: [
              { type: 3, name: 'about' },
              { type: 3, name: 'also', choices: [{ name: 'Chest X-Ray', value: 'x-ray' }] },
            ],
          },
        ],
      },
    ],
  },
  { type: 3, name: 'Suggest it' },
]

const wrong = (message: string) => ({ _errors: [{ code: 'BASE_TYPE_BAD_LENGTH', message }] })
/** As Discord nests what is wrong at a path. */
const at = (path: string, message = 'Wrong.') =>
  path.split('.').reduceRight<object>((inner, key) => ({ [key]: inner }), wrong(message))

describe('a problem is told where it is, by names', () => {
  // biome-ignore format: a row a rule
  it.each([
    ['0', 'covid-data: Wrong.'],
    ['0.description', 'covid-data, description: Wrong.'],
    ['0.options', 'covid-data, options: Wrong.'],
    ['0.options.0.options.0.name', 'covid-data watch add, name: Wrong.'],
    ['0.options.0.options.0.options.1.description', 'covid-data watch add, option also, description: Wrong.'],
    ['0.options.0.options.0.options.1.choices.0.value', 'covid-data watch add, option also, choice "Chest X-Ray", value: Wrong.'],
    ['0.options.0.options.0.options.0.description_localizations.de', 'covid-data watch add, option about, description (de): Wrong.'],
    ['1.name', 'message menu "Suggest it", name: Wrong.'],
    ['0.options.9.name', 'covid-data, options, 9, name: Wrong.'],
    ['7', '7: Wrong.'],
  ])('%s', (path, line) => {
    expect(placed(at(path), PAYLOAD)).toEqual([line])
  })

  it('or of the whole, and of what is no list', () => {
    expect(placed(wrong('Too many.'), PAYLOAD)).toEqual(['Too many.'])
    expect(placed(at('interactions_endpoint_url'))).toEqual(['interactions_endpoint_url: Wrong.'])
    expect(placed(undefined)).toEqual([])
  })

  it('each of several', () => {
    const errors = { 0: { ...at('name', 'A.'), ...at('description', 'B.') }, 1: wrong('C.') }
    expect(placed(errors, PAYLOAD)).toEqual([
      'covid-data, name: A.',
      'covid-data, description: B.',
      'message menu "Suggest it": C.',
    ])
  })
})
