// Reads a line of curl as a shell and curl would, as far as the page's examples go.

const WORD = /'([^']*)'|((?:[^\s'\\]|\\.)+)/g

export function requestIn(line: string): Request {
  const [command, ...words] = [...line.replaceAll('\\\n', ' ').matchAll(WORD)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  )
  if (command !== 'curl') throw new Error(`This is no line of curl: ${line}`)
  const headers = new Headers()
  let url = ''
  let body: string | undefined
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '-H') {
      const [name = '', value = ''] = (words[++i] ?? '').split(/:\s*/)
      headers.set(name, value)
    } else if (word === '-d') body = words[++i] ?? ''
    else if (word.startsWith('-')) throw new Error(`What does curl do with ${word}?`)
    else url = word
  }
  return new Request(url, { headers, ...(body !== undefined && { method: 'POST', body }) })
}
