// The grammar of BibTeX ("BibTeXing", 1988; "Tame the BeaST"): one entry at a place of a text, with what its macros
// stand for. An entry that is never closed ends where another begins on a line of its own, so each letter is read once.

/** An entry as it is written; a field has no delimiters, and its LaTeX is not read yet. */
export interface BibtexEntry {
  readonly type: string
  readonly key: string
  /** By name in lower case; of a field that is written twice the first. */
  readonly fields: ReadonlyMap<string, string>
}

type EntryFault = 'notClosed' | 'noValue' | 'noFields'

export type BibtexRead =
  /** Where the reading goes on; no entry for a comment or a macro. */
  | { readonly end: number; readonly entry?: BibtexEntry }
  | { readonly end: number; readonly fault: EntryFault; readonly key: string }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** What an entry depends on beside its own text. */
export interface BibtexState {
  /** Those of every style, and what `@string` has defined. */
  readonly macros: Map<string, string>
  /** Where the next entry begins on a line of its own. */
  next: number
}

export const newState = (): BibtexState => ({
  macros: new Map(MONTHS.map((month) => [month, month])),
  next: -1,
})

const START = /@([a-zA-Z]+)\s*[{(]/y
const SPACE = /\s*/y
/** What publishers put into keys is more than BibTeX allows. */
const KEYS = [/([^,={}()"#%@\n]*)(?=[,)}])/y, /([^,={}\s]*)(?=[,)}])/y]
const NAME = /[\s,]*([^\s"#%'(),={}@]+)\s*=\s*/y
const BARE = /[^\s"#%'(),={}@]+/y
const CLOSED = /[\s,]*[)}]/y
const JOINED = /\s*#\s*/y
const NEXT_ENTRY = /\n[ \t]*@[a-zA-Z]+\s*[{(]/g

/** Whether an entry, a comment or a macro begins at a place. */
export const isBibtexAt = (text: string, at: number): boolean => match(START, text, at) !== null

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Reads what begins at `start`, where `isBibtexAt` says yes, and notes in the state what it defines. */
export function readBibtexAt(text: string, start: number, state: BibtexState): BibtexRead {
  const head = match(START, text, start)
  const type = head?.[1]?.toLowerCase() ?? ''
  let at = start + (head?.[0].length ?? 0)
  if (state.next < at) state.next = match(NEXT_ENTRY, text, at)?.index ?? text.length
  const limit = state.next
  if (type === 'comment' || type === 'preamble') {
    const end = closingBrace(text, at, limit)
    return { end: end === undefined ? limit : end + 1 }
  }
  at += match(SPACE, text, at)?.[0].length ?? 0
  const [keyed] = type === 'string' ? [] : KEYS.flatMap((pattern) => match(pattern, text, at)?.[0] ?? [])
  const key = keyed?.trim() ?? ''
  at += keyed?.length ?? 0
  const fields = new Map<string, string>()
  for (;;) {
    const closed = match(CLOSED, text, at)
    if (closed && at < limit) {
      at += closed[0].length
      break
    }
    const named = match(NAME, text, at)
    if (!named || at >= limit)
      return { end: limit, fault: isEnd(text, at, limit) ? 'notClosed' : 'noValue', key }
    const value = readValue(text, at + named[0].length, limit, state.macros)
    if (value === undefined) return { end: limit, fault: 'notClosed', key }
    if (value.end === at + named[0].length) return { end: limit, fault: 'noValue', key }
    const name = (named[1] ?? '').toLowerCase()
    if (!fields.has(name)) fields.set(name, value.text)
    at = value.end
  }
  if (type === 'string') {
    for (const [name, value] of fields) state.macros.set(name, value.slice(0, LONGEST_MACRO))
    return { end: at }
  }
  return fields.size === 0 ? { end: at, fault: 'noFields', key } : { end: at, entry: { type, key, fields } }
}

const isEnd = (text: string, at: number, limit: number) =>
  text.slice(at, Math.min(limit, at + 200)).trim() === ''

/** Macros that are joined again and again would fill the memory. */
const LONGEST_MACRO = 300
const LONGEST_OF_MACROS = 2000

/** Parts in braces, quotes, digits or macros, joined by `#`; undefined where a delimiter is not closed. */
function readValue(
  text: string,
  start: number,
  limit: number,
  macros: ReadonlyMap<string, string>,
): { readonly text: string; readonly end: number } | undefined {
  let value = ''
  let at = start
  for (;;) {
    const sign = text[at]
    if (sign === '{' || sign === '"') {
      const end = sign === '{' ? closingBrace(text, at + 1, limit) : closingQuote(text, at + 1, limit)
      if (end === undefined) return undefined
      value += text.slice(at + 1, end)
      at = end + 1
    } else {
      const bare = match(BARE, text, at)?.[0] ?? ''
      const macro = macros.get(bare.toLowerCase()) ?? bare
      if (value.length < LONGEST_OF_MACROS) value += macro
      at += bare.length
    }
    const joined = match(JOINED, text, at)
    if (!joined || at >= limit) return { text: value, end: at }
    at += joined[0].length
  }
}

/** Braces count whether a backslash is before them or not, as in BibTeX. */
function closingBrace(text: string, start: number, limit: number): number | undefined {
  let depth = 1
  for (let at = start; at < limit; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  return undefined
}

function closingQuote(text: string, start: number, limit: number): number | undefined {
  let depth = 0
  for (let at = start; at < limit; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}') depth--
    else if (text[at] === '"' && depth === 0) return at
  }
  return undefined
}
