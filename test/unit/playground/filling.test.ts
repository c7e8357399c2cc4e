import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import { describe, expect, it } from 'vitest'
import { answersFrom, howToFill } from '../../playground/chat/filling.ts'

const OPTIONS = [
  { label: 'X-ray', value: 'xray' },
  { label: 'Ultrasound', value: 'ultrasound' },
]
const FORM: APIModalInteractionResponseCallbackData = {
  custom_id: 'form',
  title: 'Suggest',
  components: [
    { type: 10, content: 'Read this first' },
    { type: 18, label: 'Your name', component: { type: 4, custom_id: 'name', style: 1, max_length: 10 } },
    {
      type: 18,
      label: 'It includes',
      component: { type: 22, custom_id: 'has', options: OPTIONS, min_values: 0, required: false },
    },
    {
      type: 18,
      label: 'Best',
      component: { type: 21, custom_id: 'best', options: OPTIONS, required: false },
    },
    {
      type: 18,
      label: 'Reasons',
      component: {
        type: 3,
        custom_id: 'usual',
        required: false,
        options: [
          { label: 'Old, and gone', value: 'old' },
          { label: 'Not public', value: 'private' },
        ],
      },
    },
  ],
}
const filled = (...texts: string[]) =>
  answersFrom(
    FORM,
    texts.map((each) => {
      const [name = '', text = ''] = each.split('=')
      return { name, text }
    }),
  )

describe('a form', () => {
  it('is filled in by ids and by labels, in any case', () => {
    expect(filled('YOUR name=Ana', 'has=ultrasound, x-ray', 'Best=Ultrasound')).toEqual({
      name: 'Ana',
      has: ['ultrasound', 'xray'],
      best: 'ultrasound',
    })
  })

  it('collects choices that come one by one, and takes one with a comma in it', () => {
    expect(filled('name=Ana', 'has=xray', 'has=ultrasound', 'usual=old, and gone')).toMatchObject({
      has: ['xray', 'ultrasound'],
      usual: ['old'],
    })
  })

  it.each([
    [
      ['nme=Ana'],
      'The form "Suggest" has no field nme. There is\n\n  name (Your name)\n  has (It includes)\n  best (Best)',
    ],
    [['has=mrt'], '"It includes" has no choice mrt. There is\n\n  xray (X-ray)\n  ultrasound (Ultrasound)'],
    [['has=xray'], '"Your name" is required.'],
    [['name= '], '"Your name" is required.'],
    [['name=Anastasia M.'], '"Your name" has 12 characters, between 0 and 10 are allowed.'],
    [['name=Ana', 'usual=old', 'usual=old'], '"Reasons" takes at most 1, not 2.'],
  ])('%j is refused, as Discord would', (texts, message) => {
    expect(() => filled(...texts)).toThrow(message)
  })

  it('says how to fill it in', () => {
    expect(howToFill(FORM)).toBe(
      '--fill "name=…" --fill "has=xray,ultrasound" --fill "best=xray" --fill "usual=old"',
    )
  })
})
