// The text of a file, whatever program saved it: spreadsheets and PowerShell write UTF-8 and UTF-16 with and without a
// byte order mark, and Windows-1252.

import { Unreadable } from './unreadable.ts'

/** The first bytes of files that hold no text, with what to do about each. */
const NO_TEXT: readonly (readonly [first: readonly number[], problem: string])[] = [
  [[0x50, 0x4b, 3, 4], 'is a workbook or a ZIP archive. Save the sheet as CSV UTF-8.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'is an old Excel workbook. Save the sheet as CSV UTF-8.'],
  [[0x1f, 0x8b], 'is compressed with gzip. Unpack it.'],
  [[0x25, 0x50, 0x44, 0x46], 'is a PDF.'],
]

const MARKS: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** Decodes without the byte order mark. Throws `Unreadable` for what is no text. */
export function decodeText(bytes: Uint8Array): string {
  const startsWith = (first: readonly number[]) => first.every((byte, i) => bytes[i] === byte)
  const noText = NO_TEXT.find(([first]) => startsWith(first))
  if (noText) throw new Unreadable(`The file ${noText[1]}`)
  const encoding = MARKS.find(([mark]) => startsWith(mark))?.[1] ?? encodingWithoutMark(bytes)
  return new TextDecoder(encoding).decode(bytes)
}

/** Text of ours is mostly ASCII, so UTF-16 has a zero in most of its pairs. */
function encodingWithoutMark(bytes: Uint8Array): string {
  const start = bytes.subarray(0, 1000)
  const zeros = (from: 0 | 1) => start.filter((byte, i) => i % 2 === from && byte === 0).length
  if (zeros(1) > start.length / 4) return 'utf-16le'
  if (zeros(0) > start.length / 4) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
