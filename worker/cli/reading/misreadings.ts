// What a text becomes where one program writes it in one encoding and another program reads it in another. Which it was
// cannot be seen in every result (`S‹o`, `SÆo`, `S茫o` for `São`), but the record has the text as it was.

const UPPER = Array.from({ length: 128 }, (_, i) => 128 + i)

/** The characters of the bytes from 128 on, in an encoding of one byte. */
const tableOf = (encoding: string): readonly string[] =>
  UPPER.map((byte) => new TextDecoder(encoding).decode(Uint8Array.of(byte)))

/** The code page of consoles and of “CSV (MS-DOS)” in Western Europe, which `TextDecoder` does not have. */
const CODE_PAGE_850: readonly string[] = [
  ...'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐',
  ...'└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
]

const CENTRAL_EUROPEAN = tableOf('windows-1250')
const WESTERN = tableOf('windows-1252')
const MAC = tableOf('macintosh')

type Write = (word: string) => Uint8Array | undefined
type Read = (bytes: Uint8Array) => string

/** Nothing for a word with a character that the encoding does not have. */
const writeBy =
  (table: readonly string[]): Write =>
  (word) => {
    const bytes = Array.from(word, (character) =>
      character < '\u0080' ? character.charCodeAt(0) : 128 + table.indexOf(character),
    )
    return bytes.includes(127) ? undefined : Uint8Array.from(bytes)
  }

const readBy =
  (table: readonly string[]): Read =>
  (bytes) =>
    Array.from(bytes, (byte) => (byte < 128 ? String.fromCharCode(byte) : table[byte - 128])).join('')

const readIn =
  (encoding: string): Read =>
  (bytes) =>
    new TextDecoder(encoding).decode(bytes)

const WRITERS: readonly Write[] = [
  (word) => new TextEncoder().encode(word),
  ...[WESTERN, CENTRAL_EUROPEAN, MAC, CODE_PAGE_850].map(writeBy),
]

const READERS: readonly Read[] = [
  ...[WESTERN, CENTRAL_EUROPEAN, MAC, CODE_PAGE_850].map(readBy),
  ...['windows-1251', 'windows-1253', 'windows-1254', 'iso-8859-2', 'koi8-r', 'ibm866'].map(readIn),
  ...['gbk', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'].map(readIn),
]

const misreadingsOf = (word: string): readonly string[] =>
  WRITERS.flatMap((write) => {
    const bytes = write(word)
    return bytes ? READERS.map((read) => read(bytes).trim()) : []
  })

/** Without the no-break space, which is a part of misread words. */
const wordsOf = (text: string) => text.split(/[ \t\r\n]+/)

/** Whether a text has a word of another one as a wrong encoding makes it, and has lost that word. */
export function isMisread(text: string, whole: string): boolean {
  const words = new Set(wordsOf(text))
  return wordsOf(whole).some(
    (word) =>
      /\P{ASCII}/u.test(word) &&
      !words.has(word) &&
      misreadingsOf(word).some((misread) => misread !== word && words.has(misread)),
  )
}
