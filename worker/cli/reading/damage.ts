// Text that a program has damaged on the way: it must not be taken for a correction.

/** UTF-8 that was read as Mac Roman, or in code page 437 or 850 of a console: these characters begin what became of it. */
const MAC_OR_CONSOLE = /[√¬├┬]\P{ASCII}|‚Ä|ΓÇ|ÔÇ/u

/** The byte of each character above ASCII in Windows-1252. */
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 128 }, (_, i) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(128 + i)),
    128 + i,
  ]),
)

/** Characters that often stand behind a letter with an accent, such as the quote that closes “CAFÉ”. */
const BEHIND_LETTERS = '‘’“”‚„«»‹›–—…•·®©™°²³\u00a0'

/** Whether UTF-8 was read as Windows-1252: in that, the characters are valid UTF-8, and unlikely beside each other. */
const isMisread = (text: string): boolean =>
  (text.match(/\P{ASCII}{2,}/gu) ?? []).some((run) => {
    const bytes = Array.from(run, (character) => BYTES.get(character) ?? 0)
    const isUnlikely =
      /[ÃÂ]/.test(run) ||
      Array.from(run).some((character, i) => (bytes[i] ?? 0) < 0xc0 && !BEHIND_LETTERS.includes(character))
    return isUnlikely && isUtf8(Uint8Array.from(bytes))
  })

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
    return !bytes.includes(0)
  } catch {
    return false
  }
}

const FROM_POWERSHELL = /^(@\{.*\}|System\.(Object\[\]|Collections\.\S+|Management\.Automation\.\S+))$/s
/** An object, or a list of objects. */
const PRINTED = /^(?:\{["'].*\}|\[\{.*\}\])$/s
const SPREADSHEET_FAULT = /^#(NAME\?|REF!|VALUE!|DIV\/0!|N\/A|NULL!|NUM!|#+|NAME|BEZUG!|WERT!|NV|ZAHL!)$/

export const WRONG_ENCODING = 'it was read in the wrong encoding on the way: open and save the file as UTF-8'

/** What damaged a text, as a reason; undefined where nothing did. */
export function damageIn(text: string): string | undefined {
  if (text.includes('\u{fffd}')) return 'a character was lost: save the file as UTF-8'
  if (MAC_OR_CONSOLE.test(text) || isMisread(text)) return WRONG_ENCODING
  if (FROM_POWERSHELL.test(text))
    return 'PowerShell has left out what is inside it: use ConvertTo-Json -Depth 10, or the CSV download'
  if (PRINTED.test(text)) return 'it is an object as a program prints it: use the CSV download, or JSON'
  if (SPREADSHEET_FAULT.test(text)) return 'it is an error of the spreadsheet'
  return undefined
}

const withoutSpecial = (text: string) => text.replace(/(?:\P{ASCII}|\?)+/gu, '?')
const questionMarks = (text: string) => text.split('?').length

/** Whether a text is another one with question marks for the characters that an encoding did not have. */
export const isQuestioned = (text: string, whole: string): boolean =>
  questionMarks(text) > questionMarks(whole) && withoutSpecial(text) === withoutSpecial(whole)

/** The first damage in any text of a value, with the field that has it. */
export function findDamage(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') {
    const damage = damageIn(value)
    return damage === undefined ? undefined : `${path}: “${value.slice(0, 60)}”: ${damage}`
  }
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const damage = findDamage(inner, path === '' ? key : `${path}.${key}`)
    if (damage !== undefined) return damage
  }
  return undefined
}
