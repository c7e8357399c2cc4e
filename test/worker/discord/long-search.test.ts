// A query that is too long for a custom id is read from the card that it is shown on.

import { describe, expect, it } from 'vitest'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import { VISITOR } from '../../discord/protocol/people.ts'
import { visit } from '../../support/discord.ts'

const rangeOf = (text: string) => text.match(/\d+ to \d+ here/)?.[0]

describe('a long search', () => {
  it.each([
    ['of words', 'show me ct images please '.repeat(30)],
    ['of signs of markdown', '- covid *data* _set_ ~x~ |y| `z` > [ct](images) # 1. @everyone '.repeat(12)],
    ['that runs from right to left', `ct ${'بيانات '.repeat(90)}`],
    ['of scripts without spaces', `ct ${'新冠肺炎数据'.repeat(90)}`],
  ])('%s has pages, back and forth', async (_, long) => {
    const query = long.slice(0, LENGTHS.query).trim()
    const ada = visit(VISITOR)
    const first = await ada.say('covid-data search', { query })
    expect(rangeOf(first.text)).toMatch(/^1 to /)
    const second = await ada.press('Next')
    expect(second.type).toBe(7)
    expect(rangeOf(second.text)).toMatch(/^9 to /)
    expect(second.text.split('\n')[0]).toBe(first.text.split('\n')[0])
    expect((await ada.press('Previous')).text).toBe(first.text)
  })
})
