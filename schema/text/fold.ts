// Letters that carry their mark inside, so that Unicode's decomposition leaves them whole.
const WHOLE_LETTERS: Record<string, string> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
}

/** Most texts are ASCII, and in those the folding and the words are plain: several times less work. */
const ASCII = /^[\0-\x7f]*$/
const ASCII_WORD = /[a-z0-9]+/g

const WORD = /[\p{L}\p{N}]+/gu
// Written without spaces, so a word can begin anywhere: these runs are cut into overlapping pairs.
const UNSPACED_RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const COMPOUND = /[\p{L}\p{N}]+(?:[-_'’][\p{L}\p{N}]+)+/gu

/** Lower case, without accents; one letter where Unicode has several for it. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æđðħıłøœßþ]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
}

/** `query` asks for pairs alone; a text also has the last letter of a run, so that one letter finds it. */
function pairs(run: string, query: boolean): string[] {
  const letters = [...run]
  const found = letters.slice(1).map((letter, i) => `${letters[i]}${letter}`)
  return query && found.length > 0 ? found : [...found, ...letters.slice(-1)]
}

function foldedWords(text: string, query: boolean): string[] {
  const folded = fold(text)
  if (ASCII.test(folded)) return folded.match(ASCII_WORD) ?? []
  return (folded.match(WORD) ?? []).flatMap((word) =>
    (word.match(UNSPACED_RUN) ?? []).flatMap((run) => (UNSPACED.test(run) ? pairs(run, query) : [run])),
  )
}

/** The words that a typed query asks for, folded, in the order typed. */
export const queryWords = (text: string): string[] => foldedWords(text, true)

/** The words of an identifier (an address, a slug): hyphens part them and nothing else. */
export const identifierWords = (text: string): string[] => foldedWords(text, false)

/** The words that a text is found by, folded: its words, and those with a hyphen inside also as one ("covid19"). */
export function textWords(text: string): string[] {
  const joined = (fold(text).match(COMPOUND) ?? []).map((compound) => compound.replace(/[^\p{L}\p{N}]/gu, ''))
  return [...foldedWords(text, false), ...joined]
}
