// The JSON values of a text: one document, one a line, several in a row as jq prints them, or a sequence (RFC 7464).

/** A value, or why there is none. `line` is where it begins, counted from 1. */
export type JsonValue =
  | { readonly line: number; readonly value: unknown }
  | { readonly line: number; readonly problem: string }

/** RFC 7464 begins each value with it. */
const RECORD_SEPARATOR = '\u001e'

const withLines = (text: string) => text.replaceAll(RECORD_SEPARATOR, '\n')

export const isJson = (text: string): boolean => /^\s*[[{]/.test(withLines(text))

/** Where a value begins: a bracket at the start of a line, or a record of ours that is indented. */
const START = /^(?:[[{]|[ \t]+\{\s*"slug"\s*:)/gm

/** All values of a text. One that is broken does not take the others with it. */
export function jsonValues(given: string): readonly JsonValue[] {
  const text = withLines(given)
  const whole = parse(text)
  if ('value' in whole) return [{ line: 1, ...whole }]
  const starts = Array.from(text.matchAll(START), ({ index }) => index)
  const values = starts.flatMap((start, i) => valuesIn(text.slice(start, starts[i + 1]), lineAt(text, start)))
  return values.some((one) => 'value' in one) ? values : [{ line: 1, problem: whole.problem }]
}

/** The values of a text that begins with a bracket, and one problem for what is left over. */
function valuesIn(chunk: string, line: number): readonly JsonValue[] {
  const values: JsonValue[] = []
  const trimmed = chunk.replace(/[\s,]+$/, '')
  let rest = trimmed
  while (rest !== '') {
    if (isAround(rest)) return values
    const at = line + lineAt(trimmed, trimmed.length - rest.length) - 1
    const whole = parse(rest)
    const end = 'value' in whole ? rest.length : endOfValue(rest)
    const first = end === rest.length ? whole : parse(rest.slice(0, end))
    if ('problem' in first) return [...values, { line: at, problem: first.problem }]
    values.push({ line: at, value: first.value })
    rest = rest.slice(end).replace(/^[\s,]+/, '')
  }
  return values
}

/** `{"title":…,"items":[` before the records of our download, `],"nextCursor":null}` after them, or brackets alone. */
const isAround = (text: string): boolean =>
  /^(\{\s*"title":[\s\S]*"items":\s*\[|[\s[\]},]*("nextCursor":\s*\S+\s*\})?)\s*$/.test(text)

function parse(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { problem: `it is no JSON: ${error instanceof Error ? error.message : error}` }
  }
}

/** Where the first value ends: at the bracket that closes it, outside of texts. The length where none does. */
function endOfValue(text: string): number {
  let depth = 0
  for (const { index, 0: token } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++
    else if (token === ']' || token === '}') depth--
    if (depth === 0 && token.length === 1) return index + 1
  }
  return text.length
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length
