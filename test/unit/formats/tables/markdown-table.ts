// A table read as GFM 0.29, 4.10 tells it: cells part at pipes that no backslash is before.

/** The cells of each row as they are written, the header first and the delimiter row left out. */
export function readTable(text: string): string[][] {
  const [header = '', delimiter = '', ...rows] = text.split('\n').filter((line) => line.startsWith('|'))
  if (!/^\|( --- \|)+$/.test(delimiter)) throw new Error(`no delimiter row: ${delimiter}`)
  return [header, ...rows].map((row) =>
    [...row.slice(1).matchAll(/((?:\\.|[^\\|])*)\|/g)].map(([, cell = '']) => cell.trim()),
  )
}

/** A cell as it is shown: a backslash before any ASCII punctuation is not (6.1). */
export function unescaped(cell: string): string {
  return cell.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}
