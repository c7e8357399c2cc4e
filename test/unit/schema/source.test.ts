import { describe, expect, it } from 'vitest'
import { ProposedChanges } from '../../../schema/record/submission.ts'
import { checkWebAddress } from '../../../schema/record/values/addresses/web-address.ts'
import { CLEAN } from '../../../schema/record/values/checked-text.ts'
import { LENGTHS } from '../../../schema/record/values/text.ts'
import survey from '../../../schema/survey/3.0.json' with { type: 'json' }
import { withSentence } from './with-sentence.ts'

describe('the source of a fact', () => {
  it.each([
    ['README of the repository, page 3', 'README of the repository, page 3'],
    ['github.com/o/r@abc README.md', 'github.com/o/r@abc README.md'],
    ['https://gіthub.com/x', 'https://xn--gthub-n2e.com/x'],
    ['see https://аррӏе.com/a.', 'see https://xn--80ak6aa92e.com/a.'],
    ['https://a.org/x; HTTPS://B.org/y/../z', 'https://a.org/x; https://b.org/z'],
    ['(https://example.org)', '(https://example.org)'],
  ])('%s is kept as %s', (given, text) => {
    expect(CLEAN.source(given)).toEqual({ text })
  })

  it.each([
    'https://github.com%2eevil.com/x',
    'read at https://ｇithub.com/x',
    'https://a.org; https://github.com。evil.com/x',
    'https://user:secret@example.org',
  ])('%s is refused', (given) => {
    expect(withSentence(CLEAN.source(given))).toHaveProperty('problem')
  })

  it('is at most as long as it may be once its addresses are read', () => {
    expect(withSentence(CLEAN.source(`https://example.org/${'ä'.repeat(LENGTHS.source - 20)}`))).toEqual({
      problem: 'The address is longer than 500 characters.',
    })
  })

  it.each([
    ['https://gіthub.com/x', { text: 'https://xn--gthub-n2e.com/x' }],
    ['COVIDx CXR-4', { text: 'COVIDx CXR-4' }],
    ['https://github.com@evil.com', { problem: 'The address has a user name or password in it.' }],
    [`https://a.org/${'ä'.repeat(40)}`, { problem: 'The address is longer than 200 characters.' }],
  ])('is read as the successor of a record is, of which pages make a link too: %s', (given, expected) => {
    expect(withSentence(CLEAN.successor(given))).toEqual(expected)
    const proposed = ProposedChanges.safeParse({ successor: given })
    expect(proposed.data?.successor).toBe('text' in expected ? expected.text : undefined)
  })

  it('of every claim of the release is kept as it is, and every address of a reference', () => {
    for (const { claims = [], references } of survey.items) {
      for (const { source } of claims) expect(CLEAN.source(source)).toEqual({ text: source })
      for (const { URL } of references as { URL?: string }[])
        if (URL !== undefined) expect(checkWebAddress(URL)).toEqual({ url: URL })
    }
  })
})
