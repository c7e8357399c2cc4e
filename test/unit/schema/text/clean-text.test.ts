import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLines, cleanName, cleanText } from '../../../../schema/text/clean-text.ts'
import { withSentence } from '../with-sentence.ts'

describe('a text of one line', () => {
  it.each([
    ['  COVID-19\t Pocus \r\n Ultrasound\u00a0Dataset ', 'COVID-19 Pocus Ultrasound Dataset'],
    ['a\u0085b\u2028c\u3000d', 'a b c d'],
    ['Mu\u0308nchen', 'München'],
    ['\u1112\u1161\u11ab', '한'],
    ['<b> & “quotes” `code` @everyone', '<b> & “quotes” `code` @everyone'],
  ])('%j is kept as %j', (given, text) => {
    expect(cleanText(given)).toEqual({ text })
  })

  it.each([
    ['Vietnamese with two marks', 'Nguyễn Việt Hùng'],
    ['Hebrew with vowels', 'שָׁלוֹם'],
    ['Arabic', 'مستشفى القاهرة'],
    ['Persian with a joiner that parts', 'می\u200cخواهم'],
    ['the Persian abbreviation of a year', 'ه\u200d.ش'],
    ['Hindi with a joiner', 'क्\u200dष'],
    ['Sinhala with a joiner', 'ශ්\u200dරී'],
    ['Malayalam with a joiner at the end', 'ന്\u200d'],
    ['Tibetan', 'བོད་སྐད'],
    ['Thai', 'ภาพรังสีทรวงอกที่นี่'],
    ['Chinese', '新冠肺炎CT影像'],
    ['a Japanese place with its own shape of a letter', '葛\u{E0100}城市'],
    ['an emoji of a woman in science', '👩🏽\u200d🔬'],
    ['an emoji of a detective', '🕵\uFE0F\u200d♂\uFE0F'],
    ['a family', '👨\u200d👩\u200d👧'],
    ['a heart, and a keycap', '❤\uFE0F 1\uFE0F\u20E3'],
    ['a flag', '🇩🇪'],
  ])('may be %s', (_, text) => {
    expect(cleanText(text)).toEqual({ text: text.normalize('NFC') })
  })

  it.each([
    ['a\u0000b', 'a control character (U+0000) after “a”'],
    ['a\u001b[31m', 'a control character (U+001B) after “a”'],
    ['a\u009bb', 'a control character (U+009B) after “a”'],
    ['pay \u202efdp.exe', 'an invisible character that directs how text runs (U+202E) after “pay”'],
    ['\u2067x', 'an invisible character that directs how text runs (U+2067) at its start'],
    ['a\u200eb', 'an invisible character that directs how text runs (U+200E) after “a”'],
    ['a\u061cb', 'an invisible character that directs how text runs (U+061C) after “a”'],
    ['CO\u200bVID', 'an invisible character (U+200B) after “CO”'],
    ['\ufeffCOVID', 'an invisible character (U+FEFF) at its start'],
    ['CO\u2060VID', 'an invisible character (U+2060) after “CO”'],
    ['CO\u00adVID', 'an invisible character (U+00AD) after “CO”'],
    ['CO\u200dVID', 'an invisible character (U+200D) after “CO”'],
    ['CO\u200cVID', 'an invisible character (U+200C) after “CO”'],
    ['می\u200c\u200cخ', 'an invisible character (U+200C) after “می\u200c”'],
    ['👩\u200dx', 'an invisible character (U+200D) after “👩”'],
    ['😀\u{E0101}\u{E0102}', 'an invisible character (U+E0101) after “😀”'],
    ['😀\uFE0F\uFE0F', 'an invisible character (U+FE0F) after “😀\uFE0F”'],
    ['A\uFE0F', 'an invisible character (U+FE0F) after “A”'],
    ['1\uFE0F', 'an invisible character (U+FE0F) after “1”'],
    ['🏴\u{E0067}\u{E007F}', 'an invisible character (U+E0067) after “🏴”'],
    ['\u3164', 'an invisible character (U+3164) at its start'],
    ['a\ufff9b', 'an invisible character (U+FFF9) after “a”'],
    ['a\ud800b', 'half a character (U+D800) after “a”'],
    ['a\udc00', 'half a character (U+DC00) after “a”'],
    ['a\ue000', 'a character without a public meaning (U+E000) after “a”'],
    ['a\u{10ffff}', 'a character without a public meaning (U+10FFFF) after “a”'],
    ['a\ufdd0', 'a character without a public meaning (U+FDD0) after “a”'],
    ['M\ufffdnchen', 'a stand-in for a character that was lost (U+FFFD) after “M”'],
  ])('%j is refused', (given, fault) => {
    expect(withSentence(cleanText(given))).toEqual({ problem: `The text has ${fault}.` })
  })

  it.each(['', '  \n ', '\u0085', '\u2800', ' \u2800 \u2800', '\u0301'])('%j is empty', (given) => {
    expect(withSentence(cleanText(given))).toEqual({ problem: 'The text is empty.' })
    expect(withSentence(cleanText(given, 'address'))).toEqual({ problem: 'The address is empty.' })
  })

  it('has at most four marks on a letter', () => {
    expect(cleanText(`q${'\u0301\u0302'.repeat(2)}`)).toHaveProperty('text')
    expect(withSentence(cleanText(`q${'\u0301\u0302'.repeat(3)}`))).toEqual({
      problem: 'The text has more than 4 marks on one letter.',
    })
  })
})

