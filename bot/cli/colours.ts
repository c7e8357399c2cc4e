// Text with styles for a terminal, without for a file or pipe.

/** SGR parameters (ECMA-48, 8.3.117). */
const CODES = { bold: 1, dim: 2, italic: 3, underline: 4, strike: 9, red: 31, green: 32, yellow: 33 } as const
export type Style = keyof typeof CODES

export interface Span {
  readonly text: string
  readonly styles: readonly Style[]
}

/** Text of other people may hold control characters, which a terminal would obey. */
const harmless = (text: string) => text.replace(/[^\P{Cc}\n\t]/gu, '')

export type Ink = (spans: readonly Span[]) => string

export const PLAIN: Ink = (spans) => spans.map(({ text }) => harmless(text)).join('')

/** Each run of one style has its own codes, so that no inner style ends an outer one. */
export const COLOUR: Ink = (spans) => {
  const runs: { text: string; codes: string }[] = []
  for (const { text, styles } of spans) {
    const codes = [...new Set(styles.map((style) => CODES[style]))].sort().join(';')
    const last = runs.at(-1)
    if (last?.codes === codes) last.text += harmless(text)
    else runs.push({ text: harmless(text), codes })
  }
  return runs.map(({ text, codes }) => (codes ? `\u001b[${codes}m${text}\u001b[0m` : text)).join('')
}

/** Whether a stream is a terminal with colours; Node reads NO_COLOR and FORCE_COLOR. */
export const showsColour = (stream: NodeJS.WriteStream): boolean =>
  stream.isTTY === true && stream.hasColors()
