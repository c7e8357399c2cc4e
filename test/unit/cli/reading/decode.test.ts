import { expect, it } from 'vitest'
import { decodeText } from '../../../../worker/cli/reading/decode.ts'

const TEXT = 'slug,name\r\ncovid-ct,“São Paulo” – é €\r\n'
const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
/** The characters of Windows-1252 that are not Latin-1, as far as the text has them. */
const in1252 = (text: string) =>
  Uint8Array.from(
    text,
    (character) => ({ '“': 0x93, '”': 0x94, '–': 0x96, '€': 0x80 })[character] ?? character.charCodeAt(0),
  )

it.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\u{feff}${TEXT}`)],
  ['UTF-16 LE with a mark', utf16(`\u{feff}${TEXT}`, 'le')],
  ['UTF-16 BE with a mark', utf16(`\u{feff}${TEXT}`, 'be')],
  ['UTF-16 LE', utf16(TEXT, 'le')],
  ['UTF-16 BE', utf16(TEXT, 'be')],
  ['Windows-1252', in1252(TEXT)],
])('%s is decoded', (_, bytes) => {
  expect(decodeText(bytes)).toBe(TEXT)
})

it.each([
  ['a workbook', [0x50, 0x4b, 3, 4], 'The file is a workbook or a ZIP archive. Save the sheet as CSV UTF-8.'],
  [
    'an old workbook',
    [0xd0, 0xcf, 0x11, 0xe0],
    'The file is an old Excel workbook. Save the sheet as CSV UTF-8.',
  ],
  ['gzip', [0x1f, 0x8b, 8], 'The file is compressed with gzip. Unpack it.'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'The file is a PDF.'],
])('%s is no text', (_, bytes, reason) => {
  expect(() => decodeText(Uint8Array.from(bytes))).toThrow(reason)
})

it('no text at all is empty', () => {
  expect(decodeText(new Uint8Array())).toBe('')
})
