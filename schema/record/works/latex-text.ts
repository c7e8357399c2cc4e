// The text that LaTeX prints of what people put into a field of BibTeX: accents and signs as letters, without markup.

/** Accents by their command, as the combining mark that they are. */
const MARKS: { readonly [command: string]: string } = {
  ...{
    '`': '\u0300',
    "'": '\u0301',
    '^': '\u0302',
    '~': '\u0303',
    '=': '\u0304',
    '.': '\u0307',
    '"': '\u0308',
  },
  ...{
    u: '\u0306',
    r: '\u030a',
    H: '\u030b',
    v: '\u030c',
    d: '\u0323',
    c: '\u0327',
    k: '\u0328',
    b: '\u0331',
  },
}

const GREEK =
  'alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω'
const SIGNS =
  "ss ß ae æ AE Æ oe œ OE Œ o ø O Ø l ł L Ł aa å AA Å i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ S § P ¶ copyright © pounds £ euro € dots … ldots … textendash – textemdash — textquoteright ’ textquoteleft ‘ textquotedblleft “ textquotedblright ” textquotesingle ' textbackslash \\ textasciitilde ~ textasciicircum ^ textbraceleft { textbraceright } textbar | textless < textgreater > textunderscore _ textdegree ° degree ° textregistered ® texttrademark ™ times × pm ± cdot · sim ∼ approx ≈ leq ≤ geq ≥ rightarrow → infty ∞"
const pairs = `${GREEK} ${SIGNS}`.split(' ')
/** Signs and letters by their command. */
const NAMED: ReadonlyMap<string, string> = new Map(
  pairs.flatMap((name, i) => (i % 2 === 0 ? [[name, pairs[i + 1] ?? '']] : [])),
)

/** Runs of signs that TeX sets as one. */
const LIGATURES = new Map([
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
])

const TOKEN = /\\(?:([a-zA-Z]+)\*? *|([\s\S])|$)|---|--|``|''|[{}~$^_]|[^\\{}~$^_\-`']+|[\s\S]/gu
/** Escapes that print a space, and those that print nothing. */
const SPACES = ' \n\t,;:>\\'
const NOTHING = '-/!()[]@'

/** One pass over the text, so it takes as long as the text is. */
export function latexText(written: string): string {
  let text = ''
  let mark = ''
  let isMath = false
  const emit = (printed: string) => {
    if (mark === '') {
      text += printed
      return
    }
    const first = String.fromCodePoint(printed.codePointAt(0) ?? 32)
    const base = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first
    text += /\p{L}/u.test(base) ? base + mark + printed.slice(first.length) : printed
    mark = ''
  }
  for (const [token, command, escaped] of written.matchAll(TOKEN)) {
    if (command !== undefined) {
      const named = NAMED.get(command)
      if (named !== undefined) emit(named)
      else if (Object.hasOwn(MARKS, command)) mark = MARKS[command] ?? ''
    } else if (escaped !== undefined) {
      if (Object.hasOwn(MARKS, escaped)) mark = MARKS[escaped] ?? ''
      else if (SPACES.includes(escaped)) emit(' ')
      else if (!NOTHING.includes(escaped)) emit(escaped)
    } else if (token === '$') isMath = !isMath
    else if (token === '{' || token === '\\') continue
    else if (token === '}') mark = ''
    else if (token === '~') emit('\u00a0')
    else if (token !== '^' && token !== '_') emit(LIGATURES.get(token) ?? token)
    else if (!isMath) emit(token)
  }
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
