import { describe, expect, it } from 'vitest'
import { MAINTAINER, SECOND_VISITOR, VISITOR } from '../../discord/protocol/people.ts'
import { parseFlags, USAGE } from '../../playground/chat/flags.ts'

describe('the command line', () => {
  it('is done in its order, and fields that follow each other are of one form', () => {
    const { steps } = parseFlags([
      '/covid-data submit',
      ...['--fill', 'url=https://a.example/?a=b', '--fill', 'name=A name', '--click', 'Send'],
      ...['--channel', 'review', '--click=Reject', '--fill', 'reason='],
    ])
    expect(steps).toEqual([
      { kind: 'say', line: '/covid-data submit' },
      {
        kind: 'fill',
        fields: [
          { name: 'url', text: 'https://a.example/?a=b' },
          { name: 'name', text: 'A name' },
        ],
      },
      { kind: 'click', label: 'Send' },
      { kind: 'enter', channel: 'review' },
      { kind: 'click', label: 'Reject' },
      { kind: 'fill', fields: [{ name: 'reason', text: '' }] },
    ])
  })

  it('may have its line in words, wherever they stand', () => {
    expect(parseFlags(['/covid-data', 'search', '--json', 'query:lung', '--click', 'Next'])).toMatchObject({
      json: true,
      steps: [{ line: '/covid-data search query:lung' }, { kind: 'click' }],
    })
  })

  it.each([
    [[], VISITOR],
    [['--as', 'visitor'], VISITOR],
    [['--as', 'second'], SECOND_VISITOR],
    [['--as=maintainer'], MAINTAINER],
  ])('%j says who one is', (args, person) => {
    expect(parseFlags(args).person).toBe(person)
  })

  it('says what language one and one’s server use Discord in', () => {
    expect(parseFlags(['--language', 'de']).locale).toBe('de')
    expect(parseFlags([]).locale).toBeUndefined()
    expect(() => parseFlags(['--language', 'klingon'])).toThrow(
      /^--language is one of en, de\b.* and not "klingon"\.$/,
    )
  })

  it.each([
    [['--as', 'constructor'], '--as is one of visitor, second, maintainer, and not "constructor".'],
    [['--channel', 'news'], '--channel is one of general, review, dm, and not "news".'],
    [['--fill', 'name'], '--fill wants field=text, and not "name".'],
    [['--fill', '=text'], '--fill wants field=text, and not "=text".'],
    [['--press', 'Next'], USAGE],
    [['--click'], USAGE],
  ])('%j is refused', (args, message) => {
    expect(() => parseFlags(args)).toThrow(message)
  })

  it('can be asked for help, which names every flag', () => {
    expect(parseFlags(['--help'])).toMatchObject({ help: true, steps: [] })
    for (const flag of ['as', 'language', 'channel', 'click', 'fill', 'json', 'help'])
      expect(USAGE).toContain(`\n  --${flag} `)
  })
})
