// Signs around an address that belong to the sentence or the page that it stands in, and not to it.

/** At the end of an address they say nothing. */
const LAST_SIGNS = /[/.,;:!?'"”’»。，、！？；：…*|`\s\p{Cf}]+$/u
const FIRST_SIGNS = /^[<"'“‘«「『《（*|`\p{Cf}]+/u
const BRACKETS = [
  ['(', ')'],
  ['[', ']'],
  ['<', '>'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['（', '）'],
] as const

/** Whether a sign belongs to no sentence around it: most texts end in such, and need not be looked through. */
const isPlain = (sign = '') => /^[a-z\d]$/i.test(sign)

/** A text without the signs at its end, and without brackets there that it never opened. */
export function withoutTail(text: string): string {
  if (isPlain(text.at(-1))) return text
  let rest = text.replace(LAST_SIGNS, '')
  for (const [open, close] of BRACKETS) if (!rest.includes(open)) rest = trimmed(rest, '', close)
  return rest === text ? text : withoutTail(rest)
}

/** What stands inside brackets or quotes, without the signs of the sentence around it. */
export function unwrapped(text: string): string {
  if (isPlain(text[0]) && isPlain(text.at(-1))) return text
  let rest = withoutTail(text.trim()).replace(FIRST_SIGNS, '')
  for (const [open, close] of BRACKETS)
    if (rest.startsWith(open) && rest.endsWith(close)) rest = rest.slice(1, -1)
    else if (!rest.includes(close)) rest = trimmed(rest, open, '')
  return rest === text ? text : unwrapped(rest)
}

/** A text without all that it begins or ends with of one sign. */
function trimmed(text: string, first: string, last: string): string {
  let [start, end] = [0, text.length]
  while (first !== '' && text.startsWith(first, start)) start += 1
  while (last !== '' && end > start && text.endsWith(last, end)) end -= 1
  return text.slice(start, end)
}
