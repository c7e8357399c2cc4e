import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readToken, writeToken } from '../../../worker/domain/oai/token.ts'

const PAGE = {
  prefix: 'oai_dc',
  changedFrom: '2020-05-12T00:00:00.000Z',
  changedUntil: '2026-05-12T23:59:59.999Z',
  sent: 100,
  after: ['2021-01-01T00:00:00.000Z', 17],
}
const TOKEN = writeToken('ListRecords', PAGE)

describe('a token', () => {
  it('gives back what it was made of, whatever the place is', () => {
    const place = fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
      ),
      { minLength: 1, maxLength: 4 },
    )
    const ends = fc.constantFrom(
      {},
      { changedFrom: PAGE.changedFrom },
      { changedUntil: PAGE.changedUntil },
      { changedFrom: PAGE.changedFrom, changedUntil: PAGE.changedUntil },
    )
    fc.assert(
      fc.property(place, ends, fc.nat(), (after, range, sent) => {
        const page = { prefix: 'oai_dc', ...range, sent, after }
        const token = writeToken('ListRecords', page)
        if (token.length <= 500) expect(readToken('ListRecords', token)).toEqual(page)
      }),
    )
  })

  it('needs no escapes in an address', () => {
    expect(TOKEN).toMatch(/^[\w.-]+$/)
    expect(encodeURIComponent(TOKEN)).toBe(TOKEN)
  })

  it('is of one list', () => {
    expect(readToken('ListRecords', TOKEN)).toEqual(PAGE)
    expect(readToken('ListIdentifiers', TOKEN)).toBeUndefined()
  })

  it('is refused with any character changed, left out or added', () => {
    for (let i = 0; i < TOKEN.length; i++) {
      const other = TOKEN[i] === 'A' ? 'B' : 'A'
      expect(readToken('ListRecords', TOKEN.slice(0, i) + other + TOKEN.slice(i + 1))).toBeUndefined()
      expect(readToken('ListRecords', TOKEN.slice(0, i) + TOKEN.slice(i + 1))).toBeUndefined()
      expect(readToken('ListRecords', TOKEN.slice(0, i) + other + TOKEN.slice(i))).toBeUndefined()
    }
  })

  it('is not any text', () => {
    for (const text of ['', '.', 'null', 'bnVsbA', 'W10', `${TOKEN}=`, `${TOKEN} `, 'A'.repeat(100_000)])
      expect(readToken('ListRecords', text)).toBeUndefined()
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readToken('ListRecords', text)).toBeUndefined()
      }),
    )
  })
})
