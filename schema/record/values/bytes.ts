// How large files are.

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'] as const

/** A size in its largest unit of a thousand bytes (ISO 80000-13), with three digits: 18.7 GB. */
export function byteUnits(bytes: number): { readonly amount: number; readonly unit: (typeof UNITS)[number] } {
  const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  return { amount: Number((bytes / 1000 ** step).toPrecision(3)), unit: UNITS[step] ?? 'bytes' }
}

/** Of a size as people write it: "18.7 GB", "18,7 GB", "1,234,567", "3 GiB". NaN for anything else. */
export function bytesIn(text: string): number {
  const [, digits = '', unit = ''] = /^([\d.,\s]+?)\s*([a-z]*)$/i.exec(text.trim()) ?? []
  const [, prefix, binary] = /^(?:([kmgtp]?)(i?)b(?:ytes?)?|bytes?)?$/i.exec(unit) ?? ['', undefined, '']
  const power = 'kmgtp'.indexOf((prefix ?? '').toLowerCase()) + 1
  const isUnit = unit === '' || /^(?:[kmgtp]?i?b|bytes?)$/i.test(unit)
  if (!isUnit || digits === '') return Number.NaN
  const amount = prefix ? decimal(digits) : whole(digits)
  return Math.round(amount * (binary ? 1024 : 1000) ** (prefix ? power : 0))
}

/** "18.7", "18,7" and "1 234.5" */
function decimal(text: string): number {
  const plain = text
    .replace(/\s/g, '')
    .replace(/,(?=\d{3}(?:\D|$))/g, '')
    .replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}

/** "1,234,567" and "1 234 567" */
function whole(text: string): number {
  const plain = text.replace(/[\s,.]/g, '')
  return /^\d+$/.test(plain) ? Number(plain) : Number.NaN
}

/** As a form shows it: in its largest unit where that loses nothing, else in bytes. */
export function writtenBytes(bytes: number): string {
  const { amount, unit } = byteUnits(bytes)
  const short = `${amount} ${unit}`
  return bytesIn(short) === bytes ? short : String(bytes)
}
