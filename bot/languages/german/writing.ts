import { languageOf } from '../writing.ts'

export const written = languageOf('de')
export const { bytes, day, number, listed } = written

const NUMERALS = ['Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs', 'Sieben', 'Acht', 'Neun', 'Zehn']
export const numeral = (value: number) => NUMERALS[value - 2] ?? number(value)