describe('a text of several lines', () => {
  it.each([
    [' one  two \r\n\tthree \r four\u2029five ', 'one two\nthree\nfour\nfive'],
    ['\n\none\n \n\t\n\ntwo\n\n', 'one\n\ntwo'],
  ])('%j is kept as %j', (given, text) => {
    expect(cleanLines(given)).toEqual({ text })
  })

  it('is refused for what one line is refused for', () => {
    expect(cleanLines('one\n\u202etwo')).toEqual(cleanText('one\n\u202etwo'))
  })
})

// As fc's own characters, with those that matter here much more often.
const text = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom(...'a1 \n\r\t#م्क葛😀♂️👩', '\u200d', '\u200c', '\ufe0f', '\u0301', '\u0085', '\u180b'),
  ),
})

describe.each([
  ['one line', cleanText],
  ['several lines', cleanLines],
])('a clean text of %s', (_, clean) => {
  it('is clean', () => {
    fc.assert(
      fc.property(text, (given) => {
        const cleaned = clean(given)
        if ('text' in cleaned) expect(clean(cleaned.text)).toEqual(cleaned)
        else
          expect(withSentence(cleaned)).toEqual({
            problem: expect.stringMatching(/^The text (?:has|is) .+\.$/su),
          })
      }),
    )
  })

  it('is composed, trimmed, and free of what turns or hides text', () => {
    fc.assert(
      fc.property(text, (given) => {
        const cleaned = clean(given)
        fc.pre('text' in cleaned)
        expect(cleaned.text).toBe(cleaned.text.normalize('NFC').trim())
        expect(cleaned.text).not.toMatch(
          /[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\uFEFF]|\p{Co}|\p{Cs}/u,
        )
        expect(cleaned.text).not.toMatch(/ {2}|\n{3}|[\t\r]/)
      }),
    )
  })
})

describe('the name of an account', () => {
  it.each([
    [['evil\u202Efdp.exe', 'evil'], 'evilfdp.exe'],
    [['\u2066Ana\u2069 \u200bMaría', 'ana'], 'Ana María'],
    [['a\u0000b\uFFFD\u00AD', 'ab'], 'ab'],
    [[`Z${'\u0301\u0302'.repeat(20)}algo`, 'z'], `\u0179\u0302\u0301\u0302\u0301algo`],
    [['\u202E\u2066\u3164', 'user_1'], 'user_1'],
    [[null, 'user_1'], 'user_1'],
    [[undefined, '\u200b'], undefined],
    [['مستشفى القاهرة', 'a'], 'مستشفى القاهرة'],
    [['می\u200cخواهم 👩🏽\u200d🔬', 'a'], 'می\u200cخواهم 👩🏽\u200d🔬'],
  ] as const)('of %j is %j', (names, name) => {
    expect(cleanName(names)).toBe(name)
  })

  it('is a clean text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        const name = cleanName([given])
        if (name !== undefined) expect(cleanText(name)).toHaveProperty('text')
      }),
      { numRuns: 1000 },
    )
  })
})
