import { oneLine } from '../../../schema/text/one-line.ts'

// BibTeX counts escaped braces too, so a brace must be a command. The last three characters print as others in LaTeX's
// old default font encoding. Letters beyond ASCII stay: LaTeX reads UTF-8 since 2018, biber and reference managers
// always have, and some scripts have no commands.
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

/** Escapes a text so that LaTeX prints each character as itself. */
export function latex(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\{}~^<>|&%$#_]/g, (character) => COMMANDS[character] ?? `\\${character}`)
      // -- would become a dash, `` and '' and ,, quotation marks, ?` and !` Spanish ones.
      .replace(/([-'`,])(?=\1)|[?!](?=`)/g, '$&{}')
  )
}

/** Encloses LaTeX text in braces, which keep its capitals and make BibTeX read it as one word. */
export function braced(text: string): string {
  // BibTeX takes a brace before a backslash for an accented letter, whose capitals it changes.
  return text.startsWith('\\') ? `{{}${text}}` : `{${text}}`
}

/** An address or identifier. Styles pass it to \url unchanged, so an escape would become part of it. */
export function verbatim(text: string): string {
  return oneLine(text).replace(/[\\{}]/g, encodeURIComponent)
}
