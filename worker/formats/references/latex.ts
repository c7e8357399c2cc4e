import { oneLine } from '../../../schema/text/one-line.ts'

// BibTeX counts every brace, escaped or not, so a brace can only be a command. The last three print as other
// characters in LaTeX's old default font encoding. Letters beyond ASCII stay as they are: LaTeX reads UTF-8 since
// 2018, biber and the reference managers always have, and names here may be in scripts that have no commands.
const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
}

/** A text as LaTeX must read it to print each character as itself. */
export function latex(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\{}~^<>|&%$#_]/g, (character) => COMMANDS[character] ?? `\\${character}`)
      // -- would become a dash, `` and '' and ,, quotation marks, ?` and !` Spanish ones.
      .replace(/([-'`,])(?=\1)|[?!](?=`)/g, '$&{}')
  )
}

/** A LaTeX text in braces, which keep it whole: its capitals stay, and no word of it separates or goes before. */
export function braced(text: string): string {
  // To BibTeX a brace right before a backslash opens an accented letter, whose capitals don't stay.
  return text.startsWith('\\') ? `{{}${text}}` : `{${text}}`
}

/** An address or identifier, which styles hand to \url as it is: an escape would become part of it. */
export function verbatim(text: string): string {
  return oneLine(text).replace(/[\\{}]/g, encodeURIComponent)
}
